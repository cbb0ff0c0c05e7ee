import type { IncomingMessage, ServerResponse } from 'node:http';
import { EngineReader } from './live/engine-reader.ts';
import { liveHandler } from './live/live-handler.ts';
import { SwarmWatcher } from './live/swarm-watcher.ts';

/**
 * The small agent of the live page: answers what the page asks about the swarm of the engine at `address` (as DOCKER_HOST has it; a
 * manager's). Throws an Error that says what is wrong with the address.
 */
export function lookAgent(address: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const engine = new EngineReader(address);
  return liveHandler(engine, new SwarmWatcher(engine));
}
