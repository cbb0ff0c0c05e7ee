import type { LeaderContext } from '../../manager/leader-component.ts';
import type { Service, Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Transaction } from '../../store/store.ts';
import { newTask, type TaskMaker } from '../new-task.ts';
import type { RestartSupervisor } from '../restart/restart-supervisor.ts';
import { setDesiredState } from '../set-desired-state.ts';
import { restartJobTask } from './restart-job-task.ts';

/**
 * The writes that bring a replicated job on (swarmkit manager/orchestrator/jobs/replicated/reconciler.go): failed tasks of
 * this iteration are restarted, new ones made up to the concurrency, unfinished ones of other iterations removed.
 */
export function reconcileReplicatedJob(ctx: LeaderContext, service: Service, maker: TaskMaker, restarts: RestartSupervisor): ((tx: Transaction) => void)[] {
  const { read } = ctx.store;
  const cluster = read.cluster();
  const iteration = service.jobStatus?.jobIteration ?? 0;
  const taken = new Set<number>();
  const restart: Task[] = [];
  const remove: Task[] = [];
  let running = 0;
  let complete = 0;
  for (const task of read.tasksOfService(service.id)) {
    if (task.jobIteration === undefined) continue;
    if (task.jobIteration !== iteration) {
      if (task.status.state <= TaskState.RUNNING && task.desiredState !== TaskState.REMOVE) remove.push(task);
    } else if (task.status.state === TaskState.COMPLETE) {
      complete++;
      taken.add(task.slot);
    } else if (task.desiredState <= TaskState.COMPLETE) {
      running++;
      taken.add(task.slot);
      if (task.status.state > TaskState.COMPLETE) restart.push(task);
    }
  }
  const { MaxConcurrent: maxConcurrent = 1, TotalCompletions: totalCompletions = maxConcurrent } = service.spec.Mode.ReplicatedJob ?? {};
  const count = newJobTasks({ maxConcurrent, totalCompletions, running, complete });
  if (typeof count !== 'number') return [];

  const writes: ((tx: Transaction) => void)[] = [];
  let slot = 0;
  for (let i = 0; i < count; i++) {
    while (taken.has(slot) && slot < totalCompletions) slot++;
    taken.add(slot);
    const task = { ...newTask(maker, cluster, service, slot % totalCompletions, ''), jobIteration: iteration, desiredState: TaskState.COMPLETE };
    writes.push((tx) => tx.create('task', task));
  }
  for (const { id } of restart) writes.push((tx) => restartJobTask(tx, restarts, cluster, service, id));
  for (const { id } of remove) writes.push(setDesiredState(id, TaskState.REMOVE));
  return writes;
}

/**
 * How many tasks a replicated job gets now. The real arithmetic is unsigned: more tasks than completions can only be an
 * underflow, and then nothing is done and this error is logged.
 */
export function newJobTasks(counts: {
  readonly maxConcurrent: number;
  readonly totalCompletions: number;
  readonly running: number;
  readonly complete: number;
}): number | { readonly error: string } {
  const possible = BigInt.asUintN(64, BigInt(counts.maxConcurrent) - BigInt(counts.running));
  const allowed = BigInt.asUintN(64, BigInt(counts.totalCompletions) - BigInt(counts.complete) - BigInt(counts.running));
  const count = possible < allowed ? possible : allowed;
  if (count > BigInt(counts.totalCompletions)) return { error: `uint64 underflow, we're not going to create ${count} tasks` };
  return Number(count);
}
