import { changedTask } from '../objects/task-shape.ts';
import type { TaskState } from '../objects/task-state.ts';
import type { Transaction } from '../store/store.ts';

/** A write that raises the desired state of a task; it does nothing when the task is gone or already further on. */
export function setDesiredState(taskId: string, desiredState: TaskState): (tx: Transaction) => void {
  return (tx) => {
    const task = tx.get('task', taskId);
    if (task && task.desiredState < desiredState) tx.update('task', changedTask(task, { desiredState }));
  };
}

/** A write that deletes a task, if it is still there. */
export function deleteTask(taskId: string): (tx: Transaction) => void {
  return (tx) => {
    if (tx.get('task', taskId)) tx.delete('task', taskId);
  };
}
