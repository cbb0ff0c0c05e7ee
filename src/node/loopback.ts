import type { IncomingMessage } from 'node:http';

/** Bodies longer than this many bytes are refused. */
const MAX_BODY = 16 * 1024 * 1024;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|docker)(?::\d+)?$/i;

/**
 * Why a request does not come from this machine's own programs: a Host header of another name (DNS rebinding), or
 * a browser's page of another origin. Undefined when it does.
 */
export function foreignRequest(request: IncomingMessage): string | undefined {
  const host = request.headers.host ?? '';
  if (host !== '' && !LOOPBACK.test(host)) return `host ${host} is not a loopback name`;
  if (request.headers.origin !== undefined) return 'requests from web pages are refused';
  return undefined;
}

/** The whole body as text; undefined when it is larger than allowed. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
