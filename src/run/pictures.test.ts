import { beforeAll, describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { type AskServices, ask } from './ask.ts';
import type { Answers, Query } from './query.ts';
import { Run } from './run.ts';
import { numberedHosts } from './scenario.ts';

const services: AskServices = {
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  loadShell: async () => ({ createShell }),
  checkStack: async () => [],
};
let run: Run;
const pass = (ms: number): Promise<void> => run.advance(run.now + ms);
const query = async <K extends Query['kind']>(asked: Extract<Query, { kind: K }>): Promise<Answers[K]> => (await ask(run, asked, services)) as Answers[K];
const line = async (text: string, host = 'DC2-N1'): Promise<string> => {
  let output = '';
  const sink = { write: (part: string) => void (output += part) };
  await run.execute(host, text, { stdout: sink, stderr: sink });
  return output.trim();
};

beforeAll(async () => {
  run = new Run(
    { title: '', seed: 'pictures', epochMs: 1_767_600_000_000, hosts: numberedHosts(4), swarm: { managers: 3, workers: 1 }, registry: 'simulated', setup: [] },
    services,
  );
  await run.begin();
  await line('docker network create -d overlay back');
  await line('docker service create -d --name web --replicas 3 --network name=back,alias=www -p 8080:80 nginx');
  await line('docker service create -d --name db --endpoint-mode dnsrr --network back redis');
  await line('docker service create -d --name direct --constraint node.hostname==DC2-N4 -p mode=host,published=9000,target=80 nginx');
  await pass(10_000);
});

describe('the picture of networks', () => {
  it('has subnets, addresses, ports and names', async () => {
    const [ingress, back] = await query({ kind: 'networks', host: '' });
    expect(ingress).toMatchObject({ name: 'ingress', ingress: true, vxlan: 4096, subnets: [{ subnet: '10.0.0.0/24', gateway: '10.0.0.1' }], dns: [] });
    expect(ingress?.nodes).toHaveLength(4);
    expect(ingress?.services).toMatchObject([{ name: 'web', ports: [{ published: 8080, target: 80, protocol: 'tcp', mode: 'ingress' }] }]);
    expect(back).toMatchObject({ name: 'back', driver: 'overlay', vxlan: 4097, attachable: false });
    const web = back?.services.find(({ name }) => name === 'web');
    expect(web).toMatchObject({ mode: 'vip', aliases: ['www'] });
    expect(web?.tasks.map(({ serves, state }) => [serves, state])).toEqual(Array.from({ length: 3 }, () => [true, 'running']));
    const names = new Map(back?.dns.map(({ name, addresses }) => [name, addresses]));
    expect(names.get('web')).toEqual([web?.vip]);
    expect(names.get('www')).toEqual([web?.vip]);
    expect([...(names.get('tasks.web') ?? [])].sort()).toEqual(web?.tasks.map(({ address }) => address).sort());
    const db = back?.services.find(({ name }) => name === 'db');
    expect(db).toMatchObject({ mode: 'dnsrr', vip: '' });
    expect(names.get('db')).toEqual(db?.tasks.map(({ address }) => address));
  });
});

describe('the way of a request', () => {
  it('through the routing mesh of any node, round robin, without moving it', async () => {
    const trace = (turn: number) => query({ kind: 'trace', from: 'DC2-N4', url: 'http://DC2-N2:8080/', turn });
    const [first, second, third, fourth] = [await trace(0), await trace(1), await trace(2), await trace(3)];
    expect(first.hops.map(({ kind, at }) => (kind === 'task' ? kind : `${kind} ${at}`))).toEqual(['client DC2-N4', 'node DC2-N2', 'ingress web', 'task']);
    expect(first).toMatchObject({ ok: true, status: 200 });
    expect(new Set([first.taskId, second.taskId, third.taskId]).size).toBe(3);
    expect(fourth.taskId).toBe(first.taskId);
    expect(await trace(0)).toEqual(first);
    expect(await line('curl -s DC2-N2:8080', 'DC2-N4')).toContain(`answered by ${first.hops.at(-1)?.at}`);
    expect((await trace(0)).taskId).toBe(second.taskId);
  });

  it('to a host port only where its task is', async () => {
    expect((await query({ kind: 'trace', from: 'DC2-N1', url: 'DC2-N4:9000', turn: 0 })).hops.map(({ kind }) => kind)).toEqual([
      'client',
      'node',
      'host-port',
      'task',
    ]);
    expect(await query({ kind: 'trace', from: 'DC2-N1', url: 'DC2-N3:9000', turn: 0 })).toMatchObject({
      ok: false,
      text: expect.stringMatching(/^\(7\) Failed to connect to DC2-N3 port 9000/),
    });
  });

  it('from inside a container, by name', async () => {
    const [, back] = await query({ kind: 'networks', host: '' });
    const task = back?.services.find(({ name }) => name === 'db')?.tasks[0];
    const { hops, ok } = await query({ kind: 'trace', from: task?.host ?? '', url: 'http://www', turn: 0, taskId: task?.id ?? '' });
    expect([ok, hops[1]?.at, hops[1]?.address]).toEqual([true, 'web', `${back?.services.find(({ name }) => name === 'web')?.vip}:80`]);
    expect((await query({ kind: 'trace', from: task?.host ?? '', url: 'http://direct', turn: 0, taskId: task?.id ?? '' })).text).toMatch(
      /^\(6\) Could not resolve host/,
    );
  });

  it('looking changes nothing', async () => {
    const before = run.hash();
    await query({ kind: 'networks', host: 'DC2-N4' });
    await query({ kind: 'trace', from: 'DC2-N1', url: 'DC2-N1:8080', turn: 5 });
    expect(run.hash()).toBe(before);
  });
});
