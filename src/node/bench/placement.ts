import { type PlacementLoad, placeTasks } from '../../run/bench/placement.ts';
import { cpuMs, type Figure, rounded } from './figure.ts';

/** CPU milliseconds that each load may be repeated for; every load is run at least twice. */
const PATIENCE_MS = 6_000;
const MOST_RUNS = 25;

interface Load extends PlacementLoad {
  readonly name: string;
  /** Tasks a second that we want, and what SwarmKit does on two cores. */
  readonly aim: number;
  readonly swarmkit: number;
}

const LOADS: readonly Load[] = [
  { name: '1,000 nodes x 1,000 tasks of one service', nodes: 1_000, tasks: 1_000, services: 1, constraints: false, aim: 200_000, swarmkit: 21_000 },
  { name: '1,000 nodes x 10,000 tasks of one service', nodes: 1_000, tasks: 10_000, services: 1, constraints: false, aim: 200_000, swarmkit: 21_000 },
  { name: '1,000 nodes x 10,000 tasks of 100 services', nodes: 1_000, tasks: 10_000, services: 100, constraints: false, aim: 200_000, swarmkit: 23_000 },
  { name: '1,000 nodes x 10,000 tasks, each alone', nodes: 1_000, tasks: 10_000, services: 0, constraints: false, aim: 90_000, swarmkit: 9_000 },
  { name: '1,000 nodes x 100,000 tasks of one service', nodes: 1_000, tasks: 100_000, services: 1, constraints: false, aim: 150_000, swarmkit: 15_000 },
  {
    name: '5,000 nodes x 100,000 tasks, each alone, with constraints',
    nodes: 5_000,
    tasks: 100_000,
    services: 0,
    constraints: true,
    aim: 12_000,
    swarmkit: 1_200,
  },
];

/**
 * Tasks placed per second by scheduler and store together, from the commit of PENDING tasks to the last one ASSIGNED. The
 * figures that count are of CPU time, all threads of the garbage collector included, so that they do not depend on what
 * else the machine does; on a machine that does nothing else wall time is a little shorter.
 */
export function placement(): Figure[] {
  return LOADS.flatMap((load) => {
    const rates: { readonly cpu: number; readonly wall: number }[] = [];
    const start = cpuMs();
    while (rates.length < 2 || (rates.length < MOST_RUNS && cpuMs() - start < PATIENCE_MS)) rates.push(rateOf(load));
    const cpu = Math.max(...rates.map((rate) => rate.cpu));
    const { name, aim, swarmkit } = load;
    return [
      { what: `placing ${name}`, value: cpu, unit: 'tasks/CPU s', aim, better: 'more' as const },
      { what: `placing ${name}: times SwarmKit's ${swarmkit}/s`, value: rounded(cpu / swarmkit), unit: 'x', aim: 2, better: 'more' as const },
      { what: `placing ${name}: first run, before it is compiled`, value: (rates[0] as (typeof rates)[0]).cpu, unit: 'tasks/CPU s' },
      { what: `placing ${name}: by the wall`, value: Math.max(...rates.map((rate) => rate.wall)), unit: 'tasks/s' },
    ];
  });
}

function rateOf(load: Load): { readonly cpu: number; readonly wall: number } {
  const { began, ended } = placeTasks(load, () => ({ cpu: cpuMs(), wall: performance.now() }));
  const perSecond = (ms: number): number => Math.round((load.tasks * 1000) / ms);
  return { cpu: perSecond(ended.cpu - began.cpu), wall: perSecond(ended.wall - began.wall) };
}
