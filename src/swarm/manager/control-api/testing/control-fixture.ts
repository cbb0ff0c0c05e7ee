import type { ServiceSpec } from '../../../../docker/api/specs.ts';
import { RandomStream } from '../../../../sim/random.ts';
import type { Cluster, Node } from '../../../objects/objects.ts';
import { SoleProposer } from '../../../store/proposer.ts';
import { Store } from '../../../store/store.ts';
import type { ControlContext } from '../control-context.ts';
import type { RpcStatus } from '../rpc-status.ts';

/** A leader's store and what its control API works with; time stands at `now`. */
export interface ControlFixture extends ControlContext {
  now: number;
  members: { readonly nodeId: string }[];
  removable: (nodeId: string) => boolean;
}

export function controlFixture(): ControlFixture {
  const fixture: ControlFixture = {
    now: 1000,
    unixNow: 1_735_689_600_000,
    random: new RandomStream('control-api'),
    members: [],
    removable: () => true,
    canRemoveMember: (nodeId) => fixture.removable(nodeId),
    store: new Store(new SoleProposer(10), () => fixture.now),
  };
  fixture.store.update((tx) => {
    tx.create('cluster', aCluster());
    tx.create('network', {
      id: 'ingress0000000000000000id',
      spec: { Name: 'ingress', Ingress: true },
      driver: 'overlay',
      driverOptions: {},
      ipam: [{ Subnet: '10.0.0.0/24', Gateway: '10.0.0.1' }],
      predefined: false,
    });
  });
  return fixture;
}

/** Runs a request that answers at once and gives its result. */
export function result<T>(request: (done: (value: T) => void) => void): T {
  const answers: T[] = [];
  request((value) => answers.push(value));
  if (answers.length !== 1) throw new Error(`${answers.length} answers instead of one`);
  return answers[0] as T;
}

/** The text of a refusal with its code; empty for success. */
export function refusal(value: string | RpcStatus | undefined): string {
  return typeof value === 'object' ? `${value.code}: ${value.message}` : '';
}

export function aSpec(name: string, given: Partial<ServiceSpec> = {}): ServiceSpec {
  return {
    Name: name,
    Labels: {},
    TaskTemplate: { ContainerSpec: { Image: 'nginx:latest' }, ForceUpdate: 0, Runtime: 'container' },
    Mode: { Replicated: { Replicas: 1 } },
    ...given,
  };
}

export function aNode(id: string, given: Partial<Omit<Node, 'id' | 'meta'>> = {}): Omit<Node, 'meta'> {
  return {
    id,
    spec: { Labels: {}, Role: 'worker', Availability: 'active' },
    role: 'worker',
    membership: 'accepted',
    description: { Hostname: `host-${id}`, Platform: { Architecture: 'x86_64', OS: 'linux' } },
    status: { state: 'ready', message: '', addr: '10.35.3.145' },
    attachments: [],
    certificate: { role: 'worker', issuer: 'root', expiresAt: 5000 },
    ...given,
  };
}

export function aManager(id: string, given: Partial<Omit<Node, 'id' | 'meta'>> = {}): Omit<Node, 'meta'> {
  return aNode(id, { role: 'manager', spec: { Labels: {}, Role: 'manager', Availability: 'active' }, ...given });
}

export function aCluster(): Omit<Cluster, 'meta'> {
  const digest = 'a'.repeat(50);
  return {
    id: 'cluster00000000000000id00',
    spec: {
      Name: 'default',
      Labels: {},
      Orchestration: { TaskHistoryRetentionLimit: 5 },
      Raft: { SnapshotInterval: 10_000, KeepOldSnapshots: 0, LogEntriesForSlowFollowers: 500, ElectionTick: 10, HeartbeatTick: 1 },
      Dispatcher: { HeartbeatPeriod: 5_000_000_000 },
      CAConfig: { NodeCertExpiry: 7_776_000_000_000_000 },
      TaskDefaults: {},
      EncryptionConfig: { AutoLockManagers: false },
    },
    rootCa: {
      certificate: '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n',
      digest,
      joinTokens: { worker: `SWMTKN-1-${digest}-${'w'.repeat(25)}`, manager: `SWMTKN-1-${digest}-${'m'.repeat(25)}` },
      lastForcedRotation: 0,
    },
    unlockKey: '',
    defaultAddressPool: [],
    subnetSize: 24,
    dataPathPort: 4789,
    blacklist: [],
  };
}
