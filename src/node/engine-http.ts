import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { ListenOptions, Socket } from 'node:net';
import type { Json } from '../base/json.ts';
import type { EngineRequest } from '../docker/api/client.ts';
import type { Engine, EngineCall, ReplySink } from '../engine/engine.ts';
import { readRequest } from './engine-request.ts';
import { foreignRequest, originHeaders, readBody } from './loopback.ts';
import { encodeChunk } from './stream-frame.ts';

/** What one host's HTTP door needs. */
export interface EngineHttpOptions {
  /** The engine, or undefined while it is down. */
  readonly engine: () => Engine | undefined;
  /** Called after each request and each piece of input: lets happen what is due now. */
  readonly touch: () => void;
  /** Told of an engine's mistake; the caller gets status 500. */
  readonly onMistake?: (error: unknown) => void;
  /** Origins of web pages that may ask; none: no page may. */
  readonly origins?: readonly string[];
}

const SERVER_HEADERS = { 'Api-Version': '1.50', 'Docker-Experimental': 'false', Ostype: 'linux', Server: 'Docker/28.2.2 (linux)' };
/** Go's limit, where Node's own is 16 KB: filters stand in the path. */
const MAX_HEADER = 1 << 20;

type Headers = { readonly [name: string]: string };

/**
 * The HTTP server of one simulated engine, as the real `docker` binary talks to it (engine-api/README): plain and
 * streamed answers, connections handed over to a process, and its end, after which callers are refused.
 */
