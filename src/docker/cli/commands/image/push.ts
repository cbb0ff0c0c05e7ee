import { parseImageReference, withDefaultTag } from '../../../api/parse/image-reference.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { printImageMessages } from './pull-image.ts';

/** `docker push NAME[:TAG]`. */
export const imagePush: CommandBody = async (context, flags, args) => {
  const all = flags.bool('all-tags');
  const quiet = flags.bool('quiet');
  const read = parseImageReference(args[0] ?? '');
  if (!read.ok) throw new CommandError(read.error);
  if (all && (read.value.tag !== '' || read.value.digest !== '')) throw new CommandError("tag can't be used with --all-tags/-a");
  const reference = all ? read.value : withDefaultTag(read.value);
  if (!all && !quiet && read.value.tag === '' && read.value.digest === '') context.stdout.write('Using default tag: latest\n');
  if (reference.digest !== '') throw new CommandError('cannot push a digest reference');
  const repository = `${reference.domain}/${reference.path}`;
  const query: { readonly tag?: string } = all ? {} : { tag: reference.tag };
  await printImageMessages(context, { path: `/images/${repository}/push`, query }, quiet ? { write: () => undefined } : context.stdout);
  if (quiet) context.stdout.write(`${repository}${all ? '' : `:${reference.tag}`}\n`);
  return 0;
};
