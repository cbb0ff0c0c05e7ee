import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultScenario } from '../run/default-scenario.ts';
import { numberedHosts } from '../run/scenario.ts';
import { type EngineServer, serveEngines } from './engine-server.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

let server: EngineServer;

beforeAll(async () => {
  const scenario = {
    ...defaultScenario('http'),
    epochMs: Date.UTC(2026, 0, 5),
    hosts: numberedHosts(3),
    swarm: { managers: 1, workers: 1 },
    registry: 'offline' as const,
    setup: [],
  };
  server = await serveEngines({ scenario, inputs: [], now: 0 }, { port: 0, control: 0, speed: 20, origins: ['http://localhost:5173'] });
});

afterAll(() => server.close());

const portOf = (host: string): number => server.addresses().find((address) => address.host === host)?.port ?? 0;

function ask(port: number, method: string, path: string, body?: string | Buffer, headers: { readonly [name: string]: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString('utf8') }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const engine = (method: string, path: string, body?: object, headers = {}): Promise<Answer> =>
  ask(portOf('DC2-N1'), method, path, body && JSON.stringify(body), body ? { ...JSON_TYPE, ...headers } : headers);
const control = (method: string, path: string, headers = {}): Promise<Answer> => ask(server.controlPort, method, path, undefined, headers);

/** Everything that comes over a connection which `first` opened, until the server ends it. */
function raw(first: string, later?: (socket: ReturnType<typeof connect>) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: portOf('DC2-N1'), allowHalfOpen: true });
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => {
      if (parts.push(part) === 1) later?.(socket);
    });
    socket.on('end', () => {
      socket.end();
      resolve(Buffer.concat(parts));
    });
    socket.on('error', reject);
    socket.write(first);
  });
}

