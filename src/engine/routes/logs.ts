import type { StreamChunk } from '../../docker/api/client.ts';
import { type Container, type ContainerRuntime, isRefusal, type LogLine } from '../../swarm/agent/container.ts';
import type { Task } from '../../swarm/objects/objects.ts';
import { TaskState } from '../../swarm/objects/task-state.ts';
import type { Store } from '../../swarm/store/store.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { type LogOptions, logChunk, readLogOptions, select, streamType, wanted } from '../log-format.ts';
import { resolve } from '../resolve.ts';
import type { Router } from '../router.ts';

const INCOMPLETE = 'warning: incomplete log stream. some logs could not be retrieved for the following reasons';

/** Logs of a container, and of all tasks of a service through the log broker. */
export function routeLogs(router: Router, daemon: Daemon): void {
  router.add('GET', '/containers/{id}/logs', (call) => {
    const container = daemon.host.containers.find(call.param('id'));
    if (isRefusal(container)) return call.refuse(container);
    const options = readLogOptions(call, daemon.options.epochMs, 400);
    if (isRefusal(options)) return call.refuse(options);
    const driver = container.config.logDriver?.name ?? 'json-file';
    // What others write is kept beside it in a form that can be read; `none` keeps nothing (moby daemon/logs.go).
    if (driver === 'none') return call.refuse({ status: 501, message: 'configured logging driver does not support reading' });
    containerLogs(daemon, call, container, options);
  });

  for (const kind of ['service', 'task'] as const) {
    router.add('GET', `/${kind}s/{id}/logs`, (call) => {
      const options = readLogOptions(call, daemon.options.epochMs, 500);
      if (isRefusal(options)) return call.refuse(options);
      daemon.onLeader(call, ({ read, store }) => {
        const object = resolve(read, kind, call.param('id'));
        if (isRefusal(object)) return call.refuse(object);
        const fault = tailFault(call.query('tail') ?? '');
        if (fault) return call.refuse({ status: 500, message: fault });
        const spec = 'serviceId' in object ? object.spec : object.spec.TaskTemplate;
        const tasks = (): readonly Task[] => (kind === 'task' ? read.list('task').filter(({ id }) => id === object.id) : read.tasksOfService(object.id));
        new LogSubscription(daemon, call, options, spec.ContainerSpec?.TTY === true, tasks, kind).run(store);
      });
    });
  }
}

/** What a service's logs refuse as a number of last lines, where a container's logs begin at their beginning (moby daemon/cluster/services.go ServiceLogs). */
function tailFault(tail: string): string | undefined {
  if (tail === '' || tail === 'all') return undefined;
  if (!/^[+-]?\d+$/.test(tail)) return 'tail value must be a positive integer or "all"';
  return Number(tail) < 0 ? 'negative tail values not supported' : undefined;
}

/** Labels and variables that `--log-opt labels` and `env` write beside each line (moby daemon/logger/loginfo.go ExtraAttributes). */
function logDetails({ config }: Container): string {
  const options = config.logDriver?.options ?? {};
  const names = (list: string | undefined): readonly string[] => (list ? list.split(',') : []);
  const pairs: string[] = [];
  for (const name of names(options['labels'])) if (config.labels[name] !== undefined) pairs.push(`${name}=${config.labels[name]}`);
  for (const name of names(options['env'])) pairs.push(...config.env.filter((variable) => variable.startsWith(`${name}=`)));
  return pairs
    .sort()
    .map((pair) => pair.split('=').map(encodeURIComponent).join('='))
    .join(',');
}

function containerLogs(daemon: Daemon, call: Call, container: Container, options: LogOptions): void {
  const runtime = daemon.host.containers;
  const { tty } = container.config;
  const stream = call.stream(200, streamType(call, tty), tty);
  const how = { epochMs: daemon.options.epochMs, details: logDetails(container), tty };
  for (const line of select(runtime.logs(container.id), options)) stream.chunk(logChunk(line, options, how));
  if (!options.follow || container.state !== 'running') return stream.end();
  const stops = [
    runtime.onLog((id, line) => {
      if (id === container.id && wanted(line, options)) stream.chunk(logChunk(line, options, how));
    }),
    runtime.onEvent((event) => {
      if (event.container.id !== container.id || (event.action !== 'die' && event.action !== 'destroy')) return;
      stop();
      stream.end();
    }),
  ];
  const stop = (): void => {
    for (const each of stops.splice(0)) each();
  };
  call.onCancel(stop);
}

