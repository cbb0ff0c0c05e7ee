import type { IpamConfig, Labels, NetworkSpec } from '../../docker/api/specs.ts';
import type { Refusal } from '../../swarm/agent/container.ts';
import { cidrContains, parseCidr, parseIp } from '../../swarm/constraint/ip.ts';
import { createNetwork } from '../../swarm/manager/control-api/networks.ts';
import { httpRefusal } from '../../swarm/manager/control-api/rpc-status.ts';
import { NO_SWARM } from '../../swarm/manager/refusals.ts';
import type { Call } from '../call.ts';
import { type Daemon, PLUGIN_LOOKUP_MS } from '../daemon.ts';
import { networkShape } from '../decode/object-shapes.ts';
import { decode } from '../decode/shape.ts';
import { addressPlan, isIpv6, overlap } from '../local/address-plan.ts';
import { type LocalNetworks, PREDEFINED_NETWORKS } from '../local/local-networks.ts';
import type { Router } from '../router.ts';

const LOCAL_DRIVERS = new Set(['bridge', 'ipvlan', 'macvlan', 'null', 'host']);

/** Body of a create, decoded. */
interface CreateBody {
  readonly Name: string;
  readonly Driver: string;
  readonly Scope: string;
  readonly EnableIPv6?: boolean;
  readonly IPAM?: { readonly Driver: string; readonly Options: Labels; readonly Config: readonly IpamConfig[] };
  readonly Internal: boolean;
  readonly Attachable: boolean;
  readonly Ingress: boolean;
  readonly ConfigOnly: boolean;
  readonly ConfigFrom?: { readonly Network: string };
  readonly Options: Labels;
  readonly Labels: Labels;
}

