import { createShell } from '../../docker/shell/create-shell.ts';
import { defaultScenario } from '../../run/default-scenario.ts';
import { restore } from '../../run/restore.ts';
import { Run, type RunServices } from '../../run/run.ts';
import { numberedHosts } from '../../run/scenario.ts';
import { best, cpuMsOf, type Figure, rounded } from './figure.ts';

export const services: RunServices = { turn: () => new Promise<void>((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };

/** SwarmKit's number of the task state RUNNING. */
const RUNNING = 512;

/** What people do in the page every day. */
export async function playground(): Promise<Figure[]> {
  return [
    { what: 'create 300 tasks on 10 nodes to running, CPU', value: rounded(await best(5, () => createTasks(10, 300))), unit: 'ms', aim: 300 },
    { what: 'replay 10 virtual minutes of the default cluster, CPU', value: rounded(await best(5, replayTenMinutes)), unit: 'ms', aim: 100 },
  ];
}

async function createTasks(hosts: number, replicas: number): Promise<number> {
  const run = new Run({ ...defaultScenario(), hosts: numberedHosts(hosts), swarm: { managers: 1, workers: hosts - 1 }, setup: [] }, services);
  const sink = { write: () => {} };
  return cpuMsOf(async () => {
    const running = followRunning(run);
    await run.execute('DC2-N1', `docker service create -d --name web --replicas ${replicas} nginx`, { stdout: sink, stderr: sink });
    await untilRunning(run, running, replicas);
  });
}

/** Counts the tasks that run, of none that were there before: to list all of them ten times a second would be measured too. */
export function followRunning(run: Run): () => number {
  let running = 0;
  run.cluster.hosts()[0]?.swarm.replicaStore?.watch((changes) => {
    for (const change of changes) {
      if (change.kind !== 'task') continue;
      const before = change.action === 'delete' ? change.object : change.old;
      if (before?.status.state === RUNNING) running--;
      if (change.action !== 'delete' && change.object.status.state === RUNNING) running++;
    }
  });
  return () => running;
}

/** Lets time pass until so many tasks run. */
export async function untilRunning(run: Run, running: () => number, replicas: number): Promise<void> {
  const limit = run.now + 60_000;
  while (running() < replicas) {
    if (run.now >= limit) throw new Error(`only ${running()} of ${replicas} tasks are running`);
    await run.advance(run.now + 100);
  }
}

function replayTenMinutes(): Promise<number> {
  return cpuMsOf(async () => {
    await restore({ scenario: defaultScenario(), inputs: [], now: 600_000 }, services);
  });
}
