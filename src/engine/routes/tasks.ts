import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import type { Task } from '../../swarm/objects/objects.ts';
import { TaskState, taskStateName } from '../../swarm/objects/task-state.ts';
import { isTaskDirty } from '../../swarm/orchestrator/update/dirty.ts';
import type { Reader } from '../../swarm/store/tables.ts';
import { taskJson } from '../convert/task-json.ts';
import type { Daemon } from '../daemon.ts';
import { type Filters, readFilters } from '../filters.ts';
import { resolve, taskName } from '../resolve.ts';
import type { Router } from '../router.ts';

const FILTERS = ['name', 'id', 'label', 'service', 'node', 'desired-state', '_up-to-date', 'runtime'];
const STATES: ReadonlySet<string> = new Set(Object.values(TaskState).map(taskStateName));

/** `/tasks`, without logs. */
export function routeTasks(router: Router, daemon: Daemon): void {
  const json = (read: Reader, task: Task): ReturnType<typeof taskJson> =>
    taskJson(
      task,
      (at) => daemon.time(at),
      (id) => read.get('network', id),
    );

  router.add('GET', '/tasks', (call) => {
    const filters = readFilters(call.query('filters'), FILTERS);
    daemon.onLeader(call, ({ read }) => {
      if (isRefusal(filters)) return call.refuse(filters);
      const tasks = select(read, filters);
      if (isRefusal(tasks)) return call.refuse(tasks);
      call.reply(
        200,
        tasks.map((task) => json(read, task)),
      );
    });
  });

  router.add('GET', '/tasks/{id}', (call) =>
    daemon.onLeader(call, ({ read }) => {
      const task = resolve(read, 'task', call.param('id'));
      if (isRefusal(task)) call.refuse(task);
      else call.reply(200, json(read, task));
    }),
  );
}

/** The tasks that a list asks for (moby daemon/cluster/tasks.go, filters.go; swarmkit controlapi/task.go ListTasks). */
function select(read: Reader, filters: Filters): readonly Task[] | Refusal {
  const services = idsOf(read, 'service', filters.get('service'));
  if (isRefusal(services)) return services;
  const nodes = idsOf(read, 'node', filters.get('node'));
  if (isRefusal(nodes)) return nodes;
  const wrong = filters.get('desired-state').find((state) => !STATES.has(state));
  if (wrong !== undefined) return { status: 500, message: `Invalid desired-state filter: '${wrong}'` };
  const upToDate = filters.flag('_up-to-date') === true;
  const candidates = services.size === 1 ? read.tasksOfService([...services][0] ?? '') : read.list('task');
  return candidates.filter(
    (task) =>
      task.serviceId !== '' &&
      (services.size === 0 || services.has(task.serviceId)) &&
      (nodes.size === 0 || nodes.has(task.nodeId)) &&
      filters.prefix('id', task.id) &&
      filters.prefix('name', taskName(task)) &&
      filters.labels('label', task.serviceLabels) &&
      filters.exact('runtime', task.spec.Runtime ?? 'container') &&
      filters.exact('desired-state', taskStateName(task.desiredState)) &&
      (!upToDate || isUpToDate(read, task)),
  );
}

function idsOf(read: Reader, kind: 'service' | 'node', terms: readonly string[]): ReadonlySet<string> | Refusal {
  const ids = new Set<string>();
  for (const term of terms) {
    const found = resolve(read, kind, term);
    if (isRefusal(found)) return found;
    ids.add(found.id);
  }
  return ids;
}

/** Whether a task is what its service wants now: made from the present spec, or from one that asks for the same. */
function isUpToDate(read: Reader, task: Task): boolean {
  const service = read.get('service', task.serviceId);
  return service !== undefined && !isTaskDirty(task, service, read.get('node', task.nodeId));
}
