import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StackConfig } from '../docker/compose/config.ts';
import { loadStack } from '../docker/compose/load-stack.ts';
import { createShell } from '../docker/shell/create-shell.ts';
import { makePlan } from '../run/make-plan.ts';
import type { Plan } from '../run/plan.ts';
import { Run, type RunServices } from '../run/run.ts';
import { numberedHosts } from '../run/scenario.ts';
import { nodeTurn } from './node-turn.ts';

const folder = path.resolve(process.cwd(), '../shared/stacks');
const services: RunServices = { turn: nodeTurn, loadShell: async () => ({ createShell }) };
const HOST = 'DC2-N1';

interface Accepted {
  readonly name: string;
  readonly text: string;
  readonly config: StackConfig;
}

function acceptedFiles(): readonly Accepted[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const result = loadStack([{ name, text }], { env: { HOME: '/root' }, workingDir: '/root', readFile: () => undefined });
      return 'error' in result ? [] : [{ name, text, config: result.config }];
    });
}

async function execute(run: Run, line: string): Promise<void> {
  await run.execute(HOST, line, { stdout: { write: () => undefined }, stderr: { write: () => undefined } });
}

/** A cluster of five nodes on which the file can be deployed. */
async function clusterFor({ config }: Accepted): Promise<Run> {
  const run = new Run(
    { title: 'plans', seed: 'plans', epochMs: 0, hosts: numberedHosts(5), swarm: { managers: 1, workers: 4 }, registry: 'simulated', setup: [] },
    services,
  );
  await run.begin();
  for (const { name, external } of config.networks.values()) if (external.external) await execute(run, `docker network create -d overlay --attachable ${name}`);
  for (const [kind, objects] of [
    ['secret', config.secrets],
    ['config', config.configs],
  ] as const) {
    for (const { name, external, file } of objects.values()) {
      if (external.external) await execute(run, `echo x | docker ${kind} create ${name} -`);
      else run.writeFile(file, `content of ${file}\n`);
    }
  }
  return run;
}

/** Which tasks of the stack are wanted now, and where they are: `s_web.1 DC2-N2`; nowhere: `s_web.2 -`. */
async function tasksOf(run: Run): Promise<readonly string[]> {
  let text = '';
  const format = '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}}';
  await run.execute(HOST, `docker stack ps --no-trunc --format '${format}' s`, {
    stdout: { write: (part) => (text += part) },
    stderr: { write: () => undefined },
  });
  const ids = new Map(run.cluster.hosts().map((host) => [host.swarm.nodeId, host.spec.name]));
  return text
    .split('\n')
    .map((line) => line.replace(/\.([0-9a-z]{25}) /, (_, id: string) => `.${ids.get(id) ?? id} `))
    .flatMap((line) => {
      const [, name, node, state] = /^(\S+) (\S*) (?:Running|Ready|Complete) (\w+)/.exec(line) ?? [];
      return name === undefined ? [] : [`${name} ${state === 'Pending' || state === 'New' || node === '' ? '-' : (node ?? '')}`];
    })
    .sort();
}

/** The same, as the plan says it will be. */
function plannedTasks(plan: Plan): readonly string[] {
  return plan.services
    .filter(({ outcome }) => outcome === 'running' || outcome === 'waiting' || outcome === 'complete')
    .flatMap(({ tasks }) => tasks)
    .flatMap(({ name, change, to }) => (change === 'stop' ? [] : [`${name} ${change === 'wait' ? '-' : to}`]))
    .sort();
}

/** Services whose tasks come and go are at another point a moment later. */
function settledOnly(tasks: readonly string[], plan: Plan): readonly string[] {
  const restless = plan.services.filter(({ outcome }) => outcome !== 'running' && outcome !== 'waiting' && outcome !== 'complete').map(({ name }) => name);
  return tasks.filter((task) => !restless.some((name) => task.startsWith(`${name}.`)));
}

describe.skipIf(!existsSync(folder))('plans of stack files found in the wild (skipped where ../shared/stacks is absent)', () => {
  it.each(existsSync(folder) ? acceptedFiles().map((file) => [file.name, file] as const) : [])('%s', async (_, file) => {
    const run = await clusterFor(file);
    // First as it is; then with other images and one more task of what has several.
    for (const text of [
      file.text,
      file.text
        .replaceAll(/(replicas:\s*)(\d+)/g, (_whole, key: string, count: string) => `${key}${Number(count) + 1}`)
        .replaceAll(/^( +image:.*:)[\w.]+$/gm, '$1latest'),
    ]) {
      const plan = await makePlan(run, { stack: 's', files: [{ path: '/root/stack.yml', content: text }], prune: false }, services);
      run.writeFile('/root/stack.yml', text);
      let [stdout, stderr] = ['', ''];
      const exit = await run.execute(HOST, plan.command, { stdout: { write: (part) => (stdout += part) }, stderr: { write: (part) => (stderr += part) } });
      expect({ exit: plan.exit, stdout: plan.stdout, stderr: plan.stderr }).toEqual({ exit, stdout, stderr });
      const created = (kind: string): readonly string[] =>
        [...stdout.matchAll(new RegExp(`^Creating ${kind} (\\S+)$`, 'gm'))].map(([, name = '']) => name).sort();
      for (const kind of ['network', 'secret', 'config'] as const) {
        const planned = plan.objects.filter((object) => object.kind === kind && object.action === 'create').map(({ name }) => name);
        expect([kind, planned.sort()]).toEqual([kind, created(kind)]);
      }
      expect(plan.services.filter(({ action }) => action === 'create').map(({ name }) => name)).toEqual(created('service'));
      await run.advance(plan.at + plan.horizonMs);
      expect(settledOnly(await tasksOf(run), plan)).toEqual(plannedTasks(plan));
    }
  });
});
