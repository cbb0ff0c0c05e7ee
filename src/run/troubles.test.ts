import { beforeAll, describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { readRecording, writeRecording } from './recording.ts';
import { hashesOf } from './restore.ts';
import { Run, type RunServices } from './run.ts';
import { numberedHosts, type Scenario } from './scenario.ts';

const services: RunServices = { turn: () => new Promise((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };
const scenario: Scenario = {
  title: 'troubles',
  seed: 'troubles',
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
const nodes = (): Promise<string> => line("docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}' | grep -v '^$' | sort");

beforeAll(async () => {
  run = new Run(scenario, services);
  await run.begin();
});

describe('troubles as inputs', () => {
  it('a partition between sets of hosts: the majority goes on, and all is well when it is whole again', async () => {
    await run.input({ kind: 'partition', groups: [['DC2-N3', 'DC2-N4']] });
    await pass(40_000);
    expect(await nodes()).toBe('DC2-N1 Ready Leader\nDC2-N2 Ready Reachable\nDC2-N3 Down Unreachable\nDC2-N4 Down');
    expect(run.takeFrame(true).changed.filter((record) => record.kind === 'host' && record.troubles?.part === 1)).toHaveLength(2);
    await run.input({ kind: 'partition', groups: [] });
    await pass(40_000);
    expect(await nodes()).toBe('DC2-N1 Ready Leader\nDC2-N2 Ready Reachable\nDC2-N3 Ready Reachable\nDC2-N4 Ready');
    expect(run.takeFrame().changed.some((record) => record.kind === 'host' && record.troubles)).toBe(false);
  });

  it('a slow node takes its time: a task runs there many seconds later than elsewhere', async () => {
    await run.input({ kind: 'slow', host: 'DC2-N4', delayMs: 1500 });
    for (const host of ['DC2-N2', 'DC2-N4']) await line(`docker service create -d --name on-${host} --constraint node.hostname==${host} nginx`);
    await pass(4_000);
    expect(await line("docker service ls --format '{{.Name}} {{.Replicas}}'")).toBe('on-DC2-N2 1/1\non-DC2-N4 0/1');
    await pass(15_000);
    expect(await line("docker service ls --format '{{.Name}} {{.Replicas}}'")).toBe('on-DC2-N2 1/1\non-DC2-N4 1/1');
    expect(await nodes()).toContain('DC2-N4 Ready');
    await run.input({ kind: 'slow', host: 'DC2-N4', delayMs: 0 });
  });

  it('delay and loss of links, of one pair and of all', async () => {
    await run.input({ kind: 'quality', a: 'DC2-N1', b: '*', delayMs: 30, lossPercent: 5 });
    await run.input({ kind: 'quality', a: 'DC2-N2', b: 'DC2-N3', delayMs: 7, lossPercent: 0 });
    expect(run.cluster.network.links().map(({ a, b, quality }) => `${a} ${b} ${quality.delayMs} ${quality.lossPercent}`)).toEqual([
      'DC2-N1 DC2-N2 30 5',
      'DC2-N1 DC2-N3 30 5',
      'DC2-N1 DC2-N4 30 5',
      'DC2-N2 DC2-N3 7 0',
    ]);
    await run.input({ kind: 'quality', a: '*', b: '*', delayMs: 1, lossPercent: 0 });
    expect(run.cluster.network.links().every(({ quality }) => quality.delayMs === 1)).toBe(true);
  });

  it('failing health: Swarm replaces the tasks', async () => {
    await line('docker service create -d --name web --health-cmd true --health-interval 1s --health-retries 1 --restart-delay 1s nginx');
    await pass(5_000);
    await run.input({ kind: 'character', service: 'web', host: '*', labels: { health: 'unhealthy' } });
    await pass(20_000);
    await run.input({ kind: 'character', service: 'web', host: '*', labels: {} });
    await pass(20_000);
    const tasks = await line("docker service ps web --no-trunc --format '{{.CurrentState}} {{.Error}}'");
    expect(tasks).toMatch(/^Running/);
    expect(tasks).toMatch(/Complete|unhealthy container/);
  });

  it('an image that cannot be pulled, and full memory, come back as what Swarm says of its tasks', async () => {
    await run.input({ kind: 'image', image: 'postgres:16', pullable: false });
    await line('docker service create -d --no-resolve-image --name db --restart-condition none postgres:16');
    await line(
      'docker service create -d --name big --constraint node.hostname==DC2-N4 --restart-condition none --container-label swarmarium.memory=500m nginx',
    );
    await pass(10_000);
    expect(await line("docker service ps db --no-trunc --format '{{.CurrentState}} {{.Error}}'")).toMatch(/^Rejected .*"No such image: postgres:16"$/);
    await run.input({ kind: 'memory', host: 'DC2-N4', usedBytes: run.cluster.host('DC2-N4').spec.memoryBytes });
    await pass(10_000);
    expect(await line("docker service ps big --no-trunc --format '{{.CurrentState}} {{.Error}}'")).toMatch(/^Failed .*"task: non-zero exit \(137\)"$/);
  });

  it('everything is in the recording, and repeats', async () => {
    const text = writeRecording({ scenario, inputs: run.inputs, now: run.now });
    const again = readRecording(text);
    expect(again.inputs).toEqual(run.inputs);
    expect(new Set(run.inputs.map(({ input }) => input.kind))).toEqual(new Set(['partition', 'slow', 'quality', 'character', 'image', 'memory']));
    // Lines that were executed by this test are not inputs; what is replayed is the rest, twice.
    const [one, two] = [await hashesOf(again, services, 30_000), await hashesOf(again, services, 30_000)];
    expect(one).toEqual(two);
  });

  it('recordings of the first version are still read', () => {
    const text = writeRecording({ scenario, inputs: [{ at: 5, input: { kind: 'fault', fault: 'cut', host: 'DC2-N1' } }], now: 10 });
    const old = text.replace('"v":2', '"v":1');
    expect(old).not.toBe(text);
    expect(readRecording(old)).toEqual(readRecording(text));
  });
});
