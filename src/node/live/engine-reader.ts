import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { parseEngineAddress } from '../../docker/cli/engine-address.ts';

/** Answers longer than this many bytes are given up. */
const MAX_ANSWER = 64 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

/** Reads a real engine and never changes it: every request is a GET. */
export class EngineReader {
  private readonly target: { readonly socketPath: string } | { readonly host: string; readonly port: number };

  /** @param address as DOCKER_HOST has it: `unix:///var/run/docker.sock`, `tcp://manager:2375`. Throws an Error that says what is wrong with it. */
  constructor(readonly address: string) {
    const read = parseEngineAddress(address);
    if ('problem' in read) throw new Error(read.problem);
    const [, scheme = '', rest = ''] = /^(\w+):\/\/(.*)$/.exec(read.address) ?? [];
    if (scheme === 'unix') this.target = { socketPath: rest };
    else if (scheme === 'tcp') {
      const url = new URL(`http://${rest}`);
      this.target = { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 2375) };
    } else throw new Error(`${read.address}: only unix:// and tcp:// are read here; for ssh: ssh -L 2375:/var/run/docker.sock HOST, then tcp://localhost:2375`);
  }

  /** The JSON that the engine answers. Rejects with its own message, or with what kept it from answering. */
  async get(path: string): Promise<unknown> {
    const response = await this.open(path, TIMEOUT_MS);
    const text = await readText(response);
    if ((response.statusCode ?? 500) >= 400) throw new Error(messageOf(text) || `${path}: status ${response.statusCode}`);
    return JSON.parse(text) as unknown;
  }

  /** The bytes that the engine answers, e.g. of a log. */
  async bytes(path: string): Promise<Buffer> {
    return readBytes(await this.open(path, TIMEOUT_MS));
  }

  /** Calls `listen` whenever the engine tells of something; `ended` once, when it does no more. The answer ends it. */
  events(listen: () => void, ended: () => void): () => void {
    let over = false;
    let open: ClientRequest | undefined;
    const end = (): void => {
      if (!over) ended();
      over = true;
    };
    open = httpRequest({ ...this.target, path: '/events', headers: { Host: 'docker' } }, (response) => {
      response.on('data', listen);
      response.on('close', end);
    });
    open.on('error', end);
    open.end();
    return () => {
      over = true;
      open?.destroy();
    };
  }

  private open(path: string, timeout: number): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const open = httpRequest({ ...this.target, path, timeout, headers: { Host: 'docker' } }, resolve);
      open.on('timeout', () => open.destroy(new Error(`${this.address} did not answer within ${timeout / 1000} seconds`)));
      open.on('error', reject);
      open.end();
    });
  }
}

function readBytes(response: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    response.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MAX_ANSWER) response.destroy(new Error('the answer is too long'));
      else parts.push(part);
    });
    response.on('end', () => resolve(Buffer.concat(parts)));
    response.on('error', reject);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  return (await readBytes(response)).toString('utf8');
}

function messageOf(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
