import type { IpamConfig, NetworkSpec } from '../../../docker/api/specs.ts';
import { cidrContains, parseCidr, parseIp } from '../../constraint/ip.ts';
import type { Network, Service } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Reader } from '../../store/tables.ts';
import { PREDEFINED_LABEL } from '../initial-objects.ts';
import { type Committed, type ControlContext, transact } from './control-context.ts';
import { fitting } from './message-size.ts';
import { validateDnsName } from './names.ts';
import { type RpcStatus, rpcStatus } from './rpc-status.ts';

const DRIVERS = new Set(['overlay', 'bridge', 'host', 'macvlan', 'ipvlan', 'null']);

/** Creates a swarm network, which the allocator then gives its addresses; `done` gets its id or the refusal (swarmkit controlapi/network.go). */
export function createNetwork(context: ControlContext, spec: NetworkSpec, done: (result: string | RpcStatus) => void): void {
  const refused = validateNetworkSpec(spec);
  if (refused) {
    done(refused);
    return;
  }
  const id = context.random.swarmId();
  transact(
    context,
    (tx) => {
      const ingress = spec.Ingress ? tx.list('network').find((network) => network.spec.Ingress) : undefined;
      if (ingress) return rpcStatus('AlreadyExists', `ingress network (${ingress.id}) is already present`);
      tx.create('network', { id, spec: fitting(spec), driver: '', driverOptions: {}, ipam: [], predefined: false });
      return undefined;
    },
    (failed) => done(failed ?? id),
  );
}

/** Removes a network that no service and no live task uses (swarmkit controlapi/network.go RemoveNetwork; orchestrator.md §8.4). */
export function removeNetwork(context: ControlContext, id: string, done: Committed): void {
  transact(
    context,
    (tx) => {
      const network = tx.get('network', id);
      if (!network) return rpcStatus('NotFound', `network ${id} not found`);
      const refused = removalRefusal(tx, network);
      if (refused) return refused;
      tx.delete('network', id);
      return undefined;
    },
    done,
  );
}

function removalRefusal(reader: Reader, network: Network): RpcStatus | undefined {
  const refused = (message: string): RpcStatus => rpcStatus('FailedPrecondition', message);
  if (network.spec.Ingress) {
    const service = reader.list('service').find(publishesIngress);
    return service ? refused(`ingress network cannot be removed because service ${service.id} depends on it`) : undefined;
  }
  if (network.predefined) return refused(`network ${network.id} (${network.spec.Name}) is a swarm predefined network and cannot be removed`);
  const service = reader.list('service').find((candidate) => attachedTo(candidate, network.id));
  if (service) return refused(`network ${network.id} is in use by service ${service.id}`);
  const task = reader
    .list('task')
    .find(
      (candidate) =>
        candidate.networks.some((attachment) => attachment.networkId === network.id) &&
        candidate.desiredState <= TaskState.RUNNING &&
        candidate.status.state <= TaskState.RUNNING,
    );
  return task && refused(`network ${network.id} is in use by task ${task.id}`);
}

function publishesIngress(service: Service): boolean {
  return (service.spec.EndpointSpec?.Ports ?? []).some((port) => port.PublishMode !== 'host');
}

function attachedTo(service: Service, networkId: string): boolean {
  return [...(service.spec.Networks ?? []), ...(service.spec.TaskTemplate.Networks ?? [])].some((network) => network.Target === networkId);
}

/** Checks a network spec (swarmkit controlapi/network.go validateNetworkSpec; orchestrator.md §10.5). */
export function validateNetworkSpec(spec: NetworkSpec): RpcStatus | undefined {
  const refused = (message: string): RpcStatus => rpcStatus('InvalidArgument', message);
  const driver = spec.Driver?.Name ?? '';
  if (spec.Ingress && driver !== '' && driver !== 'overlay') {
    return rpcStatus('Unimplemented', 'only overlay driver is currently supported for ingress network');
  }
  if (spec.Attachable && spec.Ingress) return refused('ingress network cannot be attachable');
  const name = validateDnsName(spec.Name);
  if (name) return name;
  if (spec.Labels?.[PREDEFINED_LABEL] !== undefined) {
    return rpcStatus('PermissionDenied', `label ${PREDEFINED_LABEL} is for internally created predefined networks and cannot be applied by users`);
  }
  if (spec.Driver && driver === '' && Object.keys(spec.Driver.Options ?? {}).length > 0) return refused('driver name: if driver is specified name is required');
  if (driver !== '' && !DRIVERS.has(driver)) return refused(`plugin ${driver} not supported`);
  for (const config of spec.IPAM?.Config ?? []) {
    const fault = ipamFault(config);
    if (fault) return refused(`ipam configuration: ${fault}`);
  }
  return undefined;
}

function ipamFault(config: IpamConfig): string | undefined {
  const { Subnet: subnet = '', IPRange: range = '', Gateway: gateway = '' } = config;
  const net = parseCidr(subnet);
  if (!net) return `invalid subnet ${subnet}`;
  if (range !== '') {
    const part = parseCidr(range);
    if (!part) return `invalid range ${range}`;
    if (!cidrContains(net, part.ip)) return `subnet ${subnet} does not contain range ${range}`;
  }
  if (gateway !== '') {
    const address = parseIp(gateway);
    if (!address) return `invalid gateway ${gateway}`;
    if (!cidrContains(net, address)) return `subnet ${subnet} does not contain gateway ${gateway}`;
  }
  return undefined;
}
