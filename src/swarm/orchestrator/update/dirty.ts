import type { TaskSpec } from '../../../docker/api/specs.ts';
import { constraintsOrNone, nodeMatches } from '../../constraint/constraint.ts';
import type { Node, Service, Task } from '../../objects/objects.ts';
import { sameSpec } from './same-spec.ts';

/**
 * Whether a task is out of date and has to be replaced (swarmkit manager/orchestrator/task.go IsTaskDirty). A task of the
 * service's present spec version is clean without a look. One that differs in its placement only is clean while its
 * node satisfies the new constraints: preferences, platforms and the maximum per node never move a running task.
 * @param node the task's node, undefined when it has none or it is gone.
 */
export function isTaskDirty(task: Task, service: Service, node: Node | undefined): boolean {
  if (task.specVersion === service.specVersion) return false;
  const wanted = service.spec.TaskTemplate;
  if (differsInPlacementOnly(wanted, task.spec) && node && nodeMatches(constraintsOrNone(wanted.Placement?.Constraints), node)) return false;
  return !sameSpec(wanted, task.spec) || (task.endpoint !== undefined && !sameSpec(service.spec.EndpointSpec, task.endpoint.spec));
}

/** Whether the two specs differ, and in their placement only (IsTaskDirtyPlacementConstraintsOnly). */
export function differsInPlacementOnly(a: TaskSpec, b: TaskSpec): boolean {
  if (sameSpec(a.Placement, b.Placement)) return false;
  const { Placement: _a, ...restA } = a;
  const { Placement: _b, ...restB } = b;
  return sameSpec(restA, restB);
}
