import type { Cluster, Service } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Transaction } from '../../store/store.ts';
import type { RestartSupervisor } from '../restart/restart-supervisor.ts';

/** Hands a failed task of a job to the restart supervisor, unless it is gone or has been dealt with. */
export function restartJobTask(tx: Transaction, restarts: RestartSupervisor, cluster: Cluster | undefined, service: Service, taskId: string): void {
  const task = tx.get('task', taskId);
  if (task && task.desiredState <= TaskState.COMPLETE) restarts.restart(tx, cluster, service, task);
}
