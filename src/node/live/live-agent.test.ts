import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultScenario } from '../../run/default-scenario.ts';
import type { Frame } from '../../run/frame.ts';
import { numberedHosts } from '../../run/scenario.ts';
import type { HostRecord, Note, ServiceRecord, TaskRecord, ViewRecord } from '../../run/view.ts';
import { type EngineServer, serveEngines } from '../engine-server.ts';
import { lookAgent } from '../look-agent.ts';

let engines: EngineServer;
let agent: Server;
let base: string;

beforeAll(async () => {
  const scenario = {
    ...defaultScenario('live'),
    epochMs: Date.now(),
    hosts: numberedHosts(3),
    swarm: { managers: 1, workers: 2 },
    registry: 'offline' as const,
    setup: [],
  };
  engines = await serveEngines({ scenario, inputs: [], now: 0 }, { port: await freePort(), control: 0, speed: 20 });
  const port = engines.addresses()[0]?.port ?? 0;
  const handle = lookAgent(`tcp://127.0.0.1:${port}`);
  agent = createServer((request, response) => {
    if (!handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => agent.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(agent.address() as AddressInfo).port}`;
});

/** A port that is free now: engines come back where they were. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

afterAll(async () => {
  agent.closeAllConnections();
  agent.close();
  await engines.close();
});

const order = (host: string, line: string): Promise<number> => engines.run.execute(host, line, { stdout: sink, stderr: sink });
const sink = { write: (): void => {} };

/** What a page that looks sees: its records by key, and what it was told. */
class Page {
  readonly records = new Map<string, ViewRecord>();
  readonly notes: Note[] = [];
  trouble = '';
  private readonly stop = new AbortController();

  async open(): Promise<void> {
    const response = await fetch(`${base}/live/frames`, { signal: this.stop.signal });
    void this.read(response).catch(() => {});
  }

  async until(what: () => boolean): Promise<void> {
    await expect.poll(what, { timeout: 20_000 }).toBe(true);
  }

  list<R extends ViewRecord>(kind: R['kind']): R[] {
    return [...this.records.values()].filter((record): record is R => record.kind === kind);
  }

  close(): void {
    this.stop.abort();
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const bytes of response.body ?? []) {
      text += decoder.decode(bytes as Uint8Array, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) if (event.startsWith('data: ')) this.take(JSON.parse(event.slice(6)) as { frame: Frame; trouble: string });
    }
  }

  private take({ frame, trouble }: { readonly frame: Frame; readonly trouble: string }): void {
    this.trouble = trouble;
    for (const record of frame.changed) this.records.set(`${record.kind}/${record.id}`, record);
    for (const key of frame.removed) this.records.delete(key);
    this.notes.push(...frame.notes);
  }
}

describe('the live agent', () => {
  it('shows a swarm as it is and as it changes', async () => {
    const page = new Page();
    await page.open();
    await page.until(() => page.list<HostRecord>('host').length === 3);
    const hosts = page.list<HostRecord>('host').sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(hosts.map(({ id, role, leader, status, address }) => [id, role, leader, status, address])).toEqual([
      ['DC2-N1', 'manager', true, 'ready', '10.35.3.145'],
      ['DC2-N2', 'worker', false, 'ready', '10.35.3.146'],
      ['DC2-N3', 'worker', false, 'ready', '10.35.3.147'],
    ]);
    await order('DC2-N1', 'docker service create -d --name web --replicas 3 --env PASSWORD=secret -p 80:80 nginx');
    await page.until(() => page.list<ServiceRecord>('service').some(({ running }) => running === 3));
    expect(page.list<ServiceRecord>('service')).toMatchObject([
      { name: 'web', mode: 'replicated', running: 3, desired: 3, image: 'nginx:latest', ports: '*:80->80/tcp' },
    ]);
    expect(
      page
        .list<TaskRecord>('task')
        .map(({ name, state }) => `${name} ${state}`)
        .sort(),
    ).toEqual(['web.1 running', 'web.2 running', 'web.3 running']);
    expect(page.notes.map(({ kind, subject }) => `${kind} ${subject}`)).toContain('service-created web');
    await order('DC2-N3', 'sudo systemctl stop docker');
    await page.until(() => page.list<HostRecord>('host').some(({ id, status }) => id === 'DC2-N3' && status === 'down'));
    await page.until(() => page.list<TaskRecord>('task').filter(({ state, desired }) => state === 'running' && desired === 'running').length === 3);
    expect(page.notes.map(({ kind, subject }) => `${kind} ${subject}`)).toContain('node-down DC2-N3');
    await order('DC2-N1', 'docker service rm web');
    await page.until(() => page.list('service').length === 0);
    page.close();
  });

  it('tells objects without what only their owner should read, and changes nothing', async () => {
    await order('DC2-N1', 'docker service create -d --name hidden --env PASSWORD=secret nginx');
    const inspected = (await (await fetch(`${base}/live/inspect?type=service&id=hidden`)).json()) as { text: string };
    expect(JSON.parse(inspected.text)).toMatchObject([{ Spec: { Name: 'hidden', TaskTemplate: { ContainerSpec: { Env: ['PASSWORD=(hidden)'] } } } }]);
    expect((await fetch(`${base}/live/inspect?type=service&id=hidden`, { method: 'DELETE' })).status).toBe(405);
    const missing = await fetch(`${base}/live/inspect?type=service&id=nosuch`);
    expect([missing.status, await missing.json()]).toEqual([502, { message: 'service nosuch not found' }]);
    expect((await fetch(`${base}/live/inspect?type=..%2Fswarm&id=x`)).status).toBe(502);
  });

  it('says that the engine cannot be seen, and sees it again', async () => {
    const page = new Page();
    await page.open();
    await page.until(() => page.list('host').length === 3);
    await order('DC2-N1', 'sudo systemctl stop docker');
    await page.until(() => page.trouble !== '');
    await order('DC2-N1', 'sudo systemctl start docker');
    await page.until(() => page.trouble === '');
    page.close();
  });

  it('refuses addresses that it cannot read', () => {
    expect(() => lookAgent('ssh://manager')).toThrow('only unix:// and tcp:// are read here');
    expect(() => lookAgent('http://x')).toThrow('invalid bind address format');
  });
});
