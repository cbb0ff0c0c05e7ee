import { TaskState } from '../objects/task-state.ts';
import type { Store } from '../store/store.ts';
import { setDesiredState } from './set-desired-state.ts';

/** After the removal of a service: all its tasks shall go (swarmkit manager/orchestrator/service.go SetServiceTasksRemove). */
export function removeServiceTasks(store: Store, serviceId: string, done: () => void): void {
  const tasks = store.read.tasksOfService(serviceId);
  store.batch(
    tasks.map(({ id }) => setDesiredState(id, TaskState.REMOVE)),
    done,
  );
}
