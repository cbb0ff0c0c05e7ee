import { type EngineClient, EngineUnreachable } from '../api/client.ts';
import type { CommandContext } from './command.ts';
import { isOlderApi } from './command-tree.ts';
import { NotInitialized } from './failing-client.ts';

/** The newest API version this command line speaks. */
export const clientApiVersion = '1.50';

/** What the engine says of itself before anything else is asked. */
export interface EngineGreeting {
  readonly apiVersion: string;
  /** `inactive`, `active/manager` …; undefined when the engine does not tell (before API 1.42). */
  readonly swarm: string | undefined;
  /** Whether experimental commands are on; help shows them too where no engine says otherwise. */
  readonly experimental: boolean;
  /** Whether an engine said this; else what it is and can is not known. */
  readonly answered: boolean;
}

/** The greeting of an engine that could not be asked. */
export const noGreeting: EngineGreeting = { apiVersion: clientApiVersion, swarm: undefined, experimental: true, answered: false };

/** `HEAD /_ping`: the API version both sides know (engine-api/README.md §1). An engine that does not answer changes nothing. */
export async function negotiate(context: CommandContext): Promise<EngineGreeting> {
  const fixed = context.env['DOCKER_API_VERSION'];
  if (fixed !== undefined && fixed !== '') return { apiVersion: fixed, swarm: undefined, experimental: true, answered: true };
  try {
    const answer = await context.client.request({ method: 'HEAD', path: '/_ping' }, context.signal);
    const header = (name: string): string | undefined => answer.headers[name] ?? answer.headers[name.toLowerCase()];
    const offered = header('Api-Version');
    if (answer.status >= 400 || offered === undefined || offered === '') return noGreeting;
    return {
      apiVersion: isOlderApi(offered, clientApiVersion) ? offered : clientApiVersion,
      swarm: header('Swarm'),
      experimental: header('Docker-Experimental') === 'true',
      answered: true,
    };
  } catch (error) {
    // Help and the like do not need an engine; what does will say why there is none.
    if (error instanceof EngineUnreachable || error instanceof NotInitialized) return noGreeting;
    throw error;
  }
}

/** A client that names the negotiated version in every request; the newest one needs no name. */
export function atVersion(client: EngineClient, apiVersion: string): EngineClient {
  if (apiVersion === clientApiVersion) return client;
  return { request: (request, signal) => client.request({ apiVersion, ...request }, signal) };
}
