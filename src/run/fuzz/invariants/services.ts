import type { Service, Task } from '../../../swarm/objects/objects.ts';
import { TaskState, taskStateName } from '../../../swarm/objects/task-state.ts';
import type { Reader } from '../../../swarm/store/tables.ts';
import { fitsNowhere, isLarger, isReady, satisfies } from '../fit.ts';
import { behaviourOf } from '../make-service.ts';
import type { Invariant } from './invariant.ts';
import { bySlot, slotName } from './slots.ts';

/**
 * A replicated service has a task that runs in each of its slots, or one for which no node has room. Asked only of
 * services that can come to rest: programs that serve, and a restart policy that never gives up.
 */
export const replicatedServicesRun: Invariant = {
  name: 'replicated services run',
  when: 'settled',
  check: ({ reader }) =>
    reader.list('service').flatMap((service) => {
      const wanted = service.spec.Mode.Replicated?.Replicas;
      if (wanted === undefined || !comesToRest(service, reader)) return [];
      const slots = bySlot(service, wantedTasks(reader, service));
      const broken = slots.size === wanted ? [] : [`${service.spec.Name} has ${slots.size} of ${wanted} replicas`];
      for (const [slot, tasks] of slots) if (!tasks.some((task) => runsOrCannot(reader, service, task))) broken.push(...describe(service, slot, tasks));
      return broken;
    }),
};

/** A global service has one task on each node that may have it (orchestrator.md §4.3), and none where it must not be. */
export const globalServicesRun: Invariant = {
  name: 'global services run',
  when: 'settled',
  check: ({ reader }) =>
    reader.list('service').flatMap((service) => {
      if (!service.spec.Mode.Global || !comesToRest(service, reader)) return [];
      const tasks = wantedTasks(reader, service);
      return reader.list('node').flatMap((node) => {
        const name = `on ${node.description?.Hostname}`;
        const here = tasks.filter((task) => task.nodeId === node.id);
        const fits = satisfies(service.spec.TaskTemplate, node);
        if (here.length > 0 && (node.spec.Availability === 'drain' || (!fits && node.spec.Availability === 'active'))) {
          return [`${service.spec.Name} has a task ${name}, which is ${node.spec.Availability}${fits ? '' : ' and does not match'}`];
        }
        // A task that is larger than its node is rejected and made anew for ever, in the real Swarm too: nobody waits for it.
        if (!isReady(node) || !fits || isLarger(service.spec.TaskTemplate, node)) return [];
        if (here.length === 0) return [`${service.spec.Name} has no task ${name}`];
        return here.some((task) => runsOrCannot(reader, service, task)) ? [] : describe(service, name, here);
      });
    }),
};

/** A replicated job whose program ends well gets its completions, unless no node has room (orchestrator.md §4.4). */
export const jobsComplete: Invariant = {
  name: 'jobs complete',
  when: 'settled',
  check: ({ reader }) =>
    reader.list('service').flatMap((service) => {
      const job = service.spec.Mode.ReplicatedJob;
      if (!job || behaviourOf(service.spec.TaskTemplate.ContainerSpec ?? {}) !== 'end' || !patient(service.spec.TaskTemplate)) return [];
      const tasks = reader.tasksOfService(service.id).filter((task) => task.jobIteration === service.jobStatus?.jobIteration);
      const complete = tasks.filter((task) => task.status.state === TaskState.COMPLETE).length;
      if (complete === job.TotalCompletions) return [];
      const open = tasks.filter((task) => task.desiredState <= TaskState.COMPLETE && task.status.state !== TaskState.COMPLETE);
      if (open.length > 0 && open.every((task) => runsOrCannot(reader, service, task))) return [];
      return [`${service.spec.Name} has ${complete} of ${job.TotalCompletions} completions`, ...describe(service, 'open', open)];
    }),
};

/** What a global job has begun on a node that is there ends well, unless the node has no room (orchestrator.md §4.4). */
export const globalJobsComplete: Invariant = {
  name: 'global jobs complete',
  when: 'settled',
  check: ({ reader }) =>
    reader.list('service').flatMap((service) => {
      if (!service.spec.Mode.GlobalJob || behaviourOf(service.spec.TaskTemplate.ContainerSpec ?? {}) !== 'end' || !patient(service.spec.TaskTemplate))
        return [];
      return reader.tasksOfService(service.id).flatMap((task) => {
        const node = reader.get('node', task.nodeId);
        const present = task.jobIteration === service.jobStatus?.jobIteration && task.desiredState <= TaskState.COMPLETE;
        if (!present || !node || !isReady(node) || isLarger(task.spec, node)) return [];
        return task.status.state === TaskState.COMPLETE || runsOrCannot(reader, service, task)
          ? []
          : describe(service, `on ${node.description?.Hostname}`, [task]);
      });
    }),
};

