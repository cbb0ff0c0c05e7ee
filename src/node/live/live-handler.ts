import type { IncomingMessage, ServerResponse } from 'node:http';
import { foreignHost } from '../loopback.ts';
import type { EngineReader } from './engine-reader.ts';
import { isInspected, liveInspect, liveLogs } from './live-answers.ts';
import type { SwarmWatcher } from './swarm-watcher.ts';

const MOST_LOG_LINES = 2_000;

/**
 * What the page asks of the agent, all of it GET: `/live/frames` the swarm as it is and then every change, as server-sent
 * events; `/live/inspect?type=&id=` and `/live/logs?type=&id=&tail=` as JSON. Answers false for other paths.
 */
export function liveHandler(engine: EngineReader, watcher: SwarmWatcher): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith('/live/')) return false;
    const foreign = foreignHost(request);
    if (foreign !== undefined) sendJson(response, 403, { message: foreign });
    else if (request.method !== 'GET') sendJson(response, 405, { message: 'this agent only reads' });
    else if (url.pathname === '/live/frames') streamFrames(engine, watcher, request, response);
    else
      answer(engine, url).then(
        (body) => (body === undefined ? sendJson(response, 404, { message: `there is no ${url.pathname}` }) : sendJson(response, 200, body)),
        (error: unknown) => sendJson(response, 502, { message: error instanceof Error ? error.message : String(error) }),
      );
    return true;
  };
}

async function answer(engine: EngineReader, url: URL): Promise<object | undefined> {
  const type = url.searchParams.get('type') ?? '';
  const id = url.searchParams.get('id') ?? '';
  if (url.pathname === '/live/inspect') {
    if (!isInspected(type)) throw new Error(`${type} cannot be inspected`);
    return { text: await liveInspect(engine, type, id) };
  }
  if (url.pathname === '/live/logs') {
    const tail = Math.min(MOST_LOG_LINES, Math.max(1, Number(url.searchParams.get('tail')) || 100));
    return { lines: await liveLogs(engine, type === 'service' ? 'service' : 'task', id, tail) };
  }
  return undefined;
}

function streamFrames(engine: EngineReader, watcher: SwarmWatcher, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(`event: engine\ndata: ${JSON.stringify({ address: engine.address })}\n\n`);
  const stop = watcher.watch((frame, sight) => void response.write(`data: ${JSON.stringify({ frame, trouble: sight.trouble })}\n\n`));
  request.on('close', stop);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
