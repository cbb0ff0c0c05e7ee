import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Json } from '../base/json.ts';
import type { EngineRequest, StreamChunk } from '../docker/api/client.ts';
import type { Engine, EngineCall } from '../engine/engine.ts';
import { foreignRequest, readBody } from './loopback.ts';

/** What one host's HTTP door needs. */
export interface EngineHttpOptions {
  readonly port: number;
  /** The engine, or undefined while it is down. */
  readonly engine: () => Engine | undefined;
  /** Called before and after each request: lets the run's asynchronous side follow. */
  readonly touch: () => void;
}

const COMMON_HEADERS = { 'Api-Version': '1.50', 'Docker-Experimental': 'false', Ostype: 'linux', Server: 'Docker/28.2.2 (linux)' };

/** The HTTP server of one simulated engine, as the real `docker` binary talks to it (engine-api/README). */
export function serveEngine(options: EngineHttpOptions): Server {
  const server = createServer((request, response) => void answer(options, request, response));
  // `docker attach`, `exec` and `run` ask for the connection itself.
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => void hijack(options, request, socket, head));
  server.keepAliveTimeout = 60_000;
  return server;
}

async function answer(options: EngineHttpOptions, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const foreign = foreignRequest(incoming);
  if (foreign) return sendJson(response, 403, { message: foreign });
  const body = await readBody(incoming);
  if (body === undefined) return sendJson(response, 413, { message: 'request body is too large' });
  const engine = options.engine();
  if (!engine) {
    incoming.destroy();
    return;
  }
  const request = toEngineRequest(incoming, body);
  if ('problem' in request) return sendJson(response, 400, { message: request.problem });
  let call: EngineCall | undefined;
  call = engine.handle(request, {
    respond: (status, value, headers) => {
      for (const [name, text] of Object.entries({ ...COMMON_HEADERS, ...headers })) response.setHeader(name, text);
      if (value === undefined || incoming.method === 'HEAD') response.writeHead(status).end();
      else if (typeof value === 'string' && !(headers?.['Content-Type'] ?? 'application/json').startsWith('application/json')) response.writeHead(status).end(value);
      else sendJson(response, status, value);
    },
    open: (status, headers) => {
      response.writeHead(status, { ...COMMON_HEADERS, ...headers });
      response.flushHeaders();
      const raw = headers['Content-Type'] === 'application/vnd.docker.raw-stream';
      return {
        chunk: (chunk) => void response.write(encodeChunk(chunk, raw && request.apiVersion === undefined)),
        end: () => void response.end(),
      };
    },
  });
  response.on('close', () => call?.cancel());
  options.touch();
}

async function hijack(options: EngineHttpOptions, incoming: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
  const engine = options.engine();
  const foreign = foreignRequest(incoming);
  if (!engine || foreign) {
    socket.destroy();
    return;
  }
  const length = Number(incoming.headers['content-length'] ?? 0);
  let received = head;
  if (received.length < length) received = await moreBytes(socket, received, length);
  const request = toEngineRequest(incoming, received.subarray(0, length).toString('utf8'));
  if ('problem' in request) {
    socket.end(`HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(JSON.stringify({ message: request.problem }))}\r\n\r\n${JSON.stringify({ message: request.problem })}`);
    return;
  }
  const headerText = (headers: { readonly [name: string]: string }): string => Object.entries({ ...COMMON_HEADERS, ...headers }).map(([name, text]) => `${name}: ${text}\r\n`).join('');
  let call: EngineCall | undefined;
  call = engine.handle(request, {
    respond: (status, value, headers) => {
      const text = value === undefined ? '' : JSON.stringify(value);
      socket.end(`HTTP/1.1 ${status} ${status < 400 ? 'OK' : 'Error'}\r\n${headerText({ 'Content-Type': 'application/json', ...headers })}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    },
    open: (_status, headers) => {
      const raw = headers['Content-Type'] === 'application/vnd.docker.raw-stream';
      socket.write(`HTTP/1.1 101 UPGRADED\r\n${headerText({ Connection: 'Upgrade', Upgrade: 'tcp', ...headers })}\r\n`);
      return { chunk: (chunk) => void socket.write(encodeChunk(chunk, raw)), end: () => void socket.end() };
    },
  });
  const rest = received.subarray(length);
  if (rest.length > 0) call.write(rest.toString('utf8'));
  socket.on('data', (data: Buffer) => {
    call?.write(data.toString('utf8'));
    options.touch();
  });
  socket.on('end', () => {
    call?.closeWrite();
    options.touch();
  });
  socket.on('close', () => call?.cancel());
  socket.on('error', () => call?.cancel());
  options.touch();
}

function moreBytes(socket: Socket, first: Buffer, length: number): Promise<Buffer> {
  return new Promise((resolve) => {
    let all = first;
    const take = (data: Buffer): void => {
      all = Buffer.concat([all, data]);
      if (all.length < length) return;
      socket.off('data', take);
      resolve(all);
    };
    socket.on('data', take);
  });
}

/** `/v1.50/services?x=1` and a JSON body as the engine takes them. */
function toEngineRequest(incoming: IncomingMessage, body: string): EngineRequest | { readonly problem: string } {
  const url = new URL(incoming.url ?? '/', 'http://engine');
  const versioned = /^\/v(\d+\.\d+)(\/.*)$/.exec(url.pathname);
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) query[name] = value;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  let json: Json | undefined;
  if (body.trim() !== '') {
    try {
      json = JSON.parse(body, (key, value: unknown) => (key === '__proto__' ? undefined : value)) as Json;
    } catch (error) {
      return { problem: `invalid JSON: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
  return {
    method: (incoming.method ?? 'GET') as EngineRequest['method'],
    path: decodeURI(versioned?.[2] ?? url.pathname),
    query,
    headers,
    ...(json === undefined ? {} : { body: json }),
    ...(versioned ? { apiVersion: versioned[1] as string } : {}),
  };
}

/** A chunk on the wire: a JSON document and a newline, raw text, or a frame with its eight bytes of header. */
function encodeChunk(chunk: StreamChunk, raw: boolean): Buffer {
  if (chunk.kind === 'json') return Buffer.from(`${JSON.stringify(chunk.value)}\n`);
  const text = Buffer.from(chunk.text);
  if (raw) return text;
  const header = Buffer.alloc(8);
  header.writeUInt8(chunk.kind === 'stdout' ? 1 : 2, 0);
  header.writeUInt32BE(text.length, 4);
  return Buffer.concat([header, text]);
}

function sendJson(response: ServerResponse, status: number, value: Json): void {
  const text = `${JSON.stringify(value)}\n`;
  response.writeHead(status, { ...COMMON_HEADERS, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }).end(text);
}
