import type { Json } from '../../../../base/json.ts';
import type { EngineRequest, EngineResponse, EngineStream } from '../../../api/client.ts';
import type { CommandContext } from '../../command.ts';
import { CommandError } from '../../command.ts';

/** The header that sends registry credentials: those of somebody who is logged in nowhere. */
export const registryAuthHeader: { readonly [name: string]: string } = { 'X-Registry-Auth': 'e30=' };

/** One question to the engine, whatever it answers. Throws CommandError when nothing listens, Interrupted on Ctrl-C. */
export async function ask(context: CommandContext, request: EngineRequest): Promise<EngineResponse> {
  return context.client.request(request, context.signal);
}

function failure(response: EngineResponse): CommandError {
  const body = response.body;
  const message = typeof body === 'object' && body !== null && 'message' in body ? String(body['message']) : '';
  return new CommandError(`Error response from daemon: ${message}`);
}

/** The body of a successful answer. Throws CommandError with the engine's text. */
export async function expectAnswer<T>(context: CommandContext, request: EngineRequest): Promise<T> {
  const response = await ask(context, request);
  if (response.status >= 400) throw failure(response);
  return response.body as unknown as T;
}

/** GET; throws CommandError with the engine's text. */
export async function get<T>(context: CommandContext, path: string, query: { readonly [key: string]: string } = {}): Promise<T> {
  return expectAnswer<T>(context, { method: 'GET', path, query });
}

/** GET; undefined when the engine says 404, CommandError for any other refusal. */
export async function find<T>(context: CommandContext, path: string, query: { readonly [key: string]: string } = {}): Promise<T | undefined> {
  const response = await ask(context, { method: 'GET', path, query });
  if (response.status === 404) return undefined;
  if (response.status >= 400) throw failure(response);
  return response.body as unknown as T;
}

/** A service's path by what was typed. Throws CommandError for an empty name. */
export function servicePath(nameOrId: string): string {
  if (nameOrId.trim() === '') throw new CommandError('invalid service name or ID: value is empty');
  return `/services/${nameOrId.trim()}`;
}

/** POST with a JSON body. */
export async function post<T>(
  context: CommandContext,
  path: string,
  body: Json,
  query: { readonly [key: string]: string } = {},
  headers: { readonly [name: string]: string } = {},
): Promise<T> {
  return expectAnswer<T>(context, { method: 'POST', path, query, headers, body });
}

/** The stream of a successful answer; undefined when the engine sent none. */
export async function expectStream(context: CommandContext, request: EngineRequest): Promise<EngineStream | undefined> {
  const response = await ask(context, request);
  if (response.status >= 400) throw failure(response);
  return response.stream;
}
