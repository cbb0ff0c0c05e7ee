import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandContext, CommandError } from '../../command.ts';
import { LOCAL_ENGINE, parseEngineAddress } from '../../engine-address.ts';
import { sha256Hex } from '../../format/sha256.ts';

const hostFromEnv = (context: CommandContext): string => context.env['DOCKER_HOST'] ?? '';

/** The name of the context in use: -H means the default one, else -c, DOCKER_HOST (the default one too), DOCKER_CONTEXT. */
export function currentContext(context: CommandContext): string {
  const { host, context: given = '' } = context.named ?? {};
  if (host !== undefined) return 'default';
  if (given !== '') return given;
  const fromEnv = hostFromEnv(context) === '' ? (context.env['DOCKER_CONTEXT'] ?? '') : '';
  return fromEnv === '' ? 'default' : fromEnv;
}

/** What was said about the engine's address: by -H, else by DOCKER_HOST; empty: nothing. */
export function engineHost(context: CommandContext): string {
  return context.named?.host ?? hostFromEnv(context);
}

/** The engine's address that `docker context` shows for the default context. Throws CommandError when it is none. */
export function engineAddress(context: CommandContext): string {
  const read = parseEngineAddress(engineHost(context));
  if ('address' in read) return read.address;
  if (read.ofEndpoint) throw new CommandError(read.problem);
  return engineHost(context) === '' ? LOCAL_ENGINE : engineHost(context);
}

/** What docker says of a context that is not there: only `default` is, here (docker CLI context/store/metadatastore.go). */
export function missingContext(context: CommandContext, name: string): string {
  const folder = context.env['DOCKER_CONFIG'] ?? `${context.env['HOME'] ?? '/root'}/.docker`;
  return `context ${goQuote(name)}: context not found: open ${folder}/contexts/meta/${sha256Hex(name)}/meta.json: no such file or directory`;
}
