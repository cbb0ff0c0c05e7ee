import type { Frame, TerminalOutput } from '../../run/frame.ts';
import type { Input, LoggedInput } from '../../run/input.ts';
import type { Answer, Query } from '../../run/query.ts';
import type { HostRecord, Note, ServiceRecord, TaskRecord, ViewRecord } from '../../run/view.ts';
import type { Capabilities, News, Pace, SwarmClient } from './swarm-client.ts';

/** How big the fake world is. */
export interface FakeWorld {
  readonly hosts: number;
  readonly managers: number;
  /** Name, image and replicas of each service. */
  readonly services: readonly (readonly [name: string, image: string, replicas: number])[];
}

const DEFAULT: FakeWorld = {
  hosts: 3,
  managers: 1,
  services: [
    ['mystack_web', 'daviddavistx/webserver:1', 5],
    ['webapp1', 'nginx:latest', 6],
  ],
};

const HEARTBEAT_MS = 15_000;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A small world for working on the page without the simulation: it looks like a swarm and knows a handful of
 * commands by their shape. It is no model of anything and never part of the built page.
 */
export class FakeClient implements SwarmClient {
  readonly capabilities: Capabilities = { faults: true, timeTravel: false, pace: true, share: true };
  private now = 0;
  private speed = 1;
  private ids = 0;
  private readonly records = new Map<string, ViewRecord>();
  private readonly dirty = new Set<string>();
  private readonly gone: string[] = [];
  private notes: Note[] = [];
  private output: TerminalOutput[] = [];
  private inputs: LoggedInput[] = [];
  private later: { at: number; work: () => void }[] = [];
  private readonly listeners = new Set<(news: News) => void>();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(world: FakeWorld = DEFAULT) {
    for (let i = 1; i <= world.hosts; i++) this.addHost(`DC2-N${i}`, i <= world.managers);
    for (const [name, image, replicas] of world.services) this.addService(name, image, replicas);
    this.pass(8000);
    for (let i = 1; i <= world.hosts; i++) this.print(`DC2-N${i}`, '', true);
    this.timer = setInterval(() => this.tick(), 50);
  }

  onNews(listen: (news: News) => void): () => void {
    for (const service of this.services()) this.count(service);
    const everything = { changed: [...this.records.values()], removed: [], output: this.output, notes: this.notes, inputs: [] };
    listen({ kind: 'whole', frames: [{ now: this.now, from: this.now, ...everything }] });
    this.output = [];
    this.notes = [];
    this.dirty.clear();
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }

  onFailure(): () => void {
    return () => {};
  }

  fork(): void {}

  open(): void {}

  recording(): undefined {}

  setPace(pace: Pace): void {
    this.speed = pace.speed;
  }

  close(): void {
    clearInterval(this.timer);
    this.listeners.clear();
  }

  send(input: Input): void {
    this.inputs.push({ at: this.now, input });
    switch (input.kind) {
      case 'line':
        this.print(input.host, `${input.host} ~ $ ${input.text}\n`);
        this.command(input.host, input.text.trim());
        this.print(input.host, '', true);
        break;
      case 'fault':
        this.fault(input.host, input.fault);
        break;
      case 'add-host':
        this.addHost(input.name, false, false);
        this.note('host-added', input.name);
        break;
      case 'remove-host':
        this.remove(`host/${input.host}`);
        break;
      default:
        break;
    }
    this.emit();
  }

  ask<Q extends Query>(query: Q): Promise<Answer<Q>> {
    return Promise.resolve(this.answer(query) as Answer<Q>);
  }

