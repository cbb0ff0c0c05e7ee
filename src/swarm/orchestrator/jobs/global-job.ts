import { constraintsOrNone, nodeMatches } from '../../constraint/constraint.ts';
import type { LeaderContext } from '../../manager/leader-component.ts';
import type { Service } from '../../objects/objects.ts';
import { changedTask } from '../../objects/task-shape.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Transaction } from '../../store/store.ts';
import { newTask, type TaskMaker } from '../new-task.ts';
import type { RestartSupervisor } from '../restart/restart-supervisor.ts';
import { setDesiredState } from '../set-desired-state.ts';
import { isInvalidNode } from '../slot.ts';
import { restartJobTask } from './restart-job-task.ts';

/**
 * The writes that bring a global job on (swarmkit manager/orchestrator/jobs/global/reconciler.go): one task of this
 * iteration on each node that is ready, active and matches; failed ones are restarted, those of other iterations removed.
 */
export function reconcileGlobalJob(ctx: LeaderContext, service: Service, maker: TaskMaker, restarts: RestartSupervisor): ((tx: Transaction) => void)[] {
  const { read } = ctx.store;
  const cluster = read.cluster();
  const iteration = service.jobStatus?.jobIteration ?? 0;
  const constraints = constraintsOrNone(service.spec.TaskTemplate.Placement?.Constraints);
  const matching = read.list('node').filter((node) => nodeMatches(constraints, node));

  const taskOfNode = new Map<string, string>();
  const restart: string[] = [];
  const remove: string[] = [];
  for (const task of read.tasksOfService(service.id)) {
    if (task.jobIteration === undefined) continue;
    if (task.jobIteration !== iteration) {
      if (task.desiredState !== TaskState.REMOVE) remove.push(task.id);
    } else if (task.desiredState <= TaskState.COMPLETE) {
      if (task.status.state > TaskState.COMPLETE) restart.push(task.id);
      taskOfNode.set(task.nodeId, task.id);
    }
  }

  const writes: ((tx: Transaction) => void)[] = [];
  for (const node of matching) {
    if (taskOfNode.has(node.id) || node.spec.Availability !== 'active' || node.status.state !== 'ready') continue;
    const task = { ...newTask(maker, cluster, service, 0, node.id), jobIteration: iteration, desiredState: TaskState.COMPLETE };
    writes.push((tx) => tx.create('task', task));
  }
  for (const id of restart) writes.push((tx) => restartJobTask(tx, restarts, cluster, service, id));
  for (const id of remove) writes.push(setDesiredState(id, TaskState.REMOVE));
  for (const node of matching) {
    const id = isInvalidNode(node) ? taskOfNode.get(node.id) : undefined;
    if (id !== undefined) writes.push((tx) => shutDownUnfinished(tx, id));
  }
  return writes;
}

function shutDownUnfinished(tx: Transaction, taskId: string): void {
  const task = tx.get('task', taskId);
  if (task && task.desiredState < TaskState.SHUTDOWN && task.status.state <= TaskState.RUNNING) {
    tx.update('task', changedTask(task, { desiredState: TaskState.SHUTDOWN }));
  }
}
