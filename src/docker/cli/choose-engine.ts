import { type EngineClient, EngineUnreachable } from '../api/client.ts';
import type { CommandContext } from './command.ts';
import { currentContext, defaultHost, missingContext, storedContext } from './commands/context/context-store.ts';
import { LOCAL_ENGINE, parseEngineAddress } from './engine-address.ts';
import { FailingClient, NotInitialized } from './failing-client.ts';

/**
 * The engine that docker talks to (docker CLI command/cli.go resolveContextName, resolveDockerEndpoint). Engines of other hosts
 * are reached over ssh; none listens on TCP.
 */
export function chooseEngine(context: CommandContext): EngineClient {
  const name = currentContext(context);
  const stored = name === 'default' ? undefined : storedContext(context, name);
  if (name !== 'default' && stored === undefined) {
    return new FailingClient(new NotInitialized(`unable to resolve docker endpoint: ${missingContext(context, name)}`));
  }
  const read = parseEngineAddress(stored?.host ?? defaultHost(context));
  if ('problem' in read) return new FailingClient(new NotInitialized(read.ofEndpoint ? `unable to resolve docker endpoint: ${read.problem}` : read.problem));
  const { address } = read;
  if (address === LOCAL_ENGINE) return context.client;
  const remote = /^ssh:\/\/(?:[^@/]*@)?([^:/]+)/.exec(address);
  const other = remote === null ? undefined : context.engineOf?.(remote[1] ?? '');
  // What docker says when its ssh has nobody to talk to.
  if (remote !== null && other === undefined) return new FailingClient(new EngineUnreachable('http://docker.example.com'));
  return other ?? new FailingClient(new EngineUnreachable(address));
}
