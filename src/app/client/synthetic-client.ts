import type { Frame } from '../../run/frame.ts';
import type { Answer, Query } from '../../run/query.ts';
import type { HostRecord, Note, ServiceRecord, TaskRecord, ViewRecord } from '../../run/view.ts';
import { type Capabilities, LOOKING_ONLY, type News, type Pace, type SwarmClient } from './swarm-client.ts';

/** How big a synthetic world is: every service has the same number of tasks. */
export interface WorldSize {
  readonly hosts: number;
  readonly services: number;
  readonly replicas: number;
}

const NAMES = ['web', 'api', 'cart', 'db', 'mail', 'search', 'cron', 'auth', 'log', 'queue'];
const TICK_MS = 50;
/** How many tasks an update takes up at a time, and how long one needs to be replaced. */
const PARALLELISM = 4;
const REPLACE_MS = 600;
const GIB = 1024 ** 3;

/**
 * A world of any size for measuring how it is drawn: hosts in zones, services, and a rolling update that goes round for
 * ever. It is no model of Swarm, knows no commands and is never part of the built page.
 */
export class SyntheticClient implements SwarmClient {
  readonly capabilities: Capabilities = { ...LOOKING_ONLY, pace: true };
  private now = 60_000;
  private speed = 1;
  private made = 0;
  private next = 0;
  private readonly replicas: number;
  private readonly hosts: HostRecord[];
  private readonly services: ServiceRecord[];
  /** The running task of each slot, all services one after another. */
  private readonly slots: TaskRecord[];
  private due: { readonly at: number; readonly slot: number; readonly before: TaskRecord }[] = [];
  private readonly listeners = new Set<(news: News) => void>();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor({ hosts, services, replicas }: WorldSize) {
    this.replicas = replicas;
    this.hosts = Array.from({ length: hosts }, (_, i) => host(i, (services * replicas) / hosts));
    this.services = Array.from({ length: services }, (_, i) => service(i, replicas));
    this.slots = Array.from({ length: services * replicas }, (_, i) => this.task(i, 'running', 0));
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  onNews(listen: (news: News) => void): () => void {
    listen({ kind: 'whole', frames: [this.frame([...this.hosts, ...this.services, ...this.slots], [], [])] });
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }

  onFailure(): () => void {
    return () => {};
  }

  send(): void {}

  fork(): void {}

  open(): void {}

  past(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  recording(): undefined {}

  watchRaft(): void {}

  setPace(pace: Pace): void {
    this.speed = pace.speed;
  }

  ask<Q extends Query>(_query: Q): Promise<Answer<Q>> {
    return Promise.reject(new Error('nobody answers in a synthetic world'));
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** Lets the update go on: old tasks leave, new ones come, start and run. */
  private tick(): void {
    if (this.speed === 0) return;
    this.now += TICK_MS * this.speed;
    const changed: ViewRecord[] = [];
    const removed: string[] = [];
    const notes: Note[] = [];
    for (const { slot, before } of this.due.filter(({ at }) => at <= this.now)) {
      const task = this.task(slot, 'running', this.now, before.id);
      this.slots[slot] = task;
      removed.push(`task/${before.id}`);
      changed.push(task);
      notes.push({ at: this.now, kind: 'task-running', subject: task.name, words: { task: task.id, host: this.hosts[slot % this.hosts.length]?.id ?? '' } });
    }
    this.due = this.due.filter(({ at }) => at > this.now);
    while (this.due.length < PARALLELISM && this.slots.length > 0) {
      const slot = this.next++ % this.slots.length;
      const before = this.slots[slot] as TaskRecord;
      changed.push({ ...before, desired: 'shutdown', cause: 'update' });
      this.due.push({ at: this.now + REPLACE_MS, slot, before });
    }
    const frame = this.frame(changed, removed, notes);
    for (const listen of this.listeners) listen({ kind: 'more', frames: [frame] });
  }

  private frame(changed: readonly ViewRecord[], removed: readonly string[], notes: readonly Note[]): Frame {
    return { now: this.now, from: this.now, changed, removed, output: [], notes, messages: [], requests: [], inputs: [] };
  }

  private task(slot: number, state: string, at: number, replaces = ''): TaskRecord {
    const { id, name, image } = this.services[Math.floor(slot / this.replicas)] as ServiceRecord;
    const number = (slot % this.replicas) + 1;
    const made = (this.made++).toString(36).padStart(8, '0');
    // A few of a big world are always in trouble, else nothing would have to be seen.
    const failed = replaces === '' && slot % 997 === 996;
    return {
      kind: 'task',
      id: `t${made}${id}`,
      serviceId: id,
      name: `${name}.${number}`,
      slot: number,
      nodeId: `node${(slot * 7) % this.hosts.length}`,
      image,
      command: '',
      state: failed ? 'failed' : state,
      desired: failed ? 'shutdown' : 'running',
      message: 'started',
      err: failed ? 'task: non-zero exit (1)' : '',
      since: at,
      createdAt: at,
      exitCode: failed ? 1 : 0,
      containerId: made.padEnd(64, '0'),
      health: '',
      replaces,
      cause: failed ? 'failed' : '',
    };
  }
}

function host(i: number, tasks: number): HostRecord {
  const manager = i < 3;
  const down = i > 5 && i % 97 === 96;
  return {
    kind: 'host',
    id: `N${i + 1}`,
    address: `10.${Math.floor(i / 62_500)}.${Math.floor(i / 250) % 250}.${(i % 250) + 1}`,
    cpus: 8,
    memoryBytes: 32 * GIB,
    power: true,
    engineUp: !down,
    linkUp: true,
    swarmState: 'active',
    nodeId: `node${i}`,
    role: manager ? 'manager' : 'worker',
    leader: i === 0,
    managerStatus: manager ? (i === 0 ? 'leader' : 'reachable') : '',
    status: down ? 'down' : 'ready',
    message: down ? 'heartbeat failure' : '',
    availability: i % 41 === 40 ? 'drain' : 'active',
    labels: { zone: ['a', 'b', 'c'][i % 3] as string },
    engineLabels: {},
    reservedNanoCpus: tasks * 1e8,
    reservedMemoryBytes: tasks * 64 * 1024 ** 2,
    runningContainers: tasks,
    cutFrom: [],
    volumes: [],
  };
}

function service(i: number, replicas: number): ServiceRecord {
  const stack = `shop${Math.floor(i / NAMES.length)}`;
  return {
    kind: 'service',
    id: `s${i}`,
    name: `${stack}_${NAMES[i % NAMES.length]}`,
    stack,
    mode: 'replicated',
    running: replicas,
    desired: replicas,
    image: 'nginx:1.25',
    ports: '',
    update: undefined,
    labels: {},
    constraints: [],
    networks: [],
    secrets: [],
    configs: [],
    createdAt: i,
  };
}
