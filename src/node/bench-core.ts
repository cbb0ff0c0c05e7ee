import { createShell } from '../docker/shell/create-shell.ts';
import { defaultScenario } from '../run/default-scenario.ts';
import { restore } from '../run/restore.ts';
import { Run } from '../run/run.ts';
import { numberedHosts } from '../run/scenario.ts';

const services = { turn: () => new Promise<void>((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };

/** CPU milliseconds of this process that `work` takes. */
async function cpuMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const used = process.cpuUsage(before);
  return Math.round((used.user + used.system) / 100) / 10;
}

/** The smallest of several measurements: what the machine can do when nothing else disturbs it. */
async function best(times: number, measure: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) least = Math.min(least, await measure());
  return least;
}

async function createTasks(hosts: number, replicas: number): Promise<number> {
  const run = new Run({ ...defaultScenario(), hosts: numberedHosts(hosts), swarm: { managers: 1, workers: hosts - 1 }, setup: [] }, services);
  const sink = { write: () => {} };
  return cpuMs(async () => {
    await run.execute('DC2-N1', `docker service create -d --name web --replicas ${replicas} nginx`, { stdout: sink, stderr: sink });
    const service = (): boolean => {
      const store = run.cluster.hosts()[0]?.swarm.replica;
      return (store?.list('task').filter((task) => task.status.state === 512).length ?? 0) < replicas;
    };
    for (let i = 0; i < 600 && service(); i++) await run.advance(run.now + 100);
    if (service()) throw new Error(`not all of ${replicas} tasks are running`);
  });
}

async function replayTenMinutes(): Promise<number> {
  const recording = { scenario: defaultScenario(), inputs: [], now: 600_000 };
  return cpuMs(async () => {
    await restore(recording, services);
  });
}

const figures = {
  'create 300 tasks on 10 nodes to running, CPU ms': await best(5, () => createTasks(10, 300)),
  'replay 10 virtual minutes of the default cluster, CPU ms': await best(5, replayTenMinutes),
};
console.log(JSON.stringify(figures, null, 2));
