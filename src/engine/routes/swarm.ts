import type { JsonObject } from '../../base/json.ts';
import type { SwarmSpec } from '../../docker/api/specs.ts';
import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import type { SwarmInitRequest, SwarmJoinRequest } from '../../swarm/cluster/host.ts';
import { updateCluster } from '../../swarm/manager/control-api/cluster.ts';
import { httpRefusal } from '../../swarm/manager/control-api/rpc-status.ts';
import type { Call } from '../call.ts';
import { swarmJson } from '../convert/swarm-json.ts';
import type { Daemon } from '../daemon.ts';
import { initShape, joinShape, swarmShape, unlockShape } from '../decode/object-shapes.ts';
import { decode } from '../decode/shape.ts';
import { LOCKED } from '../manager-refusal.ts';
import { readVersion } from '../resolve.ts';
import type { Router } from '../router.ts';

const ALREADY = 'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.';
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
    const refused = isRefusal(request) ? request : initRefusal(daemon, request.forceNewCluster);
    if (refused || isRefusal(request)) return call.refuse(refused ?? WRONG_NAME);
    host.swarmInit(request, (failed) => finish(call, failed, failed ? undefined : host.swarm.nodeId));
  });

  router.add('POST', '/swarm/join', (call) => {
    const decoded = decode(joinShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    const { state } = host.swarm;
    if (state === 'locked') return call.refuse({ status: 503, message: LOCKED });
    if (state !== 'inactive') return call.refuse({ status: 503, message: ALREADY });
    const request = readJoin(decoded.value, host.spec.address);
    if (isRefusal(request)) return call.refuse(request);
    host.swarmJoin(request, (failed) => finish(call, failed));
  });

  router.add('POST', '/swarm/leave', (call) => leave(daemon, call));

  router.add('GET', '/swarm', (call) =>
    daemon.onLeader(call, ({ read }) => {
      const cluster = read.cluster();
      if (cluster) call.reply(200, swarmJson(cluster, (at) => daemon.time(at)));
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
      if (!/^(?:|1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value)) return call.refuse({ status: 400, message: `invalid value for ${name}: ${value}` });
      flags[name] = /^(?:1|t)/i.test(value);
    }
    daemon.onLeader(call, (scope) => {
      const spec = decoded.value as unknown as SwarmSpec;
      if (spec.Name !== '' && spec.Name !== 'default') return call.refuse(WRONG_NAME);
      const update = {
        version,
        spec: { ...spec, Name: 'default' },
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
    if (host.swarm.state !== 'locked') return call.refuse({ status: 409, message: 'swarm is not locked' });
    const key = String(decoded.value['UnlockKey']);
    if (!/^SWMKEY-1-[A-Za-z0-9+/]{43}$/.test(key)) return call.refuse({ status: 400, message: 'invalid key string' });
    host.swarmUnlock(key, (refused) => (refused ? call.refuse(refused) : call.reply(200)));
  });
}

/** A host that is in a swarm already cannot start one, unless a manager starts its own anew. */
function initRefusal({ host }: Daemon, force: boolean): Refusal | undefined {
  const { state, isManager } = host.swarm;
  if (state === 'locked') return { status: 503, message: LOCKED };
  if (state === 'inactive') return undefined;
  if (!force) return { status: 503, message: ALREADY };
  const worker =
    "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. " +
    'Please run this command on a manager node or promote the current node to a manager.';
  return isManager ? undefined : { status: 503, message: worker };
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
  const addresses = readAddresses(body, address);
  if (isRefusal(addresses)) return addresses;
  const availability = readAvailability(body);
  if (typeof availability !== 'string') return availability;
  const remoteAddrs = body['RemoteAddrs'] as readonly string[];
  if (remoteAddrs.length === 0) return { status: 400, message: 'at least 1 RemoteAddr is required to join' };
  const token = String(body['JoinToken']);
  if (!/^SWMTKN-[12]-(?:1-)?[0-9a-z]{50}-[0-9a-z]{25}$/.test(token)) return { status: 500, message: 'invalid join token' };
  return { ...addresses, remoteAddrs: remoteAddrs.map(withPort), joinToken: token, availability };
}

/** Listen and advertise address as `ip:2377`; an empty or any-address one becomes the host's own. */
function readAddresses(body: JsonObject, own: string): { readonly listenAddr: string; readonly advertiseAddr: string } | Refusal {
  const listenAddr = withPort(String(body['ListenAddr']) || '0.0.0.0:2377');
  const given = String(body['AdvertiseAddr']);
  if (given === '') return { listenAddr, advertiseAddr: `${own}:${listenAddr.split(':')[1]}` };
  const [ip = '', port = '2377'] = given.split(':');
  const advertised = interfaceAddress(ip, own);
  if (advertised === undefined) {
    return { status: 400, message: 'advertise address must be a non-zero IP address or network interface (with optional port number)' };
  }
  return { listenAddr, advertiseAddr: `${advertised}:${port}` };
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

const LEAVING = 'You are attempting to leave the swarm on a node that is participating as a manager. ';
const RESTORE =
  'The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.';

/** A manager is warned before it leaves (moby daemon/cluster/swarm.go Leave). */
function leave(daemon: Daemon, call: Call): void {
  const { host } = daemon;
  const { state, isManager } = host.swarm;
  const force = call.flag('force');
  const go = (): void =>
    host.swarmLeave(force, (refused) => {
      if (refused) call.refuse(refused);
      else call.reply(200);
    });
  if (state === 'inactive') return call.refuse({ status: 503, message: 'This node is not part of a swarm' });
  if (force) return go();
  if (state === 'locked') {
    return call.refuse({ status: 503, message: 'Swarm is encrypted and locked. Please unlock it first or use `--force` to ignore this message.' });
  }
  if (!isManager) return go();
  if (state !== 'active') return call.refuse({ status: 503, message: `${LEAVING}Doing so may lose the consensus of your cluster. ${RESTORE}` });
  daemon.withLeaderOrNot((scope) => {
    if (!scope) return call.refuse({ status: 503, message: `${LEAVING}${RESTORE}` });
    const { members } = scope.leader;
    const reachable = members.filter((member) => member.reachability === 'reachable').length;
    const unreachable = members.length - reachable;
    if (members.length <= 1) {
      const last = 'Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message. ';
      return call.refuse({ status: 503, message: `${LEAVING}${last}` });
    }
    const quorum =
      reachable - 2 <= unreachable
        ? `Removing this node leaves ${reachable - 1} managers out of ${members.length}. Without a Raft quorum your swarm will be inaccessible. `
        : '';
    call.refuse({ status: 503, message: `${LEAVING}${quorum}${RESTORE}` });
  });
}
