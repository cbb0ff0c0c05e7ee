import { familiarImageName, parseImageReference, withDefaultTag } from '../../../api/parse/image-reference.ts';
import { type CommandContext, CommandError, type TextSink } from '../../command.ts';
import { forEachChunk } from '../../copy-stream.ts';
import { openStream } from '../../engine-call.ts';
import { type ImageMessage, ImageMessages } from '../../progress/image-messages.ts';

/**
 * Sends a pull or push and writes what the engine says of it (progress/image-messages.ts); the engine is told that nobody is
 * logged in. Throws CommandError when it fails on the way, EngineError, Interrupted.
 */
export async function printImageMessages(
  context: CommandContext,
  request: { readonly path: string; readonly query: { readonly [key: string]: string } },
  out: TextSink,
): Promise<void> {
  const stream = await openStream(context, { method: 'POST', ...request, headers: { 'X-Registry-Auth': 'e30=' } });
  const messages = new ImageMessages(out, context.terminal);
  await forEachChunk(context, stream, (chunk) => {
    if (chunk.kind !== 'json') return;
    const error = messages.show((typeof chunk.value === 'object' && chunk.value !== null ? chunk.value : {}) as ImageMessage);
    if (error === undefined) return;
    stream.cancel();
    throw new CommandError(error);
  });
}

/** What `POST /images/create` is asked for: name and tag or digest. Throws CommandError. */
export function pullQuery(image: string): {
  readonly query: { readonly fromImage: string; readonly tag: string };
  readonly shown: string;
  readonly defaulted: boolean;
} {
  const read = parseImageReference(image);
  if (!read.ok) throw new CommandError(read.error);
  const reference = withDefaultTag(read.value);
  const name = `${reference.domain}/${reference.path}`;
  const full = `${familiarImageName(reference)}`;
  return {
    query: { fromImage: name, tag: reference.digest === '' ? reference.tag : reference.digest },
    shown:
      reference.domain === 'docker.io' ? `docker.io/${reference.path}${full.slice(familiarImageName({ ...reference, tag: '', digest: '' }).length)}` : full,
    defaulted: read.value.tag === '' && read.value.digest === '',
  };
}
