import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Run } from '../run/run.ts';
import { TRANSCRIPT_REST } from '../run/settle.ts';
import type { EngineDoors } from './engine-doors.ts';
import { foreignRequest, originHeaders } from './loopback.ts';

/** What can be done to a host, by the last word of the path. */
const FAULTS = { stop: 'engine-stop', start: 'engine-start', cut: 'cut', heal: 'heal', 'power-off': 'power-off', 'power-on': 'power-on' } as const;

const USAGE = `POST /hosts/NAME/${Object.keys(FAULTS).join('|')}, POST /settle, POST /wait?ms=N, GET /now, GET /hash`;

/** A day: more than anybody waits for in one step. */
const MAX_WAIT_MS = 86_400_000;

/** Requests have no body: whoever sends more than this, in bytes, is cut off. */
const MAX_BODY = 65_536;

interface ControlAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * The second door of a served run: what no engine can do to itself. Each answer is a line of plain text, the virtual
 * time in milliseconds for what was done. `port` 0 takes a free one; rejects when it is taken.
 */
export async function serveControl(
  run: Run,
  doors: EngineDoors,
  port: number,
  origins: readonly string[] = [],
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MAX_BODY) request.destroy();
    });
    const foreign = foreignRequest(request, origins);
    let result: ControlAnswer;
    try {
      result = foreign === undefined ? await control(run, doors, request.method ?? 'GET', request.url ?? '/') : { status: 403, text: foreign };
    } catch (error) {
      console.error(error);
      result = { status: 500, text: error instanceof Error ? error.message : String(error) };
    }
    response
      .writeHead(result.status, { 'Content-Type': 'text/plain; charset=utf-8', ...(foreign === undefined ? originHeaders(request) : {}) })
      .end(`${result.text}\n`);
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function control(run: Run, doors: EngineDoors, method: string, target: string): Promise<ControlAnswer> {
  const url = URL.canParse(target, 'http://control') ? new URL(target, 'http://control') : undefined;
  const done = async (work: () => Promise<void>): Promise<ControlAnswer> => {
    await doors.enqueue(work);
    return { status: 200, text: String(run.now) };
  };
  if (!url) return { status: 404, text: USAGE };
  const [, word, name, action] = url.pathname.split('/');
  if (method === 'GET' && url.pathname === '/now') return { status: 200, text: String(run.now) };
  if (method === 'GET' && url.pathname === '/hash') return { status: 200, text: await doors.enqueue(async () => run.hash()) };
  if (method !== 'POST') return { status: 404, text: USAGE };
  if (word === 'hosts' && name !== undefined && action !== undefined && Object.hasOwn(FAULTS, action)) {
    if (!doors.hosts.includes(name)) return { status: 404, text: `there is no host ${name}: ${doors.hosts.join(', ')}` };
    return done(() => run.input({ kind: 'fault', host: name, fault: FAULTS[action as keyof typeof FAULTS] }));
  }
  if (url.pathname === '/settle') return done(() => run.settling.settle((until) => run.advance(until), TRANSCRIPT_REST));
  if (url.pathname === '/wait') {
    const ms = url.searchParams.get('ms') ?? '';
    if (!/^\d+$/.test(ms) || Number(ms) > MAX_WAIT_MS)
      return { status: 400, text: `ms must be a whole number of milliseconds up to ${MAX_WAIT_MS}, not "${ms}"` };
    return done(() => run.advance(run.now + Number(ms)));
  }
  return { status: 404, text: USAGE };
}
