import type { IncomingMessage } from 'node:http';

/** Bodies longer than this many bytes are refused. */
const MAX_BODY = 16 * 1024 * 1024;

/** `localhost` and what is below it never leaves this machine; `docker` is what older clients send on a socket. */
const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\]|docker)(?::\d+)?$/i;

/**
 * Why a request does not come from this machine's own programs: a Host header of another name (DNS rebinding), or
 * a browser's page. Undefined when it does.
 */
export function foreignRequest(request: IncomingMessage): string | undefined {
  const host = request.headers.host ?? '';
  if (host !== '' && !LOOPBACK.test(host)) return `host ${host} is not a loopback name`;
  // A browser sends `Origin` with everything that changes something, `Sec-Fetch-Site` with all the rest.
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined) return 'requests from web pages are refused';
  return undefined;
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
