import type { LeaderComponent, LeaderContext } from '../manager/leader-component.ts';
import type { Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';

/** An allocator that has nothing to allocate: new tasks become PENDING at once, with their ports as asked for. */
export function createFakeAllocator({ store, kernel }: LeaderContext): LeaderComponent {
  const allocate = (id: string): void =>
    store.update((tx) => {
      const task = tx.get('task', id);
      if (task?.status.state !== TaskState.NEW) return;
      const ports = task.endpoint?.spec.Ports ?? [];
      const status: Task['status'] = { state: TaskState.PENDING, timestamp: kernel.now, message: 'pending task scheduling' };
      tx.update('task', { ...task, status, endpoint: { spec: task.endpoint?.spec ?? {}, ports, virtualIPs: [] } });
    });
  let unwatch = (): void => {};
  return {
    start: () => {
      unwatch = store.watch((changes) => {
        for (const change of changes) if (change.kind === 'task' && change.action === 'create') allocate(change.object.id);
      });
      for (const task of store.read.list('task')) allocate(task.id);
    },
    stop: () => unwatch(),
  };
}