  private answer(query: Query): Answer {
    switch (query.kind) {
      case 'inspect':
        return { text: JSON.stringify([this.records.get(`${query.type === 'node' ? 'host' : query.type}/${query.id}`) ?? { ID: query.id }], null, 4) };
      case 'logs':
        return { lines: Array.from({ length: 12 }, (_, i) => `2026-01-05T09:0${i % 10}:12.000000000Z 10.0.0.${i} - - "GET / HTTP/1.1" 200 612`) };
      case 'explain': {
        const task = this.records.get(`task/${query.taskId}`) as TaskRecord | undefined;
        return {
          at: task?.createdAt ?? 0,
          message: task?.nodeId ? '' : (task?.err ?? ''),
          chosen: this.hosts().find((h) => h.nodeId === task?.nodeId)?.id ?? '',
          rows: this.hosts().map((h, i) => ({
            host: h.id,
            ...(h.status === 'ready' && h.availability === 'active'
              ? {}
              : { refusedBy: 'ready', detail: h.status === 'ready' ? `availability is ${h.availability}` : `status is ${h.status}` }),
            recentFailures: 0,
            serviceTasks: 1 + (i % 2),
            totalTasks: 3,
            placed: 1,
          })),
        };
      }
      case 'raft':
        return { managers: [], flights: [], recent: [] };
      case 'networks':
        return [];
      case 'trace':
        return { ok: false, status: 0, text: '(7) Failed to connect', taskId: '', tookMs: 1, hops: [] };
      case 'complete': {
        const words = ['docker', 'node', 'service', 'stack', 'ls', 'ps', 'inspect', 'scale', 'update', 'deploy'].filter((w) =>
          w.startsWith(query.line.slice(0, query.cursor).split(' ').at(-1) ?? ''),
        );
        return { from: query.line.lastIndexOf(' ', query.cursor - 1) + 1, words };
      }
      case 'check-stack': {
        const [file] = query.files;
        const lines = (file?.content ?? '').split('\n');
        const bad = lines.findIndex((line) => /replicas:\s*[^\d\s]/.test(line));
        return {
          problems:
            bad < 0
              ? []
              : [
                  {
                    path: file?.path ?? '',
                    severity: 'error',
                    line: bad + 1,
                    column: 1,
                    endLine: bad + 1,
                    endColumn: (lines[bad]?.length ?? 0) + 1,
                    message: 'services.web.deploy.replicas must be a integer',
                    hint: 'needs-number',
                    words: {},
                    fixes: [],
                  },
                ],
        };
      }
      case 'plan':
        return {
          stack: query.stack,
          at: this.now,
          command: `docker stack deploy -c ${query.files[0]?.path ?? ''} ${query.stack}`,
          exit: 0,
          stdout: '',
          stderr: '',
          services: [],
          objects: [],
          settledAfterMs: 0,
          horizonMs: 8000,
        };
      case 'export':
        return { text: JSON.stringify({ v: 1, s: 'course', i: [], t: this.now }) };
      default:
        return { hash: '0', now: this.now };
    }
  }

  private tick(): void {
    this.pass(this.now + 50 * this.speed);
    this.emit();
  }

  private pass(until: number): void {
    for (;;) {
      this.later.sort((a, b) => a.at - b.at);
      const next = this.later[0];
      if (!next || next.at > until) break;
      this.later.shift();
      this.now = Math.max(this.now, next.at);
      next.work();
    }
    this.now = until;
  }

  private emit(): void {
    for (const service of this.services()) this.count(service);
    for (const host of this.hosts()) this.reserve(host);
    const changed = [...this.dirty].flatMap((key) => this.records.get(key) ?? []);
    const { now, output, notes, inputs } = this;
    const frame: Frame = { now, from: now, changed, removed: this.gone.splice(0), output, notes, inputs };
    this.dirty.clear();
    this.output = [];
    this.notes = [];
    this.inputs = [];
    for (const listen of this.listeners) listen({ kind: 'more', frames: [frame] });
  }

  private command(host: string, text: string): void {
    const match = (pattern: RegExp): RegExpExecArray | null => pattern.exec(text);
    let found: RegExpExecArray | null;
    if (match(/systemctl stop docker/)) this.fault(host, 'engine-stop');
    else if (match(/systemctl start docker/)) this.fault(host, 'engine-start');
    else if ((found = match(/ip link set eth0 (up|down)/))) this.fault(host, found[1] === 'up' ? 'heal' : 'cut');
    else if ((found = match(/node update --availability (\w+) (\S+)/))) {
      this.put({ ...this.host(found[2] as string), availability: found[1] as 'drain' });
      this.note('node-availability', found[2] as string, { availability: found[1] as string });
      this.reconcile();
      this.print(host, `${found[2]}\n`);
    } else if ((found = match(/node (promote|demote) (\S+)/)))
      this.put({
        ...this.host(found[2] as string),
        role: found[1] === 'promote' ? 'manager' : 'worker',
        managerStatus: found[1] === 'promote' ? 'reachable' : '',
      });
    else if (match(/swarm join/))
      this.put({ ...this.host(host), nodeId: `node-${host}`, role: 'worker', status: 'ready', availability: 'active', swarmState: 'active' });
    else if ((found = match(/service scale (\S+)=(\d+)/))) {
      const service = this.services().find((s) => s.name === found?.[1]);
      if (service) {
        this.note('service-scaled', service.name, { from: String(service.desired), to: found[2] as string });
        this.put({ ...service, desired: Number(found[2]) });
      }
      this.reconcile();
      this.print(host, `${found[1]} scaled to ${found[2]}\n`);
    } else if ((found = match(/service rm (\S+)/))) {
      const service = this.services().find((s) => s.name === found?.[1]);
      for (const task of this.tasks()) if (task.serviceId === service?.id) this.remove(`task/${task.id}`);
      if (service) this.remove(`service/${service.id}`);
    } else if ((found = match(/docker kill/))) {
      const task = this.tasks().find((t) => text.includes(t.containerId.slice(0, 12)));
      if (task) this.failTask(task, 'task: non-zero exit (137)');
    } else if ((found = match(/service create --name (\S+) .*?(\S+)$/))) this.addService(found[1] as string, found[2] as string, 2);
    else if (match(/^docker node ls/)) {
      this.print(host, 'ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION\n');
      for (const h of this.hosts())
        this.print(
          host,
          `${h.nodeId.padEnd(29).slice(0, 29)} ${h.id.padEnd(10)} ${h.status.padEnd(9)} ${h.availability.padEnd(14)} ${h.managerStatus.padEnd(16)} 28.2.2\n`,
        );
    } else if (text !== '') this.print(host, `${text.split(' ')[0]}: command not found\n`);
  }

