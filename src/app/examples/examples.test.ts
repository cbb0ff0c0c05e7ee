import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkStack } from '../../docker/compose/check-stack.ts';
import { createShell } from '../../docker/shell/create-shell.ts';
import { defaultScenario } from '../../run/default-scenario.ts';
import { restore } from '../../run/restore.ts';
import { TaskState } from '../../swarm/objects/task-state.ts';
import { zipEntries } from '../actions/download.ts';
import { HOME, stackNameFor } from '../world/file-name.ts';
import { EXAMPLES } from './index.ts';

const services = { turn: () => new Promise<void>((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };
const hasDocker = spawnSync('docker', ['--version']).status === 0;

describe.each(EXAMPLES)('$id', (example) => {
  const [stackFile] = example.files;
  const edited = example.files.map(({ name, content }, i) => ({ id: i, path: HOME + name, content, savedContent: undefined, stackName: undefined }));

  it('is a file of which docker says nothing', () => {
    expect(checkStack([{ path: `${HOME}${stackFile?.name}`, content: stackFile?.content ?? '' }])).toEqual([]);
    expect(stackNameFor(stackFile?.name ?? '')).toBe(example.stack);
  });

  it('deploys and runs on the default cluster', async () => {
    const run = await restore({ scenario: defaultScenario(), inputs: [], now: 5000 }, services);
    const output: string[] = [];
    const io = { stdout: { write: () => {} }, stderr: { write: (text: string) => output.push(text) } };
    const hosts = run.cluster.hosts().map((host) => host.spec.name);
    const manager = hosts[0] ?? '';
    for (const { path: file, content } of edited) run.writeFile(file, content);
    for (const line of example.prepare?.(hosts) ?? []) expect(await run.execute(manager, line, io), line).toBe(0);
    expect([await run.execute(manager, `docker stack deploy -d -c ${stackFile?.name} ${example.stack}`, io), output.join('')]).toEqual([0, '']);
    await run.advance(run.now + 60_000);
    expect([await run.execute(manager, example.next, io), output.join('')]).toEqual([0, '']);
    await run.advance(run.now + 60_000);
    const reader = run.cluster.hosts()[0]?.swarm.replicaStore?.read;
    for (const service of reader?.list('service').filter((each) => each.spec.Name.startsWith(`${example.stack}_`)) ?? []) {
      const tasks = reader?.tasksOfService(service.id).filter((task) => task.desiredState <= TaskState.COMPLETE) ?? [];
      const good = service.spec.Mode.ReplicatedJob || service.spec.Mode.GlobalJob ? TaskState.COMPLETE : TaskState.RUNNING;
      expect(tasks.length, service.spec.Name).toBeGreaterThan(0);
      expect([service.spec.Name, ...new Set(tasks.map((task) => `${task.status.state} ${task.status.err ?? ''}`))]).toEqual([service.spec.Name, `${good} `]);
    }
  });

  it.runIf(hasDocker)('is taken by the real docker as it is downloaded', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'example-'));
    const [first] = edited;
    const entries = first === undefined ? {} : zipEntries(first, edited);
    expect(Object.keys(entries)).toEqual(example.files.map((file) => file.name));
    for (const [name, content] of Object.entries(entries)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    const { status, stderr } = spawnSync('docker', ['stack', 'config', '-c', stackFile?.name ?? ''], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([0, '']);
  });
});
