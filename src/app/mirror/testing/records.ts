import type { Frame } from '../../../run/frame.ts';
import type { HostRecord, ServiceRecord, TaskRecord } from '../../../run/view.ts';

/** A ready worker, with what a test changes. */
export function hostRecord(id: string, change: Partial<HostRecord> = {}): HostRecord {
  return {
    kind: 'host',
    id,
    address: '10.0.0.1',
    cpus: 2,
    memoryBytes: 24 * 1024 ** 3,
    power: true,
    engineUp: true,
    linkUp: true,
    swarmState: 'active',
    nodeId: `node-${id}`,
    role: 'worker',
    leader: false,
    managerStatus: '',
    status: 'ready',
    message: '',
    availability: 'active',
    labels: {},
    engineLabels: {},
    reservedNanoCpus: 0,
    reservedMemoryBytes: 0,
    runningContainers: 0,
    cutFrom: [],
    volumes: [],
    ...change,
  };
}

/** A replicated service, with what a test changes. */
export function serviceRecord(id: string, change: Partial<ServiceRecord> = {}): ServiceRecord {
  return {
    kind: 'service',
    id,
    name: id,
    stack: '',
    mode: 'replicated',
    running: 0,
    desired: 1,
    image: 'nginx:latest',
    ports: '',
    update: undefined,
    labels: {},
    constraints: [],
    networks: [],
    secrets: [],
    configs: [],
    createdAt: 0,
    ...change,
  };
}

/** A running task, with what a test changes. */
export function taskRecord(id: string, change: Partial<TaskRecord> = {}): TaskRecord {
  return {
    kind: 'task',
    id,
    serviceId: 'web',
    name: 'web.1',
    slot: 1,
    nodeId: 'node-N1',
    image: 'nginx:latest',
    command: '',
    state: 'running',
    desired: 'running',
    message: 'started',
    err: '',
    since: 0,
    createdAt: 0,
    exitCode: 0,
    containerId: 'c',
    health: '',
    replaces: '',
    cause: '',
    ...change,
  };
}

/** A frame that only carries what a test gives. */
export function frameOf(change: Partial<Frame>): Frame {
  return { now: 0, from: change.now ?? 0, changed: [], removed: [], output: [], notes: [], messages: [], requests: [], inputs: [], ...change };
}