/** One reader of the logs of a service or a task (swarmkit manager/logbroker): what is there, then what comes. */
class LogSubscription {
  private readonly stops: (() => void)[] = [];
  /** Hosts that are listened to, and whose line of which task a container's is. */
  private readonly heard = new Set<ContainerRuntime>();
  private readonly taskOf = new Map<string, Task>();
  private send: (chunk: StreamChunk) => void = () => undefined;

  constructor(
    private readonly daemon: Daemon,
    private readonly call: Call,
    private readonly options: LogOptions,
    private readonly tty: boolean,
    private readonly tasks: () => readonly Task[],
    /** What was asked for: logs of a service leave out tasks that do not run yet, unless they are followed. */
    private readonly kind: 'service' | 'task',
  ) {}

  run(store: Store): void {
    const { call, options } = this;
    const stream = call.stream(200, streamType(call, this.tty), this.tty);
    this.send = (chunk) => stream.chunk(chunk);
    const past: { readonly task: Task; readonly line: LogLine; readonly place: number }[] = [];
    for (const task of this.tasks()) {
      const found = this.containerOf(task);
      if (!found) continue;
      for (const [place, line] of select(found.runtime.logs(found.container.id), options).entries()) past.push({ task, line, place });
      this.listen(found.runtime, found.container.id, task);
    }
    past.sort((a, b) => a.line.at - b.line.at || (a.task.id < b.task.id ? -1 : a.task.id > b.task.id ? 1 : a.place - b.place));
    for (const { task, line } of past) this.sendLine(task, line);
    if (!options.follow) {
      this.stop();
      const missing = this.missing();
      if (missing.length > 0)
        stream.chunk({ kind: 'error', text: `Error grabbing logs: rpc error: code = Unknown desc = ${INCOMPLETE}: ${missing.join(', ')}\n` });
      stream.end();
      return;
    }
    // Tasks that come later are followed as soon as their container is known.
    this.stops.push(
      store.watch(() => {
        if (!this.daemon.host.engineUp) return this.stop();
        for (const task of this.tasks()) {
          const containerId = task.status.container?.containerId;
          if (!containerId || this.taskOf.has(containerId)) continue;
          const found = this.containerOf(task);
          if (!found) continue;
          for (const line of select(found.runtime.logs(found.container.id), options)) this.sendLine(task, line);
          this.listen(found.runtime, found.container.id, task);
        }
      }),
    );
    call.onCancel(() => this.stop());
  }

  /** Why logs are missing (swarmkit manager/logbroker/subscription.go Err): nodes that cannot be asked, and tasks that have none. */
  private missing(): string[] {
    const { host, options } = this.daemon;
    const nodes = new Set<string>();
    const waiting: string[] = [];
    for (const task of this.tasks()) {
      if (this.kind === 'service' && task.status.state < TaskState.RUNNING) continue;
      if (task.nodeId === '') waiting.push(task.id);
      else if (task.nodeId !== host.swarm.nodeId && !options.remoteContainers?.(task.nodeId)) nodes.add(task.nodeId);
    }
    return [...[...nodes].map((id) => `node ${id} is not available`), ...waiting.map((id) => `task ${id} has not been scheduled`)];
  }

  private containerOf(task: Task): { readonly runtime: ContainerRuntime; readonly container: Container } | undefined {
    if (task.nodeId === '' || task.status.state < TaskState.STARTING) return undefined;
    const { host, options } = this.daemon;
    const runtime = task.nodeId === host.swarm.nodeId ? host.containers : options.remoteContainers?.(task.nodeId);
    const container = runtime?.list().find(({ id, config }) => id === task.status.container?.containerId || config.task?.id === task.id);
    return runtime && container ? { runtime, container } : undefined;
  }

  private listen(runtime: ContainerRuntime, containerId: string, task: Task): void {
    this.taskOf.set(containerId, task);
    if (this.heard.has(runtime)) return;
    this.heard.add(runtime);
    this.stops.push(
      runtime.onLog((id, line) => {
        const of = this.taskOf.get(id);
        if (of && wanted(line, this.options)) this.sendLine(of, line);
      }),
    );
  }

  private sendLine(task: Task, line: LogLine): void {
    const details = `com.docker.swarm.node.id=${task.nodeId},com.docker.swarm.service.id=${task.serviceId},com.docker.swarm.task.id=${task.id}`;
    this.send(logChunk(line, this.options, { epochMs: this.daemon.options.epochMs, details, tty: this.tty }));
  }

  private stop(): void {
    for (const each of this.stops.splice(0)) each();
  }
}
