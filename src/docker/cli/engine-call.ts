import type { Json } from '../../base/json.ts';
import { type EngineRequest, type EngineResponse, type EngineStream, EngineUnreachable } from '../api/client.ts';
import { type CommandContext, CommandError } from './command.ts';
import { forEachChunk } from './copy-stream.ts';
import { FailingClient, NotInitialized } from './failing-client.ts';
import { requestPath } from './request-path.ts';

/** What the engine refused. `message` is the engine's text alone: whoever prints it puts `Error response from daemon: ` before it. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    message: string,
    /** The HTTP status, ≥ 400. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** The text as docker prints it. */
export function daemonMessage(error: EngineError): string {
  return `Error response from daemon: ${error.message}`;
}

/** What an error says among others that are printed together. Anything that neither the engine nor a check said is thrown on. */
export function failureText(error: unknown): string {
  if (error instanceof EngineError) return daemonMessage(error);
  if (error instanceof CommandError || error instanceof EngineUnreachable) return error.message;
  throw error;
}

function check(response: EngineResponse): EngineResponse {
  if (response.status < 400) return response;
  const body = response.body;
  const message = typeof body === 'object' && body !== null && 'message' in body ? String(body['message']) : '';
  throw new EngineError(message, response.status);
}

/** What docker decodes the answer for one object into, by the first part of its path. */
const OBJECTS: { readonly [kind: string]: string } = {
  containers: 'container.InspectResponse',
  images: 'image.InspectResponse',
  networks: 'network.Inspect',
  services: 'swarm.Service',
  nodes: 'swarm.Node',
  tasks: 'swarm.Task',
  secrets: 'swarm.Secret',
  configs: 'swarm.Config',
};

/** A name such as `.` makes the path of one object that of the list: what comes is no object. Throws CommandError. */
function checkShape(asked: string, sent: string, response: EngineResponse): EngineResponse {
  const kind = asked.split('/')[1] ?? '';
  const type = OBJECTS[kind];
  if (type !== undefined && asked !== sent && (sent === `/${kind}` || sent === `/${kind}/json`) && Array.isArray(response.body)) {
    throw new CommandError(`json: cannot unmarshal array into Go value of type ${type}`);
  }
  return response;
}

/** One question whose whole answer counts. Throws EngineError, EngineUnreachable, Interrupted, and CommandError for an empty name in the path. */
export async function callFully(context: CommandContext, request: EngineRequest): Promise<EngineResponse> {
  // An engine that can't be asked at all is noticed before the name is.
  if (context.client instanceof FailingClient && context.client.error instanceof NotInitialized) throw context.client.error;
  const path = requestPath(request.path, request.method);
  if ('problem' in path) throw new CommandError(path.problem);
  return checkShape(request.path, path.path, check(await context.client.request({ ...request, path: path.path }, context.signal)));
}

/** The document that an answer is, also one that comes after the engine has said that it will; null when there is none. */
export async function documentOf(context: CommandContext, { body, stream }: EngineResponse): Promise<Json> {
  if (stream === undefined) return body ?? null;
  let document: Json = null;
  await forEachChunk(context, stream, (chunk) => {
    if (chunk.kind === 'json') document = chunk.value;
  });
  return document;
}

/** One question, answered by its body (null when there is none). Throws EngineError, EngineUnreachable, Interrupted. */
export async function call(context: CommandContext, request: EngineRequest): Promise<Json> {
  return documentOf(context, await callFully(context, request));
}

/** One question that is answered by a stream; Ctrl-C closes it. Throws EngineError, EngineUnreachable, Interrupted. */
export async function openStream(context: CommandContext, request: EngineRequest): Promise<EngineStream> {
  const { stream } = await callFully(context, request);
  if (stream === undefined) throw new EngineError('the engine sent no stream', 500);
  return stream;
}

/** GET, as the shape the caller expects of the API. Throws EngineError, EngineUnreachable, Interrupted. */
export async function get<T>(context: CommandContext, path: string, query: { readonly [key: string]: string } = {}): Promise<T> {
  return (await call(context, { method: 'GET', path, query })) as unknown as T;
}

/** GET; undefined when there is no such object. Throws EngineError (other than 404), EngineUnreachable, Interrupted. */
export async function find<T>(context: CommandContext, path: string, query: { readonly [key: string]: string } = {}): Promise<T | undefined> {
  try {
    return await get<T>(context, path, query);
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return undefined;
    throw error;
  }
}

/** POST. Throws EngineError, EngineUnreachable, Interrupted. */
export async function post<T>(context: CommandContext, path: string, query: { readonly [key: string]: string } = {}, body?: Json): Promise<T> {
  return (await call(context, { method: 'POST', path, query, ...(body === undefined ? {} : { body }) })) as unknown as T;
}
