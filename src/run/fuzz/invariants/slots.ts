import type { Service, Task } from '../../../swarm/objects/objects.ts';
import { TaskState } from '../../../swarm/objects/task-state.ts';
import type { Invariant } from './invariant.ts';

/** At most one task of a slot shall run (orchestrator.md §2.4), but for updates that start the new one first. */
export const oneWantedPerSlot: Invariant = {
  name: 'one wanted task per slot',
  when: 'always',
  check: ({ reader }) => {
    const broken: string[] = [];
    for (const service of reader.list('service')) {
      if (startsFirst(service)) continue;
      const wanted = new Map<string, Task>();
      for (const task of reader.tasksOfService(service.id)) {
        if (task.desiredState !== TaskState.RUNNING) continue;
        const slot = slotName(service, task);
        const other = wanted.get(slot);
        if (other) broken.push(`${service.spec.Name} ${slot}: both ${other.id} and ${task.id} shall run`);
        wanted.set(slot, task);
      }
    }
    return broken;
  },
};

/** The slot of a task: its number, or its node for global services. */
export function slotName(service: Service, task: Task): string {
  return service.spec.Mode.Global || service.spec.Mode.GlobalJob ? `on ${task.nodeId}` : `slot ${task.slot}`;
}

/** Tasks by their slot. */
export function bySlot(service: Service, tasks: readonly Task[]): Map<string, Task[]> {
  const slots = new Map<string, Task[]>();
  for (const task of tasks) {
    const slot = slotName(service, task);
    const others = slots.get(slot);
    if (others) others.push(task);
    else slots.set(slot, [task]);
  }
  return slots;
}

function startsFirst({ spec, previousSpec }: Service): boolean {
  return [spec.UpdateConfig, spec.RollbackConfig, previousSpec?.UpdateConfig, previousSpec?.RollbackConfig].some((config) => config?.Order === 'start-first');
}
