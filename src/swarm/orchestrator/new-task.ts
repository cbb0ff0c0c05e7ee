import type { EndpointSpec } from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';
import { type Cluster, NOT_STORED, type Service, type Task } from '../objects/objects.ts';
import { ownStatus } from '../objects/task-shape.ts';
import { TaskState } from '../objects/task-state.ts';

/** What tasks are made with: virtual time, and the actor's own random numbers for ids. */
export interface TaskMaker {
  readonly now: () => number;
  readonly random: RandomStream;
}

/** Shared by all tasks that have none of something. */
const NOTHING: readonly never[] = [];
const NO_ENDPOINT: EndpointSpec = {};

/**
 * A new task of a service (swarmkit manager/orchestrator/task.go NewTask): NEW, desired RUNNING, with the service's
 * spec of today. `nodeId` is empty unless the task belongs to one node.
 */
export function newTask(maker: TaskMaker, cluster: Cluster | undefined, service: Service, slot: number, nodeId: string): Task {
  const logDriver = service.spec.TaskTemplate.LogDriver ?? cluster?.spec.TaskDefaults.LogDriver;
  return {
    id: maker.random.swarmId(),
    serviceId: service.id,
    serviceName: service.spec.Name,
    serviceLabels: service.spec.Labels,
    slot,
    nodeId,
    spec: service.spec.TaskTemplate,
    specVersion: service.specVersion,
    status: ownStatus(TaskState.NEW, maker.now(), 'created', undefined, undefined, undefined),
    desiredState: TaskState.RUNNING,
    networks: NOTHING,
    endpoint: { spec: service.spec.EndpointSpec ?? NO_ENDPOINT, ports: NOTHING, virtualIPs: NOTHING },
    logDriver,
    assignedGenericResources: NOTHING,
    jobIteration: undefined,
    meta: NOT_STORED,
    placement: undefined,
  };
}
