import type { Service, Task } from '../../../swarm/objects/objects.ts';
import { TaskState } from '../../../swarm/objects/task-state.ts';
import type { Invariant } from './invariant.ts';

/**
 * At most one task of a slot shall run, or complete for the present iteration of a job (orchestrator.md §2.4, §4.4), but for
 * those of updates that start the new one first.
 */
export const oneWantedPerSlot: Invariant = {
  name: 'one wanted task per slot',
  when: 'always',
  check: ({ reader, world }) =>
    reader.list('service').flatMap((service) => {
      world.startFirst.note(service, world.now);
      const live = reader.tasksOfService(service.id).filter((task) => task.desiredState <= TaskState.COMPLETE);
      return [...bySlot(service, live)].flatMap(([slot, tasks]) => {
        const allowed = world.startFirst.allows(service, slot, tasks);
        const wanted = tasks.filter((task) => isWanted(service, task));
        return allowed || wanted.length < 2 ? [] : [`${service.spec.Name} ${slot}: ${wanted.map(({ id }) => id).join(' and ')} shall run`];
      });
    }),
};

function isWanted({ jobStatus }: Service, { desiredState, jobIteration }: Task): boolean {
  return jobIteration === undefined ? desiredState === TaskState.RUNNING : desiredState === TaskState.COMPLETE && jobIteration === jobStatus?.jobIteration;
}

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