  private fault(name: string, fault: string): void {
    const host = this.host(name);
    switch (fault) {
      case 'engine-stop':
      case 'power-off':
        this.put({ ...host, engineUp: false, power: fault !== 'power-off' });
        this.note(fault === 'power-off' ? 'power-off' : 'engine-stopped', name);
        this.after(HEARTBEAT_MS, () => {
          if (this.host(name).engineUp) return;
          this.put({ ...this.host(name), status: 'down', message: 'heartbeat failure' });
          this.note('node-down', name, { reason: 'heartbeat failure' });
          this.reconcile();
        });
        break;
      case 'engine-start':
      case 'power-on':
        this.put({ ...host, engineUp: true, power: true });
        this.note(fault === 'power-on' ? 'power-on' : 'engine-started', name);
        this.after(1500, () => {
          this.put({ ...this.host(name), status: 'ready', message: '' });
          this.note('node-ready', name);
          for (const task of this.tasks()) if (task.nodeId === this.host(name).nodeId && task.desired === 'shutdown') this.remove(`task/${task.id}`);
          this.reconcile();
        });
        break;
      default:
        this.put({ ...host, linkUp: fault === 'heal' });
        this.note(fault === 'heal' ? 'link-healed' : 'link-cut', name);
    }
  }

  private reconcile(): void {
    for (const service of this.services()) {
      for (let slot = 1; slot <= Math.max(service.desired, 60); slot++) {
        const current = this.tasks().filter((t) => t.serviceId === service.id && t.slot === slot && t.desired === 'running' && t.state !== 'failed');
        if (slot > service.desired) {
          for (const task of current) this.stopTask(task);
          continue;
        }
        for (const task of current) {
          const host = this.hosts().find((h) => h.nodeId === task.nodeId);
          if (task.nodeId === '' || (host?.status === 'ready' && host.availability !== 'drain')) continue;
          this.stopTask(task);
          this.newTask(service, slot, task.id);
        }
        const pending = current.find((t) => t.nodeId === '');
        if (pending) this.schedule(pending.id);
        if (current.length === 0) this.newTask(service, slot, '');
      }
    }
  }

  private stopTask(task: TaskRecord): void {
    this.put({ ...task, desired: 'shutdown' });
    const host = this.hosts().find((h) => h.nodeId === task.nodeId);
    this.note('task-replaced', task.name, { task: task.id, host: host?.id ?? '' });
    if (host?.status === 'down') return;
    this.after(900, () => this.remove(`task/${task.id}`));
  }

  private failTask(task: TaskRecord, err: string): void {
    this.put({ ...task, state: 'failed', desired: 'shutdown', err, since: this.now });
    this.note('task-failed', task.name, { task: task.id, host: this.hosts().find((h) => h.nodeId === task.nodeId)?.id ?? '', reason: err });
    const service = this.services().find((s) => s.id === task.serviceId);
    if (service) this.after(1000, () => this.newTask(service, task.slot, task.id));
  }

  private newTask(service: ServiceRecord, slot: number, replaces: string): void {
    const id = this.id('task');
    this.put({
      kind: 'task',
      id,
      serviceId: service.id,
      name: `${service.name}.${slot}`,
      slot,
      nodeId: '',
      image: service.image,
      state: 'pending',
      desired: 'running',
      message: 'pending task scheduling',
      err: '',
      since: this.now,
      createdAt: this.now,
      exitCode: 0,
      containerId: '',
      health: '',
      replaces,
    });
    this.after(100, () => this.schedule(id));
  }

