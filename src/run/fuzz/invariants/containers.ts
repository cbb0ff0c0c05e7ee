import { TaskState, taskStateName } from '../../../swarm/objects/task-state.ts';
import type { Invariant } from './invariant.ts';

/**
 * Containers of tasks are there because the store has their task, and run only if it shall run. An agent forgets a task
 * before it removes the container (swarmkit agent/worker.go reconcileTaskState): when the power goes between the two, what
 * is left stays.
 */
export const containersHaveTasks: Invariant = {
  name: 'containers have tasks',
  when: 'settled',
  check: ({ world, reader }) =>
    world.cluster.hosts().flatMap((host) =>
      host.containers.list().flatMap((container) => {
        const of = container.config.task;
        if (!of) return [];
        const name = `container ${container.config.name} on ${host.spec.name}`;
        const task = reader.get('task', of.id);
        if (!task && container.state !== 'running' && world.leftByPower.has(container.id)) return [];
        if (!task) return [`${name} is ${container.state}, but its task is gone`];
        if (task.nodeId !== host.swarm.nodeId) return [`${name} belongs to a task of node ${task.nodeId}`];
        return container.state === 'running' && task.desiredState > TaskState.COMPLETE
          ? [`${name} runs, but its task shall be ${taskStateName(task.desiredState)}`]
          : [];
      }),
    ),
};

/** A task that is said to run has a container that runs on the host of its node. */
export const tasksHaveContainers: Invariant = {
  name: 'tasks have containers',
  when: 'settled',
  check: ({ world, reader }) => {
    const running = new Set(
      world.cluster
        .hosts()
        .flatMap(({ containers }) =>
          containers.list().flatMap((container) => (container.state === 'running' && container.config.task ? [container.config.task.id] : [])),
        ),
    );
    return reader
      .list('task')
      .flatMap((task) =>
        task.status.state !== TaskState.RUNNING || task.spec.NetworkAttachmentSpec || running.has(task.id)
          ? []
          : [`task ${task.id} of ${task.serviceName} is running without a container`],
      );
  },
};
