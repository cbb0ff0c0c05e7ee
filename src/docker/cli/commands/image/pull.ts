import { parseImageReference } from '../../../api/parse/image-reference.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { printImageMessages, pullQuery } from './pull-image.ts';

/** `docker pull NAME[:TAG|@DIGEST]`: what the registry sends, then the image's full name. */
export const imagePull: CommandBody = async (context, flags, args) => {
  const name = args[0] ?? '';
  const quiet = flags.bool('quiet');
  const all = flags.bool('all-tags');
  const platform: { readonly platform?: string } = flags.string('platform') === '' ? {} : { platform: flags.string('platform').toLowerCase() };
  const out = quiet ? { write: () => undefined } : context.stdout;
  if (all) {
    const read = parseImageReference(name);
    if (!read.ok) throw new CommandError(read.error);
    if (read.value.tag !== '' || read.value.digest !== '') throw new CommandError("tag can't be used with --all-tags/-a");
    const repository = `${read.value.domain}/${read.value.path}`;
    await printImageMessages(context, { path: '/images/create', query: { fromImage: repository, ...platform } }, out);
    context.stdout.write(`${repository}\n`);
    return 0;
  }
  const { query, shown, defaulted } = pullQuery(name);
  if (defaulted && !quiet) context.stdout.write('Using default tag: latest\n');
  await printImageMessages(context, { path: '/images/create', query: { ...query, ...platform } }, out);
  context.stdout.write(`${shown}\n`);
  return 0;
};