describe('an engine over HTTP', () => {
  it('tells its version to whoever pings, with and without a body', async () => {
    const get = await engine('GET', '/_ping');
    expect([get.status, get.text]).toEqual([200, 'OK']);
    const head = await engine('HEAD', '/_ping');
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers).toMatchObject({
      'api-version': '1.50',
      'builder-version': '2',
      ostype: 'linux',
      swarm: 'active/manager',
      server: 'Docker/28.2.2 (linux)',
    });
  });

  it('refuses versions that it does not speak, unknown paths and broken bodies in the words of the engine', async () => {
    const old = await engine('GET', '/v1.23/version');
    expect([old.status, old.headers['content-type'], old.text]).toEqual([
      400,
      'text/plain; charset=utf-8',
      'client version 1.23 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version\n',
    ]);
    const young = await engine('GET', '/v1.99/version');
    expect([young.status, young.text]).toEqual([400, '{"message":"client version 1.99 is too new. Maximum supported API version is 1.50"}\n']);
    for (const path of ['/', '/v1.50/nothing', '/v1.50', '/services/']) expect((await engine('GET', path)).text).toBe('{"message":"page not found"}\n');
    expect((await engine('PUT', '/v1.50/services')).status).toBe(404);
    const broken = await ask(portOf('DC2-N1'), 'POST', '/v1.50/services/create', '{"Name":', JSON_TYPE);
    expect([broken.status, broken.text]).toEqual([400, '{"message":"invalid JSON: unexpected EOF"}\n']);
    const typeless = await ask(portOf('DC2-N1'), 'POST', '/v1.50/services/create', '{}');
    expect([typeless.status, typeless.text]).toEqual([400, '{"message":"malformed Content-Type header (): mime: no media type"}\n']);
  });

  it('takes bodies in pieces and refuses those that are too large', async () => {
    const chunked = await raw(
      'POST /v1.50/volumes/create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{"Name":"\r\n7\r\npiece"}\r\n0\r\n\r\n',
    );
    expect(chunked.toString()).toMatch(/^HTTP\/1\.1 201 Created\r\n[\s\S]*"Name":"piece"/);
    const large = await ask(portOf('DC2-N1'), 'POST', '/v1.50/volumes/create', undefined, { ...JSON_TYPE, 'Content-Length': String(1 << 30) });
    expect([large.status, large.text]).toEqual([413, '{"message":"request body is too large"}\n']);
    // Whoever does not say before how long it gets is stopped on the way.
    const endless = await ask(portOf('DC2-N1'), 'POST', '/v1.50/volumes/create', Buffer.alloc(17 << 20, 32), {
      ...JSON_TYPE,
      'Transfer-Encoding': 'chunked',
    }).catch((error: unknown) => error);
    expect(endless instanceof Error ? endless.message : (endless as Answer).status).toEqual(
      expect.toSatisfy((end) => end === 413 || /ECONNRESET|EPIPE|hang up/.test(String(end))),
    );
    expect((await engine('GET', '/_ping')).status).toBe(200);
  });

  it('answers programs of this machine and pages that were allowed, nobody else', async () => {
    for (const host of ['localhost:23750', '127.0.0.1', '[::1]:80', 'docker', 'DOCKER.localhost'])
      expect((await engine('GET', '/_ping', undefined, { Host: host })).status).toBe(200);
    for (const host of ['example.com', 'localhost.example.com', '10.0.0.1', '127.0.0.1.example.com']) {
      expect((await engine('GET', '/_ping', undefined, { Host: host })).status).toBe(403);
      expect((await control('GET', '/hash', { Host: host })).status).toBe(403);
    }
    const foreign = await engine('GET', '/info', undefined, { Origin: 'https://example.com' });
    expect([foreign.status, foreign.headers['access-control-allow-origin']]).toEqual([403, undefined]);
    expect((await engine('GET', '/info', undefined, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await control('POST', '/hosts/DC2-N1/stop', { Origin: 'https://example.com' })).status).toBe(403);
    const allowed = await engine('GET', '/info', undefined, { Origin: 'http://localhost:5173', 'Sec-Fetch-Site': 'same-site' });
    expect([allowed.status, allowed.headers['access-control-allow-origin']]).toEqual([200, 'http://localhost:5173']);
    const preflight = await engine('OPTIONS', '/v1.50/services/create', undefined, {
      Origin: 'http://localhost:5173',
      'Access-Control-Request-Method': 'POST',
    });
    expect([preflight.status, preflight.headers['access-control-allow-methods']]).toEqual([204, 'GET, HEAD, POST, PUT, DELETE']);
  });

  it('streams events as they come, one document a line, and ends them in time', async () => {
    const until = Math.floor((Date.UTC(2026, 0, 5) + server.run.now) / 1000) + 20;
    const events = engine('GET', `/v1.50/events?until=${until}&filters=${encodeURIComponent('{"type":["service"]}')}`);
    const created = await engine('POST', '/v1.50/services/create', { Name: 'seen', TaskTemplate: { ContainerSpec: { Image: 'nginx:latest' } } });
    expect(created.status).toBe(201);
    const { headers, text } = await events;
    expect([headers['content-type'], headers['transfer-encoding']]).toEqual(['application/json', 'chunked']);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly Action: string; readonly Actor: { readonly Attributes: object } });
    expect(lines.map(({ Action, Actor }) => [Action, Actor.Attributes])).toEqual([['create', { name: 'seen' }]]);
  });

  it('hands the connection over to a process and takes its input until the caller has said all', async () => {
    const made = await engine('POST', '/v1.50/containers/create?name=echo', { Image: 'busybox', Cmd: ['sleep', '1000'] });
    const { Id } = JSON.parse(made.text) as { readonly Id: string };
    expect((await engine('POST', `/v1.50/containers/${Id}/start`)).status).toBe(204);
    const cmd = ['sh', '-c', 'cat; echo bad >&2; exit 3'];
    const exec = await engine('POST', '/v1.50/containers/echo/exec', { AttachStdin: true, AttachStdout: true, AttachStderr: true, Cmd: cmd });
    const { Id: execId } = JSON.parse(exec.text) as { readonly Id: string };
    const body = '{"Detach":false,"Tty":false}';
    const bytes = await raw(
      `POST /v1.50/exec/${execId}/start HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      (socket) => {
        socket.write('héllo\n');
        socket.end('world\n');
      },
    );
    const head = bytes.subarray(0, bytes.indexOf('\r\n\r\n') + 4).toString();
    expect(head).toMatch(/^HTTP\/1\.1 101 UPGRADED\r\nContent-Type: application\/vnd\.docker\.multiplexed-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n/);
    expect(framesOf(bytes.subarray(Buffer.byteLength(head)))).toBe('1:héllo\nworld\n2:bad\n');
    expect(JSON.parse((await engine('GET', `/v1.50/exec/${execId}/json`)).text)).toMatchObject({ ExitCode: 3, Running: false });
  });

  it('sends the head of a wait at once and its body when the container ends', async () => {
    await engine('POST', '/v1.50/containers/create?name=short', { Image: 'busybox', Cmd: ['sh', '-c', 'sleep 1; exit 7'] });
    const bytes = raw('POST /v1.50/containers/short/wait?condition=next-exit HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', () => {
      void engine('POST', '/v1.50/containers/short/start');
    });
    expect((await bytes).toString()).toMatch(/\{"StatusCode":7\}/);
  });
});

describe('the control door', () => {
  it('stops and starts engines, cuts and heals links', async () => {
    const port = portOf('DC2-N3');
    expect((await ask(port, 'GET', '/_ping')).status).toBe(200);
    expect((await control('POST', '/hosts/DC2-N3/stop')).status).toBe(200);
    await expect(ask(port, 'GET', '/_ping')).rejects.toThrow('ECONNREFUSED');
    expect((await control('POST', '/hosts/DC2-N3/start')).status).toBe(200);
    expect((await control('POST', '/wait?ms=5000')).status).toBe(200);
    expect((await ask(portOf('DC2-N3'), 'GET', '/_ping')).status).toBe(200);
    expect((await control('POST', '/hosts/DC2-N2/cut')).status).toBe(200);
    expect((await control('POST', '/settle')).status).toBe(200);
    const states = async (): Promise<string[]> =>
      (
        JSON.parse((await engine('GET', '/v1.50/nodes')).text) as {
          readonly Description: { readonly Hostname: string };
          readonly Status: { readonly State: string };
        }[]
      ).map(({ Description, Status }) => `${Description.Hostname} ${Status.State}`);
    expect((await states()).sort()).toEqual(['DC2-N1 ready', 'DC2-N2 down']);
    expect((await control('POST', '/hosts/DC2-N2/heal')).status).toBe(200);
    expect((await control('POST', '/settle')).status).toBe(200);
    expect((await states()).sort()).toEqual(['DC2-N1 ready', 'DC2-N2 ready']);
  });

  it('takes the power from a host and gives it back', async () => {
    const port = portOf('DC2-N3');
    expect((await control('POST', '/hosts/DC2-N3/power-off')).status).toBe(200);
    await expect(ask(port, 'GET', '/_ping')).rejects.toThrow('ECONNREFUSED');
    expect((await control('POST', '/hosts/DC2-N3/power-on')).status).toBe(200);
    expect((await control('POST', '/settle')).status).toBe(200);
    expect((await ask(portOf('DC2-N3'), 'GET', '/_ping')).status).toBe(200);
  });

  it('takes no bodies to speak of, and lives on', async () => {
    const before = Number((await control('GET', '/now')).text);
    await ask(server.controlPort, 'POST', '/wait?ms=1', Buffer.alloc(8 << 20)).catch(() => undefined);
    expect(Number((await control('GET', '/now')).text)).toBeGreaterThanOrEqual(before);
    for (const method of ['GET', 'PUT', 'DELETE']) expect((await control(method, '/hosts/DC2-N3/stop')).status).toBe(404);
  });

  it('waits by the virtual clock, gives a hash, and says what it takes', async () => {
    const before = server.run.now;
    const waited = await control('POST', '/wait?ms=60000');
    expect(Number(waited.text)).toBeGreaterThanOrEqual(before + 60_000);
    expect((await control('GET', '/hash')).text).toMatch(/^[0-9a-f]{8,}\n$/);
    expect(await control('POST', '/wait?ms=soon')).toMatchObject({ status: 400, text: expect.stringContaining('not "soon"') as string });
    expect(await control('POST', '/hosts/DC2-N9/stop')).toMatchObject({ status: 404, text: 'there is no host DC2-N9: DC2-N1, DC2-N2, DC2-N3\n' });
    for (const path of ['/', '/hosts/DC2-N1/paint', '//', '/hosts']) expect((await control('POST', path)).status).toBe(404);
  });
});

/** `1:text` for each run of frames of one stream. */
function framesOf(bytes: Buffer): string {
  let text = '';
  let last = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at + 4);
    if (bytes.readUInt8(at) !== last) text += `${bytes.readUInt8(at)}:`;
    last = bytes.readUInt8(at);
    text += bytes.subarray(at + 8, at + 8 + length).toString('utf8');
    at += 8 + length;
  }
  return text;
}
