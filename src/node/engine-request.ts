import type { IncomingMessage } from 'node:http';
import type { Json } from '../base/json.ts';
import type { EngineRequest } from '../docker/api/client.ts';
import { readGoJson } from './go-json.ts';

/** A request as the engine takes it, or why it never gets there (always status 400). */
export type ReadRequest = { readonly request: EngineRequest } | { readonly problem: string };

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] satisfies EngineRequest['method'][];

/** What takes an archive instead of JSON: a text with a character for each byte. */
const ARCHIVES = /^\/(?:build|images\/(?:create|load)|containers\/[^/]+\/archive)$/;

/**
 * `POST /v1.50/services/create?x=1` with its body as the engine takes it. A path's escapes stay as they are: the
 * engine undoes them word by word. A parameter given twice counts once, as in Go.
 */
export function readRequest(incoming: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, body: Uint8Array): ReadRequest {
  const target = incoming.url ?? '/';
  const question = target.indexOf('?');
  const whole = question < 0 ? target : target.slice(0, question);
  const versioned = /^\/v(\d[\d.]*)(\/.*)$/.exec(whole);
  const path = versioned?.[2] ?? whole;
  const query: { [name: string]: string } = Object.create(null) as { [name: string]: string };
  for (const [name, value] of new URLSearchParams(question < 0 ? '' : target.slice(question + 1))) query[name] ??= value;
  const headers: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const method = incoming.method ?? 'GET';
  let json: Json | undefined;
  if (body.length > 0 && ARCHIVES.test(path)) json = Buffer.from(body).toString('latin1');
  else if (body.length > 0 && method !== 'GET' && method !== 'HEAD') {
    const problem = contentTypeProblem(headers['content-type'] ?? '');
    if (problem !== undefined) return { problem };
    const read = readGoJson(body);
    if ('error' in read) return { problem: read.error };
    json = read.value;
  }
  return {
    request: {
      // The engine knows no others, so a path with any of them is unknown.
      method: (METHODS.includes(method) ? method : 'PUT') as EngineRequest['method'],
      path,
      query,
      headers,
      ...(json === undefined ? {} : { body: json }),
      ...(versioned ? { apiVersion: versioned[1] as string } : {}),
    },
  };
}

/** moby api/server/httputils CheckForJSON: a body must say that it is JSON. */
function contentTypeProblem(type: string): string | undefined {
  const media = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (media === '') return 'malformed Content-Type header (): mime: no media type';
  return media === 'application/json' ? undefined : `unsupported Content-Type header (${type}): must be 'application/json'`;
}