  private schedule(id: string): void {
    const task = this.records.get(`task/${id}`) as TaskRecord | undefined;
    if (!task || task.nodeId !== '') return;
    const load = (h: HostRecord): number =>
      this.tasks().filter((t) => t.nodeId === h.nodeId && t.desired === 'running').length +
      100 * this.tasks().filter((t) => t.nodeId === h.nodeId && t.serviceId === task.serviceId && t.desired === 'running').length;
    const free = this.hosts().filter((h) => h.status === 'ready' && h.availability === 'active' && !task.image.includes('gpu'));
    const host = free.sort((a, b) => load(a) - load(b))[0];
    if (!host) {
      this.put({ ...task, err: `no suitable node (${this.hosts().length} nodes not available for new tasks)` });
      return;
    }
    this.note('task-placed', task.name, { task: id, host: host.id });
    const step = (state: string, ms: number, more: Partial<TaskRecord> = {}): void =>
      this.after(ms, () => {
        const current = this.records.get(`task/${id}`) as TaskRecord | undefined;
        if (current?.desired !== 'running') return;
        this.put({ ...current, state, since: this.now, ...more });
        if (state === 'running') this.note('task-running', task.name, { task: id, host: host.id });
      });
    this.put({ ...task, nodeId: host.nodeId, state: 'assigned', err: '', since: this.now });
    step('preparing', 300);
    step('starting', 1200);
    step('running', 2200, { containerId: this.id('c').padEnd(64, 'a1b2c3d4') });
  }

  private addHost(name: string, manager: boolean, joined = true): void {
    const number = Number(/\d+$/.exec(name)?.[0] ?? 1);
    this.put({
      kind: 'host',
      id: name,
      address: `10.35.3.${144 + number}`,
      cpus: 2,
      memoryBytes: 24 * 1024 ** 3 - 442_499_072,
      power: true,
      engineUp: true,
      linkUp: true,
      swarmState: joined ? 'active' : 'inactive',
      nodeId: joined ? `node-${name}` : '',
      role: joined ? (manager ? 'manager' : 'worker') : '',
      leader: joined && number === 1,
      managerStatus: manager ? (number === 1 ? 'leader' : 'reachable') : '',
      status: joined ? 'ready' : '',
      message: '',
      availability: joined ? 'active' : '',
      labels: number % 2 ? { zone: 'a' } : { zone: 'b' },
      engineLabels: {},
      reservedNanoCpus: 0,
      reservedMemoryBytes: 0,
      runningContainers: 0,
    });
  }

  private addService(name: string, image: string, replicas: number): void {
    const id = this.id('service');
    this.put({
      kind: 'service',
      id,
      name,
      stack: name.includes('_') ? name.slice(0, name.indexOf('_')) : '',
      mode: 'replicated',
      running: 0,
      desired: replicas,
      image,
      ports: name.includes('_') ? '*:80->80/tcp' : '',
      update: undefined,
      labels: {},
      constraints: [],
      createdAt: this.now,
    });
    this.note('service-created', name);
    this.reconcile();
  }

  private count(service: ServiceRecord): void {
    const running = this.tasks().filter((t) => t.serviceId === service.id && t.state === 'running' && t.desired === 'running').length;
    if (running !== service.running) this.put({ ...service, running });
  }

  private reserve(host: HostRecord): void {
    const here = this.tasks().filter((t) => t.nodeId === host.nodeId && t.nodeId !== '' && t.desired === 'running').length;
    if (host.reservedNanoCpus !== here * 1e8)
      this.put({ ...host, reservedNanoCpus: here * 1e8, reservedMemoryBytes: here * 50 * 1024 ** 2, runningContainers: here });
  }

  private put(record: ViewRecord): void {
    this.records.set(`${record.kind}/${record.id}`, record);
    this.dirty.add(`${record.kind}/${record.id}`);
  }

  private remove(key: string): void {
    if (this.records.delete(key)) this.gone.push(key);
  }

  private note(kind: Note['kind'], subject: string, words: Note['words'] = {}): void {
    this.notes.push({ at: this.now, kind, subject, words });
  }

  private print(host: string, text: string, prompt = false): void {
    const output: Mutable<TerminalOutput> = { at: this.now, host, data: text.replace(/\n/g, '\r\n') };
    if (prompt) output.prompt = `${host} ~ $ `;
    this.output.push(output);
  }

  private after(ms: number, work: () => void): void {
    this.later.push({ at: this.now + ms, work });
  }

  private id(kind: string): string {
    this.ids++;
    return `${kind[0]}${this.ids.toString(36).padStart(3, '0')}${((this.ids * 2654435761) >>> 0).toString(36).padStart(7, '0')}x${kind}`;
  }

  private host(name: string): HostRecord {
    return this.records.get(`host/${name}`) as HostRecord;
  }

  private hosts(): HostRecord[] {
    return [...this.records.values()].filter((r) => r.kind === 'host');
  }

  private services(): ServiceRecord[] {
    return [...this.records.values()].filter((r) => r.kind === 'service');
  }

  private tasks(): TaskRecord[] {
    return [...this.records.values()].filter((r) => r.kind === 'task');
  }
}
