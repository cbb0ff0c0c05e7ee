import { beforeAll, describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import type { Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import { Run, type RunServices } from './run.ts';
import { numberedHosts, type Scenario } from './scenario.ts';

const services: RunServices = { turn: () => new Promise((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };
const scenario: Scenario = {
  title: 'attachments',
  seed: 'attachments',
  epochMs: 1_767_600_000_000,
  hosts: numberedHosts(4),
  swarm: { managers: 3, workers: 1 },
  registry: 'simulated',
  setup: [],
};
let run: Run;
const pass = (ms: number): Promise<void> => run.advance(run.now + ms);
const line = async (text: string, host = 'DC2-N1'): Promise<string> => {
  let output = '';
  const sink = { write: (part: string) => void (output += part) };
  await run.execute(host, text, { stdout: sink, stderr: sink });
  return output.trim();
};
const address = (container: string, host: string): Promise<string> =>
  line(`docker inspect ${container} --format '{{.NetworkSettings.Networks.mesh.IPAddress}}'`, host);
const live = (tasks: readonly Task[]): readonly Task[] =>
  tasks.filter(({ spec, status }) => spec.NetworkAttachmentSpec !== undefined && status.state <= TaskState.RUNNING);
const attached = (host = 'DC2-N1'): readonly Task[] => live(run.cluster.host(host).swarm.replica?.list('task') ?? []);

beforeAll(async () => {
  run = new Run(scenario, services);
  await run.begin();
  await line('docker network create -d overlay --attachable --subnet 10.77.0.0/24 mesh');
});

describe('containers that are attached to a network of the swarm by hand', () => {
  it('have a task each, which runs on their node and holds the next address; nobody is shown it', async () => {
    await line('docker run -d --name one --network mesh alpine:3.20 sleep 1d');
    await line('docker run -d --name two --network mesh --restart always alpine:3.20 sleep 1d', 'DC2-N4');
    await pass(2_000);
    expect(await address('one', 'DC2-N1')).toBe('10.77.0.2');
    expect(await address('two', 'DC2-N4')).toBe('10.77.0.4');
    expect(attached().map(({ status, networks }) => [status.state, networks[0]?.addresses])).toEqual(
      expect.arrayContaining([
        [TaskState.RUNNING, ['10.77.0.2/24']],
        [TaskState.RUNNING, ['10.77.0.4/24']],
      ]),
    );
    expect(await line('docker node ps -q self')).toBe('');
    expect(run.takeFrame(true).changed.filter(({ kind }) => kind === 'task')).toEqual([]);
    expect(await line('docker exec one ping -c 1 two | head -1')).toContain('10.77.0.4');
  });

  it('are let in anew when their engine is back', async () => {
    await run.input({ kind: 'fault', fault: 'engine-stop', host: 'DC2-N4' });
    await pass(30_000);
    await run.input({ kind: 'fault', fault: 'engine-start', host: 'DC2-N4' });
    await pass(30_000);
    expect(await address('two', 'DC2-N4')).toMatch(/^10\.77\.0\.\d+$/);
    expect(attached()).toHaveLength(2);
  });

  it('keep their addresses under another leader, who gives nobody else the same', async () => {
    await run.input({ kind: 'fault', fault: 'power-off', host: 'DC2-N1' });
    await pass(30_000);
    await line('docker run -d --name three --network mesh alpine:3.20 sleep 1d', 'DC2-N2');
    const [two, three] = [await address('two', 'DC2-N4'), await address('three', 'DC2-N2')];
    expect(three).toMatch(/^10\.77\.0\.\d+$/);
    expect(three).not.toBe(two);
    await run.input({ kind: 'fault', fault: 'power-on', host: 'DC2-N1' });
    await pass(30_000);
  });

  it('wait 20 s for managers that they cannot reach', async () => {
    await run.input({ kind: 'fault', fault: 'cut', host: 'DC2-N4' });
    const before = run.now;
    const running = line('docker run -d --name four --network mesh alpine:3.20 sleep 1d', 'DC2-N4');
    await pass(30_000);
    expect(await running).toContain('failed to set up container networking: Could not attach to network mesh: context deadline exceeded');
    expect(run.now - before).toBeLessThan(60_000);
    await run.input({ kind: 'fault', fault: 'heal', host: 'DC2-N4' });
    await pass(30_000);
  });

  it('leave no task behind: when they end, and when their node is removed', async () => {
    expect(await line('docker network rm mesh')).toMatch(/network \w{25} is in use by task \w{25}/);
    await line('docker rm -f three', 'DC2-N2');
    await line('docker rm -f one');
    await pass(5_000);
    expect(attached('DC2-N2')).toHaveLength(1);
    await run.input({ kind: 'fault', fault: 'power-off', host: 'DC2-N4' });
    await pass(40_000);
    await line('docker node rm --force DC2-N4', 'DC2-N2');
    await pass(5_000);
    expect(attached('DC2-N2')).toHaveLength(0);
    expect(await line('docker network rm mesh', 'DC2-N2')).toBe('mesh');
  });
});
