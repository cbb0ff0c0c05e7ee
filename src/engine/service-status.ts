import type { Service } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import type { Reader } from '../swarm/store/tables.ts';
import type { ServiceStatus } from './convert/service-json.ts';

/** Counts a service's tasks (swarmkit controlapi/service.go ListServiceStatuses): a task that a lost node still runs counts too. */
export function serviceStatus(reader: Reader, service: Service): ServiceStatus {
  const { mode, tasks } = { mode: service.spec.Mode, tasks: reader.tasksOfService(service.id) };
  let running = 0;
  let completed = 0;
  let desired = mode.Replicated?.Replicas ?? mode.ReplicatedJob?.MaxConcurrent ?? 0;
  for (const task of tasks) {
    if (service.jobStatus && task.jobIteration !== service.jobStatus.jobIteration) continue;
    if (mode.Global && task.desiredState === TaskState.RUNNING) desired++;
    if (mode.GlobalJob && task.desiredState === TaskState.COMPLETE && task.status.state !== TaskState.COMPLETE) desired++;
    if (task.status.state === TaskState.RUNNING) running++;
    if (task.status.state === TaskState.COMPLETE) completed++;
  }
  return { running, desired, completed };
}
