import { assert } from '../../base/assert.ts';
import { Kernel } from '../../sim/kernel.ts';
import { Network } from '../../sim/network.ts';
import type { Network as SwarmNetwork, Task } from '../../swarm/objects/objects.ts';
import { TaskState } from '../../swarm/objects/task-state.ts';
import { createScheduler } from '../../swarm/scheduler/scheduler.ts';
import { SoleProposer } from '../../swarm/store/proposer.ts';
import { Store } from '../../swarm/store/store.ts';
import { makeNode, makeTask } from '../../swarm/testing/builders.ts';

/** What is placed: `services` services share the tasks; 0: every task stands alone, without a service. */
export interface PlacementLoad {
  readonly nodes: number;
  readonly tasks: number;
  readonly services: number;
  /** The tasks are on a network whose driver every third node has (SwarmKit's "network constraints"). */
  readonly constraints: boolean;
}

const DRIVER = 'bench-driver';
const NETWORK: Omit<SwarmNetwork, 'meta'> = {
  id: 'network',
  spec: { Name: 'bench' },
  driver: DRIVER,
  driverOptions: {},
  ipam: [],
  predefined: false,
};

/**
 * Places tasks with scheduler and store alone and reads the clock at the commit of the PENDING tasks and when the last
 * of them is ASSIGNED: what SwarmKit's own benchmark measures (swarmkit manager/scheduler/scheduler_test.go).
 */
export function placeTasks<Time>(load: PlacementLoad, clock: () => Time): { readonly began: Time; readonly ended: Time } {
  const kernel = new Kernel('bench');
  const store = new Store(new SoleProposer(), () => kernel.now);
  const scheduler = createScheduler({ host: 'N1', nodeId: 'leader', term: 1, kernel, network: new Network(kernel), store });
  scheduler.start();
  store.update((tx) => {
    tx.create('network', NETWORK);
    for (let i = 0; i < load.nodes; i++) tx.create('node', benchNode(i));
  });
  const tasks = benchTasks(load);
  let began = clock();
  let ended = began;
  let left = load.tasks;
  store.watch((changes) => {
    for (const change of changes) if (change.kind === 'task' && change.action === 'update' && change.object.status.state === TaskState.ASSIGNED) left--;
    if (left === 0) ended = clock();
  });
  store.update((tx) => {
    for (const task of tasks) tx.create('task', task);
    began = clock();
  });
  while (left > 0) assert(kernel.step(Number.MAX_SAFE_INTEGER), `${left} tasks are never placed`);
  scheduler.stop();
  return { began, ended };
}

function benchNode(i: number): ReturnType<typeof makeNode> {
  const node = makeNode(`node${String(i).padStart(6, '0')}`);
  const { description } = node;
  if (i % 3 !== 0 || !description?.Engine) return node;
  const engine = { ...description.Engine, Plugins: [...(description.Engine.Plugins ?? []), { Type: 'Network', Name: DRIVER }] };
  return { ...node, description: { ...description, Engine: engine } };
}

function benchTasks({ tasks, services, constraints }: PlacementLoad): Omit<Task, 'meta'>[] {
  const networks = constraints ? [{ networkId: NETWORK.id, addresses: [], aliases: [] }] : [];
  return Array.from({ length: tasks }, (_, i) => {
    const task = makeTask(undefined, { id: `task${String(i).padStart(7, '0')}`, networks });
    return services === 0 ? task : { ...task, serviceId: `service${i % services}`, slot: Math.floor(i / services) + 1 };
  });
}
