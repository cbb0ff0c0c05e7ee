import { goQuote } from '../../../api/parse/go-number.ts';
import type { CommandContext } from '../../command.ts';
import { sha256Hex } from '../../format/sha256.ts';

/** The engine's address that `docker context` shows: DOCKER_HOST, else the socket of the host. */
export function engineAddress(context: CommandContext): string {
  const host = context.env['DOCKER_HOST'] ?? '';
  return host === '' ? 'unix:///var/run/docker.sock' : host;
}

/** What docker says of a context that is not there: only `default` is, here (docker CLI context/store/metadatastore.go). */
export function missingContext(context: CommandContext, name: string): string {
  const folder = context.env['DOCKER_CONFIG'] ?? `${context.env['HOME'] ?? '/root'}/.docker`;
  return `context ${goQuote(name)}: context not found: open ${folder}/contexts/meta/${sha256Hex(name)}/meta.json: no such file or directory`;
}
