import { describe, expect, it } from 'vitest';
import type { EngineRequest } from '../docker/api/client.ts';
import { createShell } from '../docker/shell/create-shell.ts';
import { COURSE_DEPLOY, COURSE_STACK, defaultScenario, STACK_FILE } from './default-scenario.ts';
import { readRecording, writeRecording } from './recording.ts';
import { hashesOf, restore } from './restore.ts';
import { Run, type RunServices } from './run.ts';
import { eventfulRecording } from './testing/eventful-recording.ts';
import type { TaskRecord } from './view.ts';

const services: RunServices = { turn: () => new Promise((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };

const execute = async (run: Run, host: string, line: string): Promise<string> => {
  let output = '';
  const sink = {
    write: (text: string) => {
      output += text;
    },
  };
  await run.execute(host, line, { stdout: sink, stderr: sink });
  return output;
};

describe('a run', () => {
  it('opens with the course’s stack running, without the command line', async () => {
    const run = await restore(
      { scenario: defaultScenario(), inputs: [], now: 0 },
      {
        ...services,
        loadShell: () => {
          throw new Error('the shell must not be needed');
        },
      },
    );
    const tasks = run.takeFrame(true).changed.filter((record): record is TaskRecord => record.kind === 'task');
    expect(tasks.map((task) => task.state)).toEqual(['running', 'running', 'running', 'running', 'running']);
  });

  it('deploys by request exactly what the command would ask for', async () => {
    const run = new Run({ ...defaultScenario(), setup: [] }, services);
    run.writeFile(STACK_FILE, COURSE_STACK);
    const client = run.clientOf('DC2-N1');
    const original = client.request.bind(client);
    const sent: EngineRequest[] = [];
    client.request = (request, signal) => {
      if (request.method === 'POST') sent.push(request);
      return original(request, signal);
    };
    await execute(run, 'DC2-N1', 'docker stack deploy -c docker-stack.yml mystack');
    expect(sent.map(({ path, body }) => ({ kind: 'request', host: 'DC2-N1', path, body }))).toEqual(COURSE_DEPLOY);
  });

  it('gives the same state every virtual second when it is replayed, faults and all', async () => {
    const first = await hashesOf(eventfulRecording(), services, 1000);
    const second = await hashesOf(readRecording(writeRecording(eventfulRecording())), services, 1000);
    expect(first.length).toBe(601);
    expect(new Set(first).size).toBeGreaterThan(590);
    expect(second).toEqual(first);
  });

  it('comes back from its own export in the same state', async () => {
    const run = await restore({ scenario: defaultScenario('mine'), inputs: [], now: 0 }, services);
    await run.advance(run.now + 1234);
    await run.input({ kind: 'line', host: 'DC2-N1', text: 'docker service scale mystack_web=9', from: 'terminal' });
    await run.advance(run.now + 3000);
    await run.input({ kind: 'keys', host: 'DC2-N1', data: '\u0003' });
    await run.input({ kind: 'fault', host: 'DC2-N2', fault: 'power-off' });
    await run.advance(run.now + 40_000);
    const copy = await restore(readRecording(writeRecording({ scenario: run.scenario, inputs: run.inputs, now: run.now })), services);
    expect(copy.hash()).toBe(run.hash());
  });

  it('shows in its frames only what has changed, and what is gone', async () => {
    const run = await restore({ scenario: defaultScenario(), inputs: [], now: 0 }, services);
    expect(run.takeFrame().changed.length).toBeGreaterThan(8);
    expect(run.takeFrame().changed).toEqual([]);
    await execute(run, 'DC2-N1', 'docker stack rm mystack');
    await run.advance(run.now + 30_000);
    const frame = run.takeFrame();
    expect(frame.removed.filter((key) => key.startsWith('task/'))).toHaveLength(5);
    expect(frame.removed.filter((key) => key.startsWith('service/'))).toHaveLength(1);
  });

  it('answers curl through the routing mesh, from every node, in turn', async () => {
    const run = await restore({ scenario: defaultScenario(), inputs: [], now: 0 }, services);
    const answers = new Set<string>();
    for (let i = 0; i < 5; i++) answers.add(await execute(run, 'DC2-N3', 'curl -s localhost'));
    expect(answers.size).toBe(5);
    expect(await execute(run, 'DC2-N1', 'curl DC2-N2:8080')).toMatch(/\(7\) Failed to connect to DC2-N2 port 8080/);
    await run.input({ kind: 'fault', host: 'DC2-N2', fault: 'power-off' });
    expect(await execute(run, 'DC2-N1', 'curl http://10.35.3.146/')).toMatch(/timed out/);
  });
});
