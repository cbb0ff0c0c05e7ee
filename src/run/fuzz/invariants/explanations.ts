import { refusals } from '../fit.ts';
import type { Invariant } from './invariant.ts';
import { pendingTasks } from './services.ts';
import { slotName } from './slots.ts';

/** Every pending task says why, and for every node that was refused the named filter is one that does refuse it. */
export const explanationsAreTrue: Invariant = {
  name: 'explanations are true',
  when: 'settled',
  check: ({ reader }) =>
    pendingTasks(reader).flatMap(({ service, task }) => {
      const name = `${service.spec.Name} ${slotName(service, task)} (${task.id})`;
      if (!task.status.err || !task.placement) return [`${name} is pending without an explanation`];
      return task.placement.verdicts.flatMap(({ nodeId, refusedBy, detail }) => {
        const node = reader.get('node', nodeId);
        if (!refusedBy || !node) return [];
        const really = refusals(reader, task, node);
        return really.has(refusedBy)
          ? []
          : [`${name} says that ${node.description?.Hostname} is refused by ${refusedBy} (${detail}); it is refused by ${[...really].join(', ') || 'nothing'}`];
      });
    }),
};
