import { TaskState } from '../../objects/task-state.ts';
import type { Slot } from '../slot.ts';

/**
 * Slots in the order in which they are kept when a service is scaled down (swarmkit
 * manager/orchestrator/replicated/slot.go): every slot gets its number among the slots of its node, running ones and low
 * numbers first; lower numbers are kept. Slots without a node, or with several live tasks, go first.
 */
export function keepOrder(slots: readonly Slot[]): Slot[] {
  const ordered = slots.toSorted((a, b) => Number(isRunning(b)) - Number(isRunning(a)) || numberOf(a) - numberOf(b));
  const perNode = new Map<string, number>();
  const indexed = ordered.map((slot) => {
    const nodeId = slot.length === 1 ? (slot[0]?.nodeId ?? '') : '';
    if (nodeId === '') return { slot, index: Number.POSITIVE_INFINITY };
    const index = (perNode.get(nodeId) ?? 0) + 1;
    perNode.set(nodeId, index);
    return { slot, index };
  });
  // Stable, and numbers of a service's slots differ: the order is total.
  return indexed.sort((a, b) => (a.index === b.index ? 0 : a.index - b.index)).map(({ slot }) => slot);
}

function isRunning(slot: Slot): boolean {
  return slot.some((task) => task.status.state === TaskState.RUNNING);
}

function numberOf(slot: Slot): number {
  return slot[0]?.slot ?? 0;
}
