import { Run } from '../../run/run.ts';
import { numberedHosts } from '../../run/scenario.ts';
import { best, cpuMsOf, type Figure, rounded } from './figure.ts';
import { services } from './playground.ts';

const SERVICES = 1_000;
const TASKS = 10_000;

/** How long a command line takes on a cluster that is large: CPU from the line to the last byte printed, engine, table and shell together. */
export async function commandLine(): Promise<Figure[]> {
  const many = await clusterOf(10);
  for (let i = 0; i < SERVICES; i++) await printed(many, `docker service create -d --name web-${i} --label tier=${i % 7} -p ${20_000 + i}:80 nginx:1.27`);
  await many.advance(many.now + 30_000);
  const large = await clusterOf(100);
  await printed(large, `docker service create -d --name web --replicas ${TASKS} nginx:1.27`);
  await large.advance(large.now + 60_000);
  return [
    { what: `docker service ls with ${SERVICES} services, CPU`, value: await timeOf(many, 'docker service ls', SERVICES + 1), unit: 'ms', aim: 30 },
    { what: `docker service ls -q with ${SERVICES} services, CPU`, value: await timeOf(many, 'docker service ls -q', SERVICES), unit: 'ms' },
    { what: `docker service ps with ${TASKS} tasks, CPU`, value: await timeOf(large, 'docker service ps web', TASKS + 1), unit: 'ms', aim: 150 },
    {
      what: `docker service ps --format with ${TASKS} tasks, CPU`,
      value: await timeOf(large, "docker service ps web --format '{{.Name}} {{.Node}} {{.CurrentState}}'", TASKS),
      unit: 'ms',
    },
    { what: `docker node ps with the tasks of one node of ${TASKS}, CPU`, value: await timeOf(large, 'docker node ps DC2-N7', 2), unit: 'ms' },
    { what: 'a loop of 1,000 rounds of echo, CPU', value: await timeOf(large, 'for i in $(seq 1000); do echo $i; done', 1_000), unit: 'ms' },
  ];
}

async function clusterOf(nodes: number): Promise<Run> {
  return new Run(
    {
      title: 'bench',
      seed: 'bench',
      epochMs: Date.UTC(2026, 0, 5, 9),
      hosts: numberedHosts(nodes),
      swarm: { managers: 1, workers: nodes - 1 },
      registry: 'simulated',
      setup: [],
    },
    { ...services, limits: 'none' },
  );
}

async function printed(run: Run, line: string): Promise<string> {
  let text = '';
  const sink = { write: (part: string) => void (text += part) };
  const status = await run.execute('DC2-N1', line, { stdout: sink, stderr: sink });
  if (status !== 0) throw new Error(`${line}: ${text}`);
  return text;
}

/** The least of several times, in CPU milliseconds; the output must have so many lines, or more. */
async function timeOf(run: Run, line: string, lines: number): Promise<number> {
  const least = await best(15, () =>
    cpuMsOf(async () => {
      const count = (await printed(run, line)).split('\n').length - 1;
      if (count < lines) throw new Error(`${line}: ${count} lines instead of ${lines}`);
    }),
  );
  return rounded(least);
}