export class EngineHttp {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(private readonly options: EngineHttpOptions) {
    this.server = createServer({ maxHeaderSize: MAX_HEADER, keepAliveTimeout: 60_000 }, (request, response) => void this.answer(request, response));
    // `docker attach`, `exec` and `run` ask for the connection itself.
    this.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => void this.hijack(request, socket, head));
    this.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  /** Opens the door; resolves to the port (0 for a socket file). Rejects when it is taken. */
  listen(where: ListenOptions): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(where, () => {
        this.server.off('error', reject);
        const address = this.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  }

  /** Closes the door and breaks off every connection, handed over ones too. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      for (const socket of this.sockets) socket.destroy();
    });
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = foreignRequest(incoming, this.options.origins ?? []);
    if (foreign !== undefined) return refuse(response, 403, foreign);
    for (const [name, value] of Object.entries(originHeaders(incoming))) response.setHeader(name, value);
    if (incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method'] !== undefined) {
      response.writeHead(204).end();
      return;
    }
    let body: Buffer | undefined;
    try {
      body = await readBody(incoming);
    } catch {
      return;
    }
    if (body === undefined) {
      response.shouldKeepAlive = false;
      response.on('finish', () => incoming.destroy());
      return refuse(response, 413, 'request body is too large');
    }
    const engine = this.options.engine();
    if (!engine) {
      incoming.destroy();
      return;
    }
    const read = readRequest(incoming, body);
    if ('problem' in read) return refuse(response, 400, read.problem);
    const call = this.handle(engine, read.request, {
      respond: (status, value, headers = {}) => {
        if (response.headersSent || response.destroyed) return;
        const body = bodyBytes(value, headers);
        // A 404 of the router comes before anything that adds the engine's own headers.
        response.writeHead(status, { ...headers, ...(status === 204 || status === 304 ? {} : { 'Content-Length': body.length }) });
        response.end(incoming.method === 'HEAD' ? undefined : body);
      },
      open: (status, headers, raw = false) => {
        // Whoever did not ask for the connection gets its content as an ordinary answer.
        const { Connection: _connection, Upgrade: _upgrade, ...others } = headers;
        response.writeHead(status === 101 ? 200 : status, others);
        response.flushHeaders();
        return {
          chunk: (chunk) => {
            if (response.writable) response.write(encodeChunk(chunk, raw));
          },
          end: () => void response.end(),
        };
      },
    });
    response.on('close', () => call.cancel());
    this.options.touch();
  }

  private async hijack(incoming: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const answer = (status: number, value: Json | undefined, headers: Headers): void => {
      const body = bodyBytes(value, headers);
      const lines = headerLines({ ...headers, 'Content-Length': String(body.length), Connection: 'close' });
      socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n`);
      socket.end(body);
    };
    const problem = (status: number, message: string): void => answer(status, { message }, { ...SERVER_HEADERS, 'Content-Type': 'application/json' });
    const foreign = foreignRequest(incoming, this.options.origins ?? []);
    if (foreign !== undefined) return problem(403, foreign);
    const engine = this.options.engine();
    if (!engine) {
      socket.destroy();
      return;
    }
    const length = Number(incoming.headers['content-length'] ?? 0);
    const received = await atLeast(socket, head, length);
    if (!received) return;
    const read = readRequest(incoming, received.subarray(0, length));
    if ('problem' in read) return problem(400, read.problem);
    const call = this.handle(engine, read.request, {
      respond: (status, value, headers = {}) => answer(status, value, headers),
      open: (status, headers, raw = false) => {
        const first = status === 101 ? '101 UPGRADED' : `${status} ${STATUS_CODES[status] ?? ''}`;
        socket.write(`HTTP/1.1 ${first}\r\n${headerLines(headers)}\r\n`);
        return {
          chunk: (chunk) => {
            if (socket.writable) socket.write(encodeChunk(chunk, raw));
          },
          end: () => void socket.end(),
        };
      },
    });
    const decoder = new TextDecoder();
    const input = (data: Buffer): void => {
      call.write(decoder.decode(data, { stream: true }));
      this.options.touch();
    };
    if (received.length > length) input(received.subarray(length));
    socket.on('data', input);
    // The caller closes its side when its input has ended, and goes on to read.
    socket.on('end', () => {
      call.closeWrite();
      this.options.touch();
    });
    socket.on('close', () => {
      call.cancel();
      this.options.touch();
    });
    socket.resume();
    this.options.touch();
  }

  /** Gives a request to the engine; a mistake of the engine becomes an answer, as Go's server outlives a panic. */
  private handle(engine: Engine, request: EngineRequest, sink: ReplySink): EngineCall {
    try {
      return engine.handle(request, sink);
    } catch (error) {
      this.options.onMistake?.(error);
      const message = error instanceof Error ? error.message : String(error);
      sink.respond(500, { message }, { ...SERVER_HEADERS, 'Content-Type': 'application/json' });
      return { cancel: () => undefined, write: () => undefined, closeWrite: () => undefined };
    }
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const body = bodyBytes({ message }, {});
  response.writeHead(status, { ...SERVER_HEADERS, 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
}

/** JSON ends with a newline; a text is sent as it is, an archive byte by byte. */
function bodyBytes(value: Json | undefined, headers: Headers): Buffer {
  if (value === undefined) return Buffer.alloc(0);
  const type = headers['Content-Type'] ?? 'application/json';
  if (typeof value !== 'string' || type.startsWith('application/json')) return Buffer.from(`${JSON.stringify(value)}\n`);
  return Buffer.from(value, type.startsWith('application/x-tar') ? 'latin1' : 'utf8');
}

function headerLines(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, text]) => `${name}: ${text}\r\n`)
    .join('');
}

/** Reads on until there are `length` bytes; undefined when the caller goes away before. */
function atLeast(socket: Socket, first: Buffer, length: number): Promise<Buffer | undefined> {
  if (first.length >= length) return Promise.resolve(first);
  return new Promise((resolve) => {
    let all = first;
    const take = (data: Buffer): void => {
      all = Buffer.concat([all, data]);
      if (all.length >= length) finish(all);
    };
    const gone = (): void => finish(undefined);
    const finish = (result: Buffer | undefined): void => {
      socket.off('data', take);
      socket.off('close', gone);
      socket.pause();
      resolve(result);
    };
    socket.on('data', take);
    socket.on('close', gone);
  });
}
