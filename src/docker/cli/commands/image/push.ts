import { parseImageReference, withDefaultTag } from '../../../api/parse/image-reference.ts';
import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { readPlatform } from './platform-flag.ts';
import { printImageMessages } from './pull-image.ts';

/** What a push of one platform leaves out. */
function platformNote(context: CommandContext): string {
  const onTerminal = context.terminal !== undefined;
  const flag = onTerminal ? '\u001b[1m--platform\u001b[0m' : '--platform';
  const header = onTerminal ? '\u001b[1m\u001b[106m\u001b[30mi\u001b[0m\u001b[0m \u001b[96mInfo → \u001b[0m\u001b[0m' : ' Info -> ';
  const lines = [
    `Using ${flag} pushes only the specified platform manifest of a multi-platform image index.`,
    'Other components, like attestations, will not be included.',
    `To push the complete multi-platform image, remove the ${flag} flag.`,
    '',
  ];
  return lines.map((line, index) => `${index === 0 ? header : ' '.repeat(9)}${onTerminal ? `\u001b[3m${line}\u001b[0m` : line}\n`).join('');
}

/** `docker push NAME[:TAG]`. */
export const imagePush: CommandBody = async (context, flags, args) => {
  const all = flags.bool('all-tags');
  const quiet = flags.bool('quiet');
  const platform = flags.string('platform');
  if (platform !== '') {
    try {
      readPlatform(platform);
    } catch (error) {
      context.stderr.write(`Invalid platform ${platform}`);
      throw error;
    }
    context.stdout.write(`\n${platformNote(context)}`);
  }
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
