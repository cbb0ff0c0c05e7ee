import { compareText } from '../../base/compare.ts';
import type { Node, Task } from '../objects/objects.ts';

/** The tasks that were made, one after another, for one place: a slot of a replicated service, or a node of a global one. */
export type Slot = readonly Task[];

/** Names the place: node for global services and jobs, else the slot number (swarmkit manager/orchestrator/slot.go). */
export interface SlotTuple {
  readonly serviceId: string;
  /** 0 where the node counts. */
  readonly slot: number;
  /** Empty where the slot counts. */
  readonly nodeId: string;
}

/** The tuple as text, for maps. */
export function slotKey({ serviceId, slot, nodeId }: SlotTuple): string {
  return `${serviceId}/${slot}/${nodeId}`;
}

/** When the task's last status was written: by the manager's clock where a manager noted it, else the agent's. */
export function taskTime(task: Task): number {
  return task.status.appliedAt ?? task.status.timestamp;
}

/** Order of history, oldest first (swarmkit manager/orchestrator/task.go TasksByTimestamp). */
export function compareByTime(a: Task, b: Task): number {
  return taskTime(a) - taskTime(b) || compareText(a.id, b.id);
}

/** A node on which nothing can stay: gone, down or drained. Paused, unknown and disconnected ones are not meant. */
export function isInvalidNode(node: Node | undefined): boolean {
  return node === undefined || node.status.state === 'down' || node.spec.Availability === 'drain';
}
