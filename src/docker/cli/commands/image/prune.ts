import type { CommandBody } from '../../command.ts';
import { confirm } from '../../confirm.ts';
import { readFilters } from '../../filters.ts';
import { humanSize } from '../../format/size.ts';
import { pruneImages } from './prune-images.ts';

/** `docker image prune`. */
export const imagePrune: CommandBody = async (context, flags) => {
  const all = flags.bool('all');
  const what = all ? 'all images without at least one container associated to them' : 'all dangling images';
  if (!flags.bool('force') && !(await confirm(context, `WARNING! This will remove ${what}.\nAre you sure you want to continue?`))) return 0;
  const { text, reclaimed } = await pruneImages(context, all, readFilters(flags.list('filter')));
  context.stdout.write(`${text}Total reclaimed space: ${humanSize(reclaimed)}\n`);
  return 0;
};
