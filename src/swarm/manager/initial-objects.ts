import type { RandomStream } from '../../sim/random.ts';
import { generateJoinToken } from '../ca/join-token.ts';
import type { NodeCertificate } from '../ca/node-certificate.ts';
import type { RootCa } from '../ca/root-ca.ts';
import type { Cluster, Network } from '../objects/objects.ts';
import type { Transaction } from '../store/store.ts';
import type { NodeStartConfig } from './state-dir.ts';

/** Marks the swarm's copies of networks that every node has (swarmkit manager/allocator/networkallocator). */
export const PREDEFINED_LABEL = 'com.docker.swarm.predefined';

const DEFAULT_POOL = '10.0.0.0/8';

const DEFAULT_SPEC: Cluster['spec'] = {
  Name: 'default',
  Labels: {},
  Orchestration: { TaskHistoryRetentionLimit: 5 },
  Raft: { SnapshotInterval: 10_000, KeepOldSnapshots: 0, LogEntriesForSlowFollowers: 500, ElectionTick: 10, HeartbeatTick: 1 },
  Dispatcher: { HeartbeatPeriod: 5_000_000_000 },
  CAConfig: { NodeCertExpiry: 7_776_000_000_000_000 },
  TaskDefaults: {},
  EncryptionConfig: { AutoLockManagers: false },
};

/**
 * What every new leader makes sure of (swarmkit manager/manager.go becomeLeader): the cluster object, its own
 * node, and for a fresh swarm the ingress network and the swarm's copies of `bridge` and `host`.
 */
export function createInitialObjects(
  tx: Transaction,
  options: {
    readonly certificate: NodeCertificate;
    readonly rootCa: RootCa;
    readonly config: NodeStartConfig;
    readonly unlockKey: string;
    readonly random: RandomStream;
  },
): void {
  const { certificate, rootCa, config, unlockKey, random } = options;
  const { nodeId, clusterId } = certificate;
  const cluster = tx.cluster();
  // Every later leader writes down the pool that the first one left unsaid.
  if (cluster?.defaultAddressPool.length === 0) tx.update('cluster', { ...cluster, defaultAddressPool: [DEFAULT_POOL] });
  if (!cluster) {
    tx.create('cluster', {
      id: clusterId,
      spec: { ...DEFAULT_SPEC, EncryptionConfig: { AutoLockManagers: config.autoLock } },
      rootCa: {
        certificate: rootCa.certificate,
        digest: rootCa.digest,
        joinTokens: { worker: generateJoinToken(rootCa.digest, random), manager: generateJoinToken(rootCa.digest, random) },
        lastForcedRotation: 0,
      },
      unlockKey,
      defaultAddressPool: config.defaultAddressPool,
      subnetSize: config.subnetSize,
      dataPathPort: config.dataPathPort,
      blacklist: [],
    });
  }
  if (!tx.get('node', nodeId)) {
    tx.create('node', {
      id: nodeId,
      spec: { Labels: {}, Role: 'manager', Availability: config.availability },
      // The role manager makes it what is desired, as it does for every node.
      role: 'worker',
      membership: 'accepted',
      status: { state: 'unknown', message: '', addr: '' },
      attachments: [],
      certificate: { role: 'manager', issuer: certificate.issuer, expiresAt: certificate.expiresAt },
    });
    tx.create('network', {
      ...unallocated(random.swarmId()),
      spec: { Name: 'ingress', Ingress: true, Driver: {}, IPAM: { Config: [] } },
      predefined: false,
    });
  }
  for (const name of ['bridge', 'host']) {
    if (tx.byName('network', name)) continue;
    tx.create('network', {
      ...unallocated(random.swarmId()),
      spec: { Name: name, Labels: { [PREDEFINED_LABEL]: 'true' }, Driver: { Name: name } },
      predefined: true,
    });
  }
}

function unallocated(id: string): Pick<Network, 'id' | 'driver' | 'driverOptions' | 'ipam'> {
  return { id, driver: '', driverOptions: {}, ipam: [] };
}
