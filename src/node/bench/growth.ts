import { cpuMs, type Figure, rounded } from './figure.ts';
import { createService, swarmOf } from './large-cluster.ts';

const TASKS_PER_NODE = 10;
const SIZES = [10, 100, 1_000, 5_000] as const;

/** What a size costs, in a process of its own: CPU seconds, and the megabytes that are in use afterwards. */
interface Cost {
  readonly create: number;
  readonly minute: number;
  readonly memory: number;
}

/** One size: a swarm with ten tasks a node, from create to all running, and a virtual minute after that. */
export async function growthAt(nodes: number): Promise<Cost> {
  const run = swarmOf(nodes);
  const start = cpuMs();
  await createService(run, nodes * TASKS_PER_NODE);
  const created = cpuMs();
  await run.advance(run.now + 60_000);
  const passed = cpuMs();
  globalThis.gc?.();
  return { create: (created - start) / 1000, minute: (passed - created) / 1000, memory: process.memoryUsage().heapUsed / 1e6 };
}

/**
 * How time and memory grow with the cluster. @param measure runs `growthAt` in a process of its own.
 */
export function growth(measure: (nodes: number) => Cost): Figure[] {
  const costs = SIZES.map(measure);
  const figures = SIZES.flatMap((nodes, i): Figure[] => {
    const { create, minute, memory } = costs[i] as Cost;
    const what = `${nodes.toLocaleString('en-US')} nodes x ${TASKS_PER_NODE} tasks`;
    return [
      { what: `${what}: from create to all running, CPU`, value: rounded(create, 2), unit: 's' },
      { what: `${what}: a virtual minute of running, CPU`, value: rounded(minute, 2), unit: 's' },
      { what: `${what}: memory in use`, value: Math.round(memory), unit: 'MB' },
    ];
  });
  const [, , thousand, most] = costs as [Cost, Cost, Cost, Cost];
  const factor = (of: (cost: Cost) => number): number => rounded(of(most) / of(thousand), 1);
  const what = 'growth from 1,000 to 5,000 nodes (5 is linear)';
  return [
    ...figures,
    { what: `${what}: from create to all running`, value: factor((cost) => cost.create), unit: 'x', aim: 7.5 },
    { what: `${what}: a virtual minute`, value: factor((cost) => cost.minute), unit: 'x', aim: 7.5 },
    { what: `${what}: memory`, value: factor((cost) => cost.memory), unit: 'x', aim: 7.5 },
  ];
}
