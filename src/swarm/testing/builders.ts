import type { NodeDescription, PortConfig, ServiceSpec, SwarmSpec, TaskSpec } from '../../docker/api/specs.ts';
import { type Cluster, NOT_STORED, type Node, type Service, type Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';

/** Objects as tests need them: everything valid and small; what a test is about is given. `meta` comes from the store. */
export function makeNode(
  id: string,
  given: {
    state?: Node['status']['state'];
    availability?: Node['spec']['Availability'];
    role?: Node['role'];
    labels?: { readonly [key: string]: string };
    addr?: string;
    description?: NodeDescription | null;
    cpus?: number;
    memoryBytes?: number;
  } = {},
): Omit<Node, 'meta'> {
  const description: NodeDescription = given.description ?? {
    Hostname: `host-${id}`,
    Platform: { Architecture: 'x86_64', OS: 'linux' },
    Resources: { NanoCPUs: (given.cpus ?? 4) * 1e9, MemoryBytes: given.memoryBytes ?? 8e9 },
    Engine: {
      EngineVersion: '28.2.2',
      Labels: {},
      Plugins: [
        { Type: 'Network', Name: 'overlay' },
        { Type: 'Volume', Name: 'local' },
        { Type: 'Log', Name: 'json-file' },
      ],
    },
  };
  return {
    id,
    spec: { Labels: given.labels ?? {}, Role: given.role ?? 'worker', Availability: given.availability ?? 'active' },
    role: given.role ?? 'worker',
    membership: 'accepted',
    ...(given.description !== null && { description }),
    status: { state: given.state ?? 'ready', message: '', addr: given.addr ?? '10.0.0.1' },
    attachments: [],
    certificate: { role: given.role ?? 'worker', issuer: 'root', expiresAt: 0 },
  };
}

export function makeService(
  id: string,
  given: {
    mode?: ServiceSpec['Mode'];
    replicas?: number;
    task?: TaskSpec;
    spec?: Partial<ServiceSpec>;
    rest?: Partial<Omit<Service, 'id' | 'meta' | 'spec'>>;
  } = {},
): Omit<Service, 'meta'> {
  return {
    id,
    specVersion: 0,
    ...given.rest,
    spec: {
      Name: id,
      Labels: {},
      TaskTemplate: given.task ?? { ContainerSpec: { Image: 'nginx:1' } },
      Mode: given.mode ?? { Replicated: { Replicas: given.replicas ?? 1 } },
      ...given.spec,
    },
  };
}

let lastTask = 0;

/** A task of a service as stored; without an id it gets the next one. */
export function makeTask(
  service: Pick<Service, 'id' | 'spec' | 'specVersion'> | undefined,
  given: Partial<Omit<Task, 'meta' | 'status' | 'endpoint'>> & { state?: TaskState; status?: Partial<Task['status']>; ports?: readonly PortConfig[] } = {},
): Task {
  const { state, status, ports, ...rest } = given;
  return {
    id: `task${String(++lastTask).padStart(6, '0')}`,
    serviceId: service?.id ?? '',
    serviceName: service?.spec.Name ?? '',
    serviceLabels: {},
    slot: 1,
    nodeId: '',
    spec: service?.spec.TaskTemplate ?? {},
    specVersion: service?.specVersion ?? 0,
    status: { state: state ?? TaskState.PENDING, timestamp: 0, message: 'pending task scheduling', ...status },
    desiredState: TaskState.RUNNING,
    networks: [],
    endpoint: { spec: service?.spec.EndpointSpec ?? {}, ports: ports ?? [], virtualIPs: [] },
    assignedGenericResources: [],
    meta: NOT_STORED,
    placement: undefined,
    ...rest,
  };
}

export function makeCluster(given: { historyLimit?: number; logDriver?: NonNullable<SwarmSpec['TaskDefaults']['LogDriver']> } = {}): Omit<Cluster, 'meta'> {
  return {
    id: 'cluster',
    spec: {
      Name: 'default',
      Labels: {},
      Orchestration: { TaskHistoryRetentionLimit: given.historyLimit ?? 5 },
      Raft: { ElectionTick: 10, HeartbeatTick: 1 },
      Dispatcher: {},
      CAConfig: {},
      TaskDefaults: given.logDriver ? { LogDriver: given.logDriver } : {},
      EncryptionConfig: { AutoLockManagers: false },
    },
    rootCa: { certificate: '', digest: '', joinTokens: { worker: '', manager: '' }, lastForcedRotation: 0 },
    unlockKey: '',
    defaultAddressPool: [],
    subnetSize: 24,
    dataPathPort: 4789,
    blacklist: [],
  };
}
