import type { ServiceSpec } from '../../api/specs.ts';

/** What the convergence loop reads of a service (`GET /services/{id}`). */
export interface WatchedService {
  readonly ID: string;
  readonly Spec: ServiceSpec;
  readonly UpdateStatus?: { readonly State?: string; readonly Message?: string };
  readonly JobStatus?: { readonly JobIteration: { readonly Index?: number } };
}

/** What it reads of a task (`GET /tasks`). Slot is absent for 0. */
export interface WatchedTask {
  readonly Slot?: number;
  readonly NodeID?: string;
  readonly DesiredState?: string;
  readonly Status: { readonly State?: string; readonly Err?: string };
  readonly JobIteration?: { readonly Index?: number };
}

/** What it reads of a node (`GET /nodes`). */
export interface WatchedNode {
  readonly ID: string;
  readonly Status: { readonly State: string };
}

const order: readonly string[] = [
  'new',
  'allocated',
  'pending',
  'assigned',
  'accepted',
  'preparing',
  'ready',
  'starting',
  'running',
  'complete',
  'shutdown',
  'failed',
  'rejected',
];

/** The place of a task state in drawing order, `new` 1 to `rejected` 13 (spec/cli.md §9); 0 for others, which are ignored. */
export function stateNumber(state: string | undefined): number {
  return state === undefined ? 0 : order.indexOf(state) + 1;
}

/** Whether a task in this state will never run any more. */
export function isTerminal(state: string | undefined): boolean {
  return stateNumber(state) > stateNumber('running');
}

/** Whether the loop knows both states of a task. */
export function isDrawable(task: WatchedTask): boolean {
  return stateNumber(task.DesiredState) > 0 && stateNumber(task.Status.State) > 0;
}

/** Whether `a` stands for its place rather than `b`: the lower desired state, then the lower observed one; `b` wins ties. */
export function standsBefore(a: WatchedTask, b: WatchedTask): boolean {
  const desired = stateNumber(a.DesiredState) - stateNumber(b.DesiredState);
  return desired < 0 || (desired === 0 && stateNumber(a.Status.State) < stateNumber(b.Status.State));
}
