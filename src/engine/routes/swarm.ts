import type { JsonObject } from '../../base/json.ts';
import type { SwarmSpec } from '../../docker/api/specs.ts';
import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import type { Host, SwarmInitRequest, SwarmJoinRequest } from '../../swarm/cluster/host.ts';
import { updateCluster } from '../../swarm/manager/control-api/cluster.ts';
import { httpRefusal } from '../../swarm/manager/control-api/rpc-status.ts';
import { IN_SWARM_ALREADY } from '../../swarm/manager/refusals.ts';
import type { Call } from '../call.ts';
import { swarmJson } from '../convert/swarm-json.ts';
import type { Daemon } from '../daemon.ts';
import { initShape, joinShape, swarmShape, unlockShape } from '../decode/object-shapes.ts';
import { decode } from '../decode/shape.ts';
import { readVersion } from '../resolve.ts';
import type { Router } from '../router.ts';

const WRONG_NAME: Refusal = { status: 400, message: 'swarm spec must be named "default"' };

/** `/swarm`. */
export function routeSwarm(router: Router, daemon: Daemon): void {
  const { host } = daemon;
  const finish = (call: Call, refused: Refusal | undefined, body?: string): void => {
    if (refused) return call.refuse(refused);
    daemon.networks.ensureGwbridge(daemon.now);
    call.reply(200, body);
  };

  router.add('POST', '/swarm/init', (call) => {
    const decoded = decode(initShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    const request = readInit(decoded.value, host.spec.address);
    if (isRefusal(request)) return call.refuse(request);
    const refused = request.forceNewCluster ? undefined : inSwarm(host);
    if (refused) return call.refuse(refused);
    host.swarmInit(request, (failed) => finish(call, failed, failed ? undefined : host.swarm.nodeId));
  });

  router.add('POST', '/swarm/join', (call) => {
    const decoded = decode(joinShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    const refused = host.swarm.state === 'inactive' ? undefined : IN_SWARM_ALREADY;
    if (refused) return call.refuse(refused);
    const request = readJoin(decoded.value, host.spec.address);
    if (isRefusal(request)) return call.refuse(request);
    host.swarmJoin(request, (failed) => finish(call, failed));
  });

  router.add('POST', '/swarm/leave', (call) => host.swarmLeave(call.flag('force'), (refused) => (refused ? call.refuse(refused) : call.reply(200))));

  router.add('GET', '/swarm', (call) =>
    daemon.onLeader(call, ({ read }) => {
      const cluster = read.cluster();
      if (cluster)
        call.reply(
          200,
          swarmJson(cluster, (at) => daemon.time(at)),
        );
      else call.refuse({ status: 404, message: 'rpc error: code = NotFound desc = no cluster' });
    }),
  );

  router.add('POST', '/swarm/update', (call) => {
    const decoded = decode(swarmShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    const version = readVersion('swarm', call.query('version'));
    if (isRefusal(version)) return call.refuse(version);
    const flags: { [name: string]: boolean } = {};
    for (const name of ['rotateWorkerToken', 'rotateManagerToken', 'rotateManagerUnlockKey']) {
      const value = call.query(name) ?? '';
      if (!/^(?:|1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value))
        return call.refuse({ status: 400, message: `invalid value for ${name}: ${value}` });
      flags[name] = /^(?:1|t)/i.test(value);
    }
    daemon.onLeader(call, (scope) => {
      const spec = decoded.value as unknown as SwarmSpec;
      if (spec.Name !== '' && spec.Name !== 'default') return call.refuse(WRONG_NAME);
      const update = {
        version,
        spec: asStored(spec),
        rotateWorkerToken: flags['rotateWorkerToken'] === true,
        rotateManagerToken: flags['rotateManagerToken'] === true,
        rotateManagerUnlockKey: flags['rotateManagerUnlockKey'] === true,
      };
      updateCluster(scope, update, (refused) => (refused ? call.refuse(httpRefusal(refused)) : call.reply(200)));
    });
  });

  router.add('GET', '/swarm/unlockkey', (call) => daemon.onLeader(call, ({ read }) => call.reply(200, { UnlockKey: read.cluster()?.unlockKey ?? '' })));

  router.add('POST', '/swarm/unlock', (call) => {
    const decoded = decode(unlockShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    host.swarmUnlock(String(decoded.value['UnlockKey']), (refused) => (refused ? call.refuse(refused) : call.reply(200)));
  });
}

/** An update replaces the whole spec: the two numbers that were left out become 0, not their defaults (orchestrator.md §11). */
function asStored(spec: SwarmSpec): SwarmSpec {
  return {
    ...spec,
    Name: 'default',
    Orchestration: { TaskHistoryRetentionLimit: spec.Orchestration.TaskHistoryRetentionLimit ?? 0 },
    Raft: { ...spec.Raft, KeepOldSnapshots: spec.Raft.KeepOldSnapshots ?? 0 },
  };
}

/** A host that is in a swarm cannot make one of its own, and a locked one says first what it needs. */
function inSwarm({ swarm }: Host): Refusal | undefined {
  return swarm.state === 'inactive' ? undefined : IN_SWARM_ALREADY;
}

/** Fills in the defaults of a new swarm (moby daemon/cluster/swarm.go Init; defaults: README of the recordings, §4). */
function readInit(body: JsonObject, address: string): SwarmInitRequest | Refusal {
  const spec = body['Spec'] as unknown as SwarmSpec;
  if (spec.Name !== '' && spec.Name !== 'default') return WRONG_NAME;
  const addresses = readAddresses(body, address);
  if (isRefusal(addresses)) return addresses;
  const availability = readAvailability(body);
  if (typeof availability !== 'string') return availability;
  const port = Number(body['DataPathPort']);
  if (port !== 0 && (port < 1024 || port > 49_151)) {
    return { status: 400, message: `Datapath port number is not in valid range (1024-49151) : ${port}` };
  }
  const pools = body['DefaultAddrPool'] as readonly string[];
  const size = Number(body['SubnetSize']) || 24;
  if (size > 29) return { status: 400, message: `subnet size is out of range: ${size}` };
  for (const pool of pools) {
    const bits = /^[\d.]+\/(\d+)$/.exec(pool)?.[1];
    if (bits === undefined) return { status: 400, message: `invalid CIDR address: ${pool}` };
    if (Number(bits) > size) return { status: 400, message: `invalid CIDR: ${JSON.stringify(pool)}. Subnet size is too small for pool: ${size}` };
  }
  const autoLock = body['AutoLockManagers'] === true || spec.EncryptionConfig.AutoLockManagers;
  return {
    ...addresses,
    dataPathPort: port || 4789,
    defaultAddressPool: pools,
    subnetSize: size,
    autoLock,
    availability,
    forceNewCluster: body['ForceNewCluster'] === true,
    spec: withDefaults(spec, autoLock),
  };
}

function withDefaults(spec: SwarmSpec, autoLock: boolean): SwarmSpec {
  return {
    Name: 'default',
    Labels: spec.Labels,
    Orchestration: { TaskHistoryRetentionLimit: spec.Orchestration.TaskHistoryRetentionLimit ?? 5 },
    Raft: {
      SnapshotInterval: spec.Raft.SnapshotInterval || 10_000,
      KeepOldSnapshots: spec.Raft.KeepOldSnapshots ?? 0,
      LogEntriesForSlowFollowers: spec.Raft.LogEntriesForSlowFollowers || 500,
      ElectionTick: spec.Raft.ElectionTick || 10,
      HeartbeatTick: spec.Raft.HeartbeatTick || 1,
    },
    Dispatcher: { HeartbeatPeriod: spec.Dispatcher.HeartbeatPeriod || 5_000_000_000 },
    CAConfig: { ...spec.CAConfig, NodeCertExpiry: spec.CAConfig.NodeCertExpiry || 7_776_000_000_000_000 },
    TaskDefaults: spec.TaskDefaults,
    EncryptionConfig: { AutoLockManagers: autoLock },
  };
}

function readJoin(body: JsonObject, address: string): SwarmJoinRequest | Refusal {
  const addresses = body['AdvertiseAddr'] === '' ? { listenAddr: listenAddress(body), advertiseAddr: '' } : readAddresses(body, address);
  if (isRefusal(addresses)) return addresses;
  const availability = readAvailability(body);
  if (typeof availability !== 'string') return availability;
  const remoteAddrs = body['RemoteAddrs'] as readonly string[];
  if (remoteAddrs.length === 0) return { status: 400, message: 'at least 1 RemoteAddr is required to join' };
  return { ...addresses, remoteAddrs: remoteAddrs.map(withPort), joinToken: String(body['JoinToken']), availability };
}

/** Listen and advertise address as `ip:2377`; an empty or any-address one becomes the host's own. */
function readAddresses(body: JsonObject, own: string): { readonly listenAddr: string; readonly advertiseAddr: string } | Refusal {
  const listenAddr = listenAddress(body);
  const given = String(body['AdvertiseAddr']);
  if (given === '') return { listenAddr, advertiseAddr: `${own}:${listenAddr.split(':')[1]}` };
  const [ip = '', port = '2377'] = given.split(':');
  const advertised = interfaceAddress(ip, own);
  if (advertised === undefined) {
    return { status: 400, message: 'advertise address must be a non-zero IP address or network interface (with optional port number)' };
  }
  return { listenAddr, advertiseAddr: `${advertised}:${port}` };
}

function listenAddress(body: JsonObject): string {
  return withPort(String(body['ListenAddr']) || '0.0.0.0:2377');
}

/** An IPv4 address that can be reached, or the host's own for one of its interfaces; undefined when it is neither. */
function interfaceAddress(text: string, own: string): string | undefined {
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return text === '0.0.0.0' || text.split('.').some((part) => Number(part) > 255) ? undefined : text;
  return ['eth0', 'ens3', 'enp0s3'].includes(text) ? own : undefined;
}

function withPort(address: string): string {
  return /:\d+$/.test(address) ? address : `${address}:2377`;
}

function readAvailability(body: JsonObject): SwarmInitRequest['availability'] | Refusal {
  const text = String(body['Availability']).toLowerCase();
  if (text === '' || text === 'active' || text === 'pause' || text === 'drain') return text;
  return { status: 400, message: `invalid Availability: ${JSON.stringify(String(body['Availability']))}` };
}
