import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { dockerSetting } from '../../docker-config.ts';
import { get } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { printList } from '../../format/list.ts';
import type { ImageAnswer } from './image-answer.ts';
import { imageList, listedImages } from './image-list.ts';
import { imageTree } from './image-tree.ts';

/** Words that look like a subcommand of `docker image` typed after `docker images`. */
const subcommands = ['build', 'history', 'import', 'inspect', 'list', 'load', 'ls', 'prune', 'pull', 'push', 'rm', 'save', 'tag'];

/** What `--tree` does not go with, by flag and by how docker calls it. */
const refusedWithTree = [
  ['quiet', 'quiet'],
  ['no-trunc', 'no-trunc'],
  ['digests', 'show-digest'],
  ['format', 'format'],
] as const;

/** `docker images [REPOSITORY[:TAG]]` (spec/cli.md §14). */
export const imageLs: CommandBody = async (context, flags, args) => {
  const name = args[0] ?? '';
  const quiet = flags.bool('quiet');
  const given = readFilters(flags.list('filter'));
  const filters = name === '' ? given : { ...given, reference: [...(given['reference'] ?? []), name] };
  if (flags.bool('tree')) {
    for (const [name, said] of refusedWithTree) {
      if (name === 'format' ? flags.string(name) !== '' : flags.bool(name)) throw new CommandError(`--${said} is not yet supported with --tree`);
    }
    const query = { ...(flags.bool('all') ? { all: '1' } : {}), manifests: '1', ...filterQuery(filters) };
    context.stdout.write(imageTree(context, (await get<readonly ImageAnswer[] | null>(context, '/images/json', query)) ?? []));
    return 0;
  }
  const images = await get<readonly ImageAnswer[] | null>(context, '/images/json', { ...(flags.bool('all') ? { all: '1' } : {}), ...filterQuery(filters) });
  let format = flags.string('format');
  if (format === '' && !quiet) format = dockerSetting(context, 'imagesFormat') ?? '';
  const digests = flags.bool('digests');
  if (digests && format !== 'table' && format.startsWith('table') && !format.includes('{{.Digest}}')) format += '\t{{.Digest}}';
  const rows = (images ?? []).flatMap((image) => listedImages(image, { digests, inTemplate: format.includes('{{.Digest}}') }));
  printList(context, imageList({ noTrunc: flags.bool('no-trunc'), digests, now: context.clock.now() }), rows, { format, quiet });
  // Docker says so after `docker images` only; a body does not learn which of its names was typed.
  if (rows.length === 0 && subcommands.includes(name)) {
    context.stderr.write(`\nNo images found matching ${goQuote(name)}: did you mean "docker image ${name}"?\n`);
  }
  return 0;
};