/** A replicated job has no more tasks at work at a time than it may, and no more completions than it wants. */
export const jobsWithinCounts: Invariant = {
  name: 'jobs within their counts',
  when: 'always',
  check: ({ reader }) =>
    reader.list('service').flatMap((service) => {
      const job = service.spec.Mode.ReplicatedJob;
      if (!job) return [];
      const tasks = reader.tasksOfService(service.id).filter((task) => task.jobIteration === service.jobStatus?.jobIteration);
      const complete = tasks.filter((task) => task.status.state === TaskState.COMPLETE).length;
      const working = tasks.filter((task) => task.status.state !== TaskState.COMPLETE && task.desiredState <= TaskState.COMPLETE).length;
      const { MaxConcurrent: most = 1, TotalCompletions: total = most } = job;
      return complete + working > total || working > most
        ? [`${service.spec.Name} has ${working} tasks at work and ${complete} completions; ${most} at a time and ${total} altogether are wanted`]
        : [];
    }),
};

/** A task that waits for a node does so because no node would take it; tasks of an older spec are the updater's business. */
export const pendingForAReason: Invariant = {
  name: 'pending for a reason',
  when: 'settled',
  check: ({ reader }) =>
    pendingTasks(reader).flatMap(({ service, task }) =>
      fitsNowhere(reader, task)
        ? []
        : [`${service.spec.Name} ${slotName(service, task)} (${task.id}) waits (${task.status.err ?? task.status.message}), but a node has room`],
    ),
};

/**
 * Tasks that shall run some time and have no node's promise yet. One that was made for a node that is gone waits until
 * its service's next event, and the scheduler leaves it alone (orchestrator.md §4.4, ORC-054).
 */
export function pendingTasks(reader: Reader): { readonly service: Service; readonly task: Task }[] {
  return reader.list('task').flatMap((task) => {
    const service = reader.get('service', task.serviceId);
    const pending = task.status.state === TaskState.PENDING && task.desiredState <= TaskState.COMPLETE;
    if ((task.nodeId !== '' && !reader.get('node', task.nodeId)) || (service && wasRolledBack(service))) return [];
    return service && pending && task.specVersion >= service.specVersion ? [{ service, task }] : [];
  });
}

/**
 * While the newer spec counted, the scheduler forgot the waiting tasks of the older one (orchestrator.md §3.4: "left
 * PENDING, not requeued"); when the older one counts again nobody puts them back. The real Swarm does the same.
 */
function wasRolledBack(service: Service): boolean {
  return service.updateStatus?.state.startsWith('rollback') === true;
}

function wantedTasks(reader: Reader, service: Service): Task[] {
  return reader.tasksOfService(service.id).filter((task) => task.desiredState === TaskState.RUNNING);
}

function runsOrCannot(reader: Reader, service: Service, task: Task): boolean {
  if (task.status.state === TaskState.RUNNING) return true;
  // Without an address it stays NEW: two services that want the same port cannot both be allocated.
  if (task.status.state === TaskState.NEW) return portTaken(reader, service);
  return task.status.state === TaskState.PENDING && (task.specVersion < service.specVersion || wasRolledBack(service) || fitsNowhere(reader, task));
}

function portTaken(reader: Reader, service: Service): boolean {
  const ports = (service.spec.EndpointSpec?.Ports ?? []).filter((port) => port.PublishMode !== 'host').map((port) => port.PublishedPort);
  return reader
    .list('service')
    .some((other) => other !== service && (other.endpoint?.ports ?? []).some((port) => port.PublishMode !== 'host' && ports.includes(port.PublishedPort)));
}

/** Its program serves, and each of its tasks would be restarted for ever. */
function comesToRest(service: Service, reader: Reader): boolean {
  const { TaskTemplate: template } = service.spec;
  return behaviourOf(template.ContainerSpec ?? {}) === 'serve' && patient(template) && reader.tasksOfService(service.id).every((task) => patient(task.spec));
}

function patient({ RestartPolicy: policy }: Task['spec']): boolean {
  return (policy?.Condition ?? 'any') === 'any' && !policy?.MaxAttempts;
}

function describe(service: Service, slot: string, tasks: readonly Task[]): string[] {
  return tasks.map(
    ({ id, status, desiredState, nodeId }) =>
      `${service.spec.Name} ${slot}: ${id} on ${nodeId || 'no node'} is ${taskStateName(status.state)}, shall be ${taskStateName(desiredState)} (${status.err ?? status.message})`,
  );
}