/** `POST /networks/create`. */
export function routeNetworkCreate(router: Router, daemon: Daemon): void {
  router.add('POST', '/networks/create', (call) => {
    const decoded = decode(networkShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    create(daemon, call, decoded.value as unknown as CreateBody);
  });
}

function create(daemon: Daemon, call: Call, body: CreateBody): void {
  const refuse = (status: number, message: string): void => call.refuse({ status, message });
  const driver = body.Driver === '' ? 'bridge' : body.Driver;
  if (body.Name.trim() === '') return refuse(400, 'invalid name: name is empty');
  // A network that is only a configuration stays on its host, whatever driver and scope were asked for (libnetwork controller.go NewNetwork).
  const swarmScoped = !body.ConfigOnly && (driver === 'overlay' || body.Scope === 'swarm');
  const ipam = ipamFault(body.IPAM?.Config ?? []);
  const taken: Refusal = { status: 409, message: `network with name ${body.Name} already exists` };
  // The engine itself looks for the driver first, whatever scope is asked for (seen on a real Swarm).
  if (!body.ConfigOnly && driver !== 'overlay' && !LOCAL_DRIVERS.has(driver))
    return void daemon.after(PLUGIN_LOOKUP_MS, () => refuse(404, `plugin ${JSON.stringify(driver)} not found`));
  if (!swarmScoped && ipam) return refuse(400, ipam);
  daemon.withLeaderOrNot((scope, why) => {
    // The swarm has bridge and host too, so that a manager calls their names taken.
    if (scope?.read.list('network').some((network) => network.spec.Name === body.Name)) return call.refuse(taken);
    if (PREDEFINED_NETWORKS.has(body.Name)) return refuse(403, `operation is not permitted on predefined ${body.Name} network `);
    if (ipam) return refuse(400, ipam);
    if (daemon.host.swarm.state !== 'active') {
      if (driver === 'overlay') return refuse(403, NO_SWARM.message);
      if (swarmScoped) return refuse(403, 'cannot create a swarm scoped network when swarm is not active');
    }
    const misfit = configurationFault(body);
    if (misfit) return refuse(403, misfit);
    if (driver === 'overlay' && body.Scope === 'local' && !body.ConfigOnly) return refuse(501, 'cannot downgrade network scope for overlay networks');
    if (!swarmScoped) {
      if (daemon.networks.byName(body.Name)) return call.refuse(taken);
      return createLocal(daemon, call, body, driver);
    }
    if (!scope) return daemon.host.swarm.isManager ? refuse(500, why) : refuse(403, NO_SWARM.message);
    createNetwork(scope, swarmSpec(body, driver), (result) =>
      typeof result === 'string' ? call.reply(201, { Id: result, Warning: '' }) : call.refuse(httpRefusal(result)),
    );
  });
}

function createLocal(daemon: Daemon, call: Call, body: CreateBody, driver: string): void {
  const from = body.ConfigFrom?.Network ?? '';
  const config = from === '' ? undefined : daemon.networks.byName(from);
  if (from !== '' && !config?.configOnly) return call.refuse({ status: 404, message: `configuration network ${JSON.stringify(from)} does not exist` });
  if (!body.ConfigOnly && (driver === 'host' || driver === 'null'))
    return call.refuse({ status: 403, message: `only one instance of "${driver}" network is allowed` });
  const driverOfAddresses = body.IPAM?.Driver ?? '';
  if (!['', 'default', 'null'].includes(driverOfAddresses))
    return void daemon.after(PLUGIN_LOOKUP_MS, () => call.refuse({ status: 404, message: `plugin ${JSON.stringify(driverOfAddresses)} not found` }));
  const asked = config?.ipam ?? body.IPAM?.Config ?? [];
  const isFree = (subnet: string): boolean => !daemon.networks.list().some(({ ipam }) => ipam.some(({ Subnet }) => overlap(Subnet ?? '', subnet)));
  if (!body.ConfigOnly && asked.some(({ Subnet }) => !isIpv6(Subnet) && !isFree(Subnet ?? '')))
    return call.refuse({ status: 403, message: 'invalid pool request: Pool overlaps with other one on this address space' });
  const network = daemon.networks.create({
    name: body.Name,
    driver: body.ConfigOnly ? 'null' : driver,
    createdAt: daemon.now,
    scope: body.ConfigOnly || body.Scope === '' ? 'local' : body.Scope,
    ipam: body.ConfigOnly ? asked : subnetsOf(asked, driver, daemon.networks, isFree),
    plan: body.ConfigOnly ? undefined : addressPlan(asked),
    ipamOptions: body.IPAM ? body.IPAM.Options : undefined,
    ipv6: body.EnableIPv6 === true,
    internal: body.Internal,
    attachable: body.Attachable,
    configOnly: body.ConfigOnly,
    configFrom: from,
    options: body.Options,
    labels: body.Labels,
  });
  daemon.events.publish({ type: 'network', action: 'create', id: network.id, attributes: { name: network.name, type: network.driver }, scope: 'local' });
  call.reply(201, { Id: network.id, Warning: '' });
}

/** The subnets of a network that has addresses: at least one of IPv4, and those before others. */
function subnetsOf(asked: readonly IpamConfig[], driver: string, networks: LocalNetworks, isFree: (subnet: string) => boolean): readonly IpamConfig[] {
  if (driver === 'host' || driver === 'null') return asked;
  const ipv4 = asked.filter(({ Subnet }) => !isIpv6(Subnet));
  return [...(ipv4.length > 0 ? ipv4 : [networks.ownSubnet(isFree)]), ...asked.filter(({ Subnet }) => isIpv6(Subnet))];
}

/** The spec as SwarmKit stores it: without what was not asked for. */
function swarmSpec(body: CreateBody, driver: string): NetworkSpec {
  const options = Object.keys(body.Options).length > 0 ? { Options: body.Options } : {};
  return {
    Name: body.Name,
    Labels: body.Labels,
    Driver: { Name: driver, ...options },
    ...(body.EnableIPv6 ? { EnableIPv6: true } : {}),
    ...(body.Internal ? { Internal: true } : {}),
    ...(body.Attachable ? { Attachable: true } : {}),
    ...(body.Ingress ? { Ingress: true } : {}),
    ...(body.IPAM ? { IPAM: { Driver: body.IPAM.Driver || 'default', Config: body.IPAM.Config } } : {}),
    ...(body.ConfigFrom?.Network ? { ConfigFrom: body.ConfigFrom.Network } : {}),
  };
}

/** What a network that is a configuration, or that is made from one, must not have besides (libnetwork network.go validateConfiguration). */
function configurationFault(body: CreateBody): string | undefined {
  if (body.ConfigOnly && (body.Ingress || body.Internal || body.Attachable || body.Scope !== '')) {
    return 'configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.';
  }
  if (!body.ConfigFrom?.Network) return undefined;
  if (body.ConfigOnly) return 'a configuration network cannot depend on another configuration network';
  const ipam = body.IPAM;
  const ownIpam = ipam && (!['', 'default'].includes(ipam.Driver) || ipam.Config.length > 0 || Object.keys(ipam.Options).length > 0);
  if (ownIpam || body.EnableIPv6 || Object.keys(body.Labels).length > 0) {
    return 'user specified configurations are not supported if the network depends on a configuration network';
  }
  if (Object.keys(body.Options).length > 0) return 'network driver options are not supported if the network depends on a configuration network';
  return undefined;
}

/** What the engine finds wrong with addresses before anybody else looks (moby api/types/network/ipam.go ValidateIPAM). */
function ipamFault(configs: readonly IpamConfig[]): string | undefined {
  const faults: string[] = [];
  for (const { Subnet: subnet = '', IPRange: range = '', Gateway: gateway = '' } of configs) {
    const net = parseCidr(subnet);
    if (!net) {
      faults.push(`invalid subnet ${subnet}: invalid CIDR block notation`);
      continue;
    }
    const part = range === '' ? undefined : parseCidr(range);
    if (range !== '' && !part) faults.push(`invalid ip-range ${range}: invalid CIDR block notation`);
    else if (part && part.bits < net.bits) faults.push(`invalid ip-range ${range}: CIDR block is bigger than its parent subnet ${subnet}`);
    else if (part && !cidrContains(net, part.ip)) faults.push(`invalid ip-range ${range}: parent subnet ${subnet} doesn't contain ip-range`);
    const address = gateway === '' ? undefined : parseIp(gateway);
    if (gateway !== '' && !address) faults.push(`invalid gateway ${gateway}: invalid address`);
    else if (address && !cidrContains(net, address)) faults.push(`invalid gateway ${gateway}: parent subnet ${subnet} doesn't contain this address`);
  }
  return faults.length === 0 ? undefined : `invalid network config:\n${faults.join('\n')}`;
}
