/** States of a task, observed and desired, with SwarmKit's values (swarmkit api/types.proto): only the order counts. */
export const TaskState = {
  NEW: 0,
  PENDING: 64,
  ASSIGNED: 192,
  ACCEPTED: 256,
  PREPARING: 320,
  READY: 384,
  STARTING: 448,
  RUNNING: 512,
  COMPLETE: 576,
  SHUTDOWN: 640,
  FAILED: 704,
  REJECTED: 768,
  REMOVE: 800,
  ORPHANED: 832,
} as const;

export type TaskState = (typeof TaskState)[keyof typeof TaskState];

const NAMES: { readonly [value: number]: string } = Object.fromEntries(Object.entries(TaskState).map(([name, value]) => [value, name.toLowerCase()]));

/** The Engine API's word for a state, e.g. `running`. */
export function taskStateName(state: TaskState): string {
  return NAMES[state] as string;
}
