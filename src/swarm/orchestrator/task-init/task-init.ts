import { compareText } from '../../../base/compare.ts';
import type { LeaderContext } from '../../manager/leader-component.ts';
import type { Service, Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Transaction } from '../../store/store.ts';
import { restartDelayMs } from '../restart/restart-policy.ts';
import type { RestartSupervisor } from '../restart/restart-supervisor.ts';
import { deleteTask } from '../set-desired-state.ts';
import { type SlotTuple, slotKey, taskTime } from '../slot.ts';

/** What differs between the orchestrators when a leader begins. */
export interface InitHandler {
  isRelated(service: Service): boolean;
  /** Looks at one task of a related service; the answered writes are done in the same batch. */
  fixTask(task: Task): readonly ((tx: Transaction) => void)[];
  slotTuple(task: Task): SlotTuple;
}

/**
 * What every orchestrator does first on a new leader (swarmkit manager/orchestrator/taskinit/init.go): tasks whose
 * service is gone are deleted, delayed starts go on with what is left of their delay, and the restart history is rebuilt.
 */
export function checkTasks(ctx: LeaderContext, handler: InitHandler, restarts: RestartSupervisor, done: () => void): void {
  const { store, kernel } = ctx;
  const instances = new Map<string, { readonly tuple: SlotTuple; readonly tasks: Task[] }>();
  const writes: ((tx: Transaction) => void)[] = [];
  for (const task of store.read.list('task')) {
    if (task.serviceId === '') continue;
    const service = store.read.get('service', task.serviceId);
    if (!service) {
      writes.push(deleteTask(task.id));
      continue;
    }
    if (!handler.isRelated(service)) continue;
    const tuple = handler.slotTuple(task);
    const key = slotKey(tuple);
    const instance = instances.get(key);
    if (instance) instance.tasks.push(task);
    else instances.set(key, { tuple, tasks: [task] });

    writes.push(...handler.fixTask(task));
    if (task.desiredState === TaskState.READY && task.status.state <= TaskState.COMPLETE) writes.push(resumeStart(task, restarts, kernel.now));
  }
  store.batch(writes, () => {
    for (const { tuple, tasks } of instances.values()) rebuildHistory(tuple, tasks, restarts);
    done();
  });
}

function resumeStart(task: Task, restarts: RestartSupervisor, now: number): (tx: Transaction) => void {
  const delay = restartDelayMs(task);
  const delayMs = Math.min(delay, taskTime(task) + delay - now);
  if (delayMs <= 0) return (tx) => restarts.startNow(tx, task.id);
  return (tx) => {
    if (tx.get('task', task.id)?.desiredState === TaskState.READY) restarts.delayStart({ taskId: task.id, delayMs, waitStop: true });
  };
}

/** All but the first task of the newest spec version in a slot were made by restarts. */
function rebuildHistory(tuple: SlotTuple, tasks: readonly Task[], restarts: RestartSupervisor): void {
  const newest = Math.max(...tasks.map(({ specVersion }) => specVersion));
  const current = tasks.filter(({ specVersion }) => specVersion === newest).sort((a, b) => a.meta.createdAt - b.meta.createdAt || compareText(a.id, b.id));
  for (const task of current.slice(1)) restarts.recordHistory(tuple, task);
}
