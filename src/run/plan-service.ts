import { compareText } from '../base/compare.ts';
import type { Service, Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import { isTaskDirty } from '../swarm/orchestrator/update/dirty.ts';
import { updatePolicy } from '../swarm/orchestrator/update/update-policy.ts';
import type { Reader } from '../swarm/store/tables.ts';
import { serviceModeName } from './describe.ts';
import type { Rollout, ServicePlan, TaskPlan } from './plan.ts';
import { changedFields } from './plan-fields.ts';
import type { TaskStory } from './plan-history.ts';

/** A service before and after the deploy on the branch, with what happened to its tasks. */
export interface ServiceCourse {
  /** As it was; undefined when the deploy created it. */
  readonly before: Service | undefined;
  readonly tasksBefore: readonly Task[];
  /** As it is at the end; undefined when it was removed. */
  readonly after: Service | undefined;
  /** Its spec as the deploy left it, before a rollback may have changed it again; undefined when it was removed. */
  readonly wanted: Service | undefined;
  readonly touched: boolean;
  readonly stories: ReadonlyMap<string, TaskStory>;
  /** When the deploy began. */
  readonly began: number;
  readonly hostOf: (nodeId: string) => string;
  readonly reader: Reader;
}

/** One place of a service: a slot, or a node of a global one. */
interface Place {
  readonly key: string;
  /** The task that lived there before the deploy. */
  readonly old: Task | undefined;
  /** Those made since, oldest first. */
  readonly made: readonly TaskStory[];
}

/** What the course of a service says about the deploy. */
export function planService(course: ServiceCourse): ServicePlan {
  const { before, wanted, after, touched, reader } = course;
  const shown = wanted ?? before;
  if (shown === undefined) throw new Error('a service of a plan was there before or is there after');
  const live = course.tasksBefore.filter(isLive);
  const nameOf = (id: string): string => reader.get('network', id)?.spec.Name ?? id;
  const fields = before === undefined || wanted === undefined ? [] : changedFields(before.spec, wanted.spec, nameOf);
  const restarts = (changed: Service['spec']): boolean =>
    before !== undefined && live.some((task) => isTaskDirty(task, { ...before, spec: changed, specVersion: -1 }, reader.get('node', task.nodeId)));
  const shownFields = fields.map(({ changed, ...field }) => ({ ...field, restarts: restarts(changed) }));
  const tasks = planTasks(
    course,
    live,
    shownFields.some((field) => field.restarts),
  );
  const replaced = tasks.filter((task) => task.group > 0);
  const waiting = new Map<string, number>();
  for (const task of tasks) if (task.change === 'wait') waiting.set(task.message, (waiting.get(task.message) ?? 0) + 1);
  return {
    name: shown.spec.Name,
    mode: serviceModeName(shown.spec.Mode),
    action: before === undefined ? 'create' : wanted === undefined ? 'removed' : !touched ? 'left-over' : fields.length > 0 ? 'update' : 'unchanged',
    fields: shownFields,
    tasks,
    rollout: wanted !== undefined && replaced.length > 0 ? rolloutOf(wanted, replaced) : undefined,
    misfits: [...waiting].map(([message, count]) => ({ message, tasks: count })),
    ...endOf(course, after, tasks),
  };
}

function rolloutOf(service: Service, replaced: readonly TaskPlan[]): Rollout {
  const policy = updatePolicy(service);
  const groups = Math.max(...replaced.map((task) => task.group));
  return {
    order: policy.startFirst ? 'start-first' : 'stop-first',
    parallelism: policy.parallelism,
    delayMs: policy.delayMs,
    failureAction: policy.failureAction,
    tasks: replaced.length,
    groups,
    atLeastMs: (groups - 1) * policy.delayMs,
  };
}

function planTasks(course: ServiceCourse, live: readonly Task[], isRollout: boolean): readonly TaskPlan[] {
  const { stories, began, wanted } = course;
  const service = wanted ?? course.before;
  const since = (at: number | undefined): number | undefined => (at === undefined ? undefined : at - began);
  const plans = placesOf(course, live).map(({ key, old, made }) => {
    const [first] = made;
    const last = made.at(-1);
    const oldStory = old === undefined ? undefined : stories.get(old.id);
    const shown = last?.task ?? oldStory?.task ?? old;
    const waits = shown !== undefined && isWaiting(shown);
    const change = waits ? 'wait' : first !== undefined ? (old === undefined || isWaiting(old) ? 'start' : 'replace') : stopOrKeep(old, oldStory);
    const begins = first === undefined ? oldStory?.stoppedAt : Math.min(first.task.meta.createdAt, oldStory?.stoppedAt ?? Number.POSITIVE_INFINITY);
    const fresh = change === 'start' && first === undefined ? oldStory : first;
    const plan: TaskPlan = {
      name: `${service?.spec.Name ?? ''}.${key}`,
      change,
      from: old === undefined || isWaiting(old) ? '' : course.hostOf(old.nodeId),
      to: change === 'stop' || waits || shown === undefined ? '' : course.hostOf(shown.nodeId),
      group: 0,
      beginsMs: change === 'keep' ? undefined : since(begins),
      runsMs: change === 'keep' || change === 'stop' ? undefined : since(fresh?.ranAt),
      message: waits ? waitingReason(shown) : failureOf(made),
    };
    return { plan, touchedAt: change === 'keep' ? Number.POSITIVE_INFINITY : (begins ?? began) };
  });
  plans.sort((a, b) => a.touchedAt - b.touchedAt || compareNames(a.plan.name, b.plan.name));
  const parallelism = service === undefined ? 0 : updatePolicy(service).parallelism;
  let replaced = 0;
  return plans.map(({ plan }) => {
    if (!isRollout || (plan.change !== 'replace' && !(plan.change === 'wait' && plan.from !== ''))) return plan;
    replaced += 1;
    return { ...plan, group: parallelism === 0 ? 1 : Math.ceil(replaced / parallelism) };
  });
}

function placesOf({ before, wanted, tasksBefore, stories, hostOf }: ServiceCourse, live: readonly Task[]): readonly Place[] {
  const mode = serviceModeName((wanted ?? before)?.spec.Mode ?? {});
  const keyOf = (task: Task): string => (mode === 'global' || mode === 'global-job' ? hostOf(task.nodeId) : String(task.slot));
  const known = new Set(tasksBefore.map((task) => task.id));
  const made = [...stories.values()].filter((story) => !known.has(story.task.id));
  made.sort((a, b) => a.task.meta.createdAt - b.task.meta.createdAt || compareText(a.task.id, b.task.id));
  const keys = new Set([...live.map(keyOf), ...made.map((story) => keyOf(story.task))]);
  return [...keys].map((key) => ({
    key,
    old: live.findLast((task) => keyOf(task) === key),
    made: made.filter((story) => keyOf(story.task) === key),
  }));
}

function stopOrKeep(old: Task | undefined, story: TaskStory | undefined): 'stop' | 'keep' | 'start' {
  if (story?.stoppedAt !== undefined) return 'stop';
  return old !== undefined && isWaiting(old) && story !== undefined && !isWaiting(story.task) ? 'start' : 'keep';
}

/** What the newest of the tasks that ended badly said. */
function failureOf(made: readonly TaskStory[]): string {
  const failed = made.findLast((story) => story.failed);
  return failed === undefined ? '' : (failed.task.status.err ?? failed.task.status.message);
}

/** How a service stands at the end, and since when, after the deploy began. */
function endOf(course: ServiceCourse, after: Service | undefined, tasks: readonly TaskPlan[]): Pick<ServicePlan, 'outcome' | 'settledAfterMs'> {
  const changes = [...course.stories.values()].flatMap((story) => (story.stoppedAt === undefined ? [story.changedAt] : [story.changedAt, story.stoppedAt]));
  const completed = after?.updateStatus?.completedAt;
  if (completed !== undefined && completed >= course.began) changes.push(completed);
  const settledAfterMs = Math.max(0, ...changes.map((at) => at - course.began));
  const outcome = outcomeOf(course, after, tasks);
  return { outcome, settledAfterMs: outcome === 'unfinished' || outcome === 'failing' ? undefined : settledAfterMs };
}

function outcomeOf(course: ServiceCourse, after: Service | undefined, tasks: readonly TaskPlan[]): ServicePlan['outcome'] {
  if (after === undefined) return 'gone';
  const state = after.updateStatus?.state;
  if (course.touched && (state === 'paused' || state === 'rollback_paused')) return 'paused';
  if (course.touched && (state === 'rollback_started' || state === 'rollback_completed')) return 'rolled-back';
  const isJob = after.spec.Mode.ReplicatedJob !== undefined || after.spec.Mode.GlobalJob !== undefined;
  const ends = [...course.stories.values()].filter((story) => (isJob ? story.failed : story.ended)).length;
  if (ends > 1 && course.reader.tasksOfService(after.id).some(isLive)) return 'failing';
  if (tasks.some((task) => task.change === 'wait')) return 'waiting';
  const present = course.reader.tasksOfService(after.id);
  if (isJob) {
    return present.every((task) => task.status.state >= TaskState.COMPLETE) ? 'complete' : 'unfinished';
  }
  if (state === 'updating') return 'unfinished';
  const wanted = present.filter((task) => task.desiredState === TaskState.RUNNING);
  if (wanted.length === 0 && ends > 0) return present.some(isLive) ? 'failing' : 'ended';
  return wanted.every((task) => task.status.state === TaskState.RUNNING) ? 'running' : 'unfinished';
}

/** Whether a task was to run and had not ended. */
function isLive(task: Task): boolean {
  return task.desiredState <= TaskState.COMPLETE && task.status.state <= TaskState.RUNNING;
}

/** Why a task waits, in the scheduler's words; a task that the allocator could not serve has none but `created`. */
function waitingReason({ status }: Task): string {
  return status.state === TaskState.NEW ? 'no address is free for it on its networks' : (status.err ?? status.message);
}

/** Whether a task is wanted, but no node has taken it. */
function isWaiting(task: Task): boolean {
  return isLive(task) && task.status.state < TaskState.ASSIGNED;
}

/** `web.2` before `web.10`. */
function compareNames(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => Number(/\.(\d+)$/.exec(name)?.[1] ?? Number.NaN));
  return (left ?? 0) - (right ?? 0) || compareText(a, b);
}
