import type { IncomingMessage } from 'node:http';

/** Bodies longer than this many bytes are refused. */
const MAX_BODY = 16 * 1024 * 1024;

/** `localhost` and what is below it never leaves this machine; `docker` is what older clients send on a socket. */
const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\]|docker)(?::\d+)?$/i;

/** Why a request was not meant for this machine: a Host header of another name (DNS rebinding). Undefined when it was. */
export function foreignHost(request: IncomingMessage): string | undefined {
  const host = request.headers.host ?? '';
  return host !== '' && !LOOPBACK.test(host) ? `host ${host} is not a loopback name` : undefined;
}

/**
 * Why a request does not come from this machine's own programs: a Host header of another name, or a browser's page that was not
 * allowed by its origin (`http://localhost:5173`). Undefined when it does.
 */
export function foreignRequest(request: IncomingMessage, origins: readonly string[]): string | undefined {
  const foreign = foreignHost(request);
  if (foreign !== undefined) return foreign;
  // A browser sends `Origin` with everything that changes something or wants to read the answer, `Sec-Fetch-Site` with all the rest.
  const { origin } = request.headers;
  if (origin === undefined ? request.headers['sec-fetch-site'] !== undefined : !origins.includes(origin)) {
    return `requests from web pages are refused${origin === undefined ? '' : `; start the engine with --origin ${origin} to allow this one`}`;
  }
  return undefined;
}

/** What a browser wants to hear before it lets an allowed page read an answer (CORS); nothing for everybody else. */
export function originHeaders(request: IncomingMessage): { readonly [name: string]: string } {
  const { origin } = request.headers;
  if (origin === undefined) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE',
    'Access-Control-Allow-Headers': 'Content-Type, X-Registry-Auth, X-Registry-Config',
    'Access-Control-Expose-Headers': 'Api-Version, Docker-Experimental, Ostype, Server, Swarm, X-Docker-Container-Path-Stat',
    Vary: 'Origin',
  };
}

/** The whole body; undefined when it is larger than allowed (the rest is then not read). Rejects when the caller goes away. */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MAX_BODY) parts.push(part);
      else {
        request.pause();
        resolve(undefined);
      }
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the caller went away')));
  });
}
