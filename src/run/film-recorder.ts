import type { Service, Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import { isTaskDirty } from '../swarm/orchestrator/update/dirty.ts';
import { FailureMonitor } from '../swarm/orchestrator/update/failure-monitor.ts';
import { updatePolicy } from '../swarm/orchestrator/update/update-policy.ts';
import type { Change } from '../swarm/store/change.ts';
import type { Reader } from '../swarm/store/tables.ts';
import { familiarImage } from './describe.ts';
import type { FilmStep, UpdateFilm } from './update-film.ts';

/** Older updates of a service are forgotten. */
const MOST_FILMS = 12;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Shooting {
  readonly film: Writable<UpdateFilm> & { readonly steps: Writable<FilmStep>[] };
  readonly specVersion: number;
  readonly monitor: FailureMonitor;
  /** Steps by the id of the new task, of the old one, and by slot. */
  readonly byTask: Map<string, Writable<FilmStep>>;
  readonly byBefore: Map<string, Writable<FilmStep>>;
  readonly bySlot: Set<string>;
}

/**
 * Films every update of a service as it goes through the store: which slot was taken up when, what became of its new
 * task, and which failures count, by the updater's own rule (FailureMonitor). Tasks that the restart supervisor makes
 * for a failed new one are none of the update's (swarmkit manager/orchestrator/update/updater.go).
 */
export class FilmRecorder {
  private readonly films = new Map<string, UpdateFilm[]>();
  private readonly shooting = new Map<string, Shooting>();

  /** @param replaces the id of the task that came before this one in its slot, or nothing */
  constructor(
    private readonly hostOf: (nodeId: string) => string | undefined,
    private readonly replaces: (task: Task) => string,
  ) {}

  /** The updates of a service, oldest first. */
  filmsOf(serviceId: string): readonly UpdateFilm[] {
    return this.films.get(serviceId) ?? [];
  }

  /** Takes a commit in; `at` is its virtual time. */
  commit(changes: readonly Change[], reader: Reader, at: number): void {
    for (const change of changes) {
      if (change.kind === 'service') {
        if (change.action === 'delete') this.forget(change.object.id);
        else this.follow(change.object, change.old, reader, at);
      } else if (change.kind === 'task' && change.action !== 'delete') {
        const shooting = this.shooting.get(change.object.serviceId);
        if (!shooting) continue;
        if (change.action === 'create') this.taskMade(shooting, change.object, reader);
        else this.taskChanged(shooting, change.object, at);
      }
    }
  }

  private forget(serviceId: string): void {
    this.films.delete(serviceId);
    this.shooting.delete(serviceId);
  }

  private follow(service: Service, old: Service | undefined, reader: Reader, at: number): void {
    const state = service.updateStatus?.state;
    const shooting = this.shooting.get(service.id);
    if (shooting && state === undefined) this.cut(service.id, shooting, 'superseded', '', at);
    if (!service.updateStatus || state === undefined || state === old?.updateStatus?.state) return;
    if (state === 'updating' || state === 'rollback_started') {
      const { message } = service.updateStatus;
      if (shooting)
        this.cut(service.id, shooting, shooting.film.kind === 'update' && state === 'rollback_started' ? 'rollback_started' : 'superseded', message, at);
      this.begin(service, reader, at);
    } else if (shooting) this.cut(service.id, shooting, state, service.updateStatus.message, at);
  }

  private begin(service: Service, reader: Reader, at: number): void {
    const policy = updatePolicy(service);
    const slots = dirtySlots(service, reader);
    if (slots === 0) return;
    const film: Shooting['film'] = {
      kind: service.updateStatus?.state === 'rollback_started' ? 'rollback' : 'update',
      startedAt: at,
      state: service.updateStatus?.state ?? 'updating',
      message: service.updateStatus?.message ?? '',
      image: familiarImage(service.spec.TaskTemplate.ContainerSpec?.Image ?? ''),
      policy,
      slots,
      failures: 0,
      steps: [],
    };
    this.films.set(service.id, [...this.filmsOf(service.id), film].slice(-MOST_FILMS));
    this.shooting.set(service.id, {
      film,
      specVersion: service.specVersion,
      monitor: new FailureMonitor(policy, slots),
      byTask: new Map(),
      byBefore: new Map(),
      bySlot: new Set(),
    });
  }

  private cut(serviceId: string, { film }: Shooting, state: UpdateFilm['state'], message: string, at: number): void {
    film.state = state;
    film.message = message;
    film.endedAt = at;
    this.shooting.delete(serviceId);
  }

  private taskMade(shooting: Shooting, task: Task, reader: Reader): void {
    const slot = slotOf(task);
    if (task.specVersion !== shooting.specVersion || shooting.bySlot.has(slot)) return;
    const before = reader.get('task', this.replaces(task));
    const last = before?.specVersion === task.specVersion ? undefined : before;
    // The updater takes up slots that live; what comes after a task that has ended is the restart supervisor's.
    if (last && last.status.state > TaskState.RUNNING) return;
    const step: Writable<FilmStep> = {
      slot: task.slot > 0 ? String(task.slot) : (this.hostOf(task.nodeId) ?? ''),
      task: task.id,
      host: this.hostOf(task.nodeId) ?? '',
      before: last?.id ?? '',
      createdAt: task.meta.createdAt,
      error: '',
      counted: false,
    };
    shooting.film.steps.push(step);
    shooting.bySlot.add(slot);
    shooting.byTask.set(task.id, step);
    if (last) shooting.byBefore.set(last.id, step);
    shooting.monitor.taskMade(task.id);
  }

  private taskChanged(shooting: Shooting, task: Task, at: number): void {
    const { film, monitor } = shooting;
    const replaced = shooting.byBefore.get(task.id);
    if (replaced && task.status.state > TaskState.RUNNING) replaced.beforeStoppedAt ??= at;
    const step = shooting.byTask.get(task.id);
    if (!step) return;
    step.host = this.hostOf(task.nodeId) ?? '';
    const { state } = task.status;
    if (state < TaskState.RUNNING || step.endedAt !== undefined) return;
    if (step.runningAt === undefined) monitor.taskReached(task.id, at);
    if (state === TaskState.RUNNING) {
      step.runningAt ??= at;
      return;
    }
    step.endedAt = at;
    step.error = task.status.err ?? '';
    const failuresBefore = film.failures;
    monitor.countFailure(task.id, at, monitorMs(film));
    film.failures = monitor.failures;
    step.counted = film.failures > failuresBefore;
  }
}

/** While an update only watches any more, a delay as long as the monitor makes the monitor longer, as the updater does. */
function monitorMs({ policy, steps, slots }: UpdateFilm): number {
  const watching = steps.length >= slots && steps.every((step) => step.runningAt !== undefined || step.endedAt !== undefined);
  return watching && policy.delayMs >= policy.monitorMs ? policy.delayMs + 1000 : policy.monitorMs;
}

/** How many slots an update of this service has to change: what its failures are a share of (updater.go Run). */
function dirtySlots(service: Service, reader: Reader): number {
  const slots = new Map<string, Task[]>();
  for (const task of reader.tasksOfService(service.id)) {
    if (task.desiredState > TaskState.RUNNING) continue;
    const slot = slotOf(task);
    slots.set(slot, [...(slots.get(slot) ?? []), task]);
  }
  const isDirty = (task: Task): boolean => isTaskDirty(task, service, task.nodeId === '' ? undefined : reader.get('node', task.nodeId));
  return [...slots.values()].filter((tasks) => tasks.length > 1 || tasks.some(isDirty)).length;
}

function slotOf(task: Task): string {
  return task.slot > 0 ? String(task.slot) : task.nodeId;
}
