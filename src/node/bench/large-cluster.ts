import { defaultScenario } from '../../run/default-scenario.ts';
import { Run } from '../../run/run.ts';
import { numberedHosts } from '../../run/scenario.ts';
import { cpuMs, type Figure, rounded } from './figure.ts';
import { followRunning, services, untilRunning } from './playground.ts';

/** A run of a swarm of so many nodes, one of them a manager, without any service; the playground's limits are lifted. */
export function swarmOf(nodes: number): Run {
  return new Run({ ...defaultScenario(), hosts: numberedHosts(nodes), swarm: { managers: 1, workers: nodes - 1 }, setup: [] }, { ...services, limits: 'none' });
}

/** Creates a service by the command line and lets time pass until all of its tasks run. */
export async function createService(run: Run, replicas: number): Promise<void> {
  const sink = { write: () => {} };
  const running = followRunning(run);
  await run.execute('DC2-N1', `docker service create -d --name web --replicas ${replicas} nginx`, { stdout: sink, stderr: sink });
  await untilRunning(run, running, replicas);
}

/**
 * The largest cluster that Swarm was ever shown with, whole: engines, agents, containers, raft and the page's records. The
 * heap is as Node has it by itself, without any of its options.
 */
export async function largeCluster(): Promise<Figure[]> {
  const start = cpuMs();
  const run = swarmOf(4_700);
  const formed = cpuMs();
  const wall = performance.now();
  await createService(run, 100_000);
  const seconds = (performance.now() - wall) / 1000;
  const created = cpuMs();
  const what = '4,700 nodes, 100,000 tasks';
  return [
    { what: `${what}: forming the swarm, CPU`, value: rounded((formed - start) / 1000), unit: 's' },
    { what: `${what}: from create to all running, CPU`, value: rounded((created - formed) / 1000), unit: 's', aim: 15 },
    { what: `${what}: from create to all running, by the wall`, value: rounded(seconds), unit: 's' },
    { what: `${what}: most memory of the process`, value: Math.round(process.resourceUsage().maxRSS / 1024), unit: 'MB', aim: 1_000 },
  ];
}

/** Nodes that have nothing to do but to send their heartbeats. */
export async function heartbeats(): Promise<Figure[]> {
  const run = swarmOf(5_000);
  await run.advance(run.now + 20_000);
  const virtualSeconds = 300;
  const wall = performance.now();
  const cpu = cpuMs();
  await run.advance(run.now + virtualSeconds * 1000);
  const byWall = (virtualSeconds * 1000) / (performance.now() - wall);
  return [
    {
      what: 'heartbeats of 5,000 idle nodes, virtual seconds in a CPU second',
      value: Math.round((virtualSeconds * 1000) / (cpuMs() - cpu)),
      unit: 's/CPU s',
      aim: 300,
      better: 'more',
    },
    { what: 'heartbeats of 5,000 idle nodes, virtual seconds in a second of the wall', value: Math.round(byWall), unit: 's/s' },
  ];
}
