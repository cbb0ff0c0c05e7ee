import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { confirm } from '../../confirm.ts';
import { post } from '../../engine-call.ts';
import { encodeFilters, type Filters, filterQuery, readFilters } from '../../filters.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { humanSize } from '../../format/size.ts';
import { type Pruned, pruneImages } from '../image/prune-images.ts';

/** What docker asks before it prunes everything (docker CLI system/prune.go). */
function warningText(all: boolean, volumes: boolean, filters: Filters): string {
  const warnings = [
    'all stopped containers',
    'all networks not used by at least one container',
    ...(volumes ? ['all anonymous volumes not used by at least one container'] : []),
    all ? 'all images without at least one container associated to them' : 'all dangling images',
    all ? 'all build cache' : 'unused build cache',
  ];
  const shown = ['label', 'label!', 'until'].flatMap((key) => (filters[key] ?? []).map((value) => `${key}=${value}`)).sort(compareNatural);
  const lines = (texts: readonly string[]): string => texts.map((text) => `  - ${text}\n`).join('');
  const filtered = Object.keys(filters).length === 0 || shown.length === 0 ? '' : `\n  Items to be pruned will be filtered with:\n${lines(shown)}`;
  return `WARNING! This will remove:\n${lines(warnings)}${filtered}\nAre you sure you want to continue?`;
}

/** One of the prunes that answer with a list of names. Throws EngineError. */
async function prune(context: CommandContext, path: string, query: { readonly [key: string]: string }, key: string, title: string): Promise<Pruned> {
  const answer = await post<{ readonly [key: string]: unknown } | null>(context, path, query);
  const deleted = (answer?.[key] ?? []) as readonly string[];
  const reclaimed = answer?.['SpaceReclaimed'];
  return {
    text: deleted.length === 0 ? '' : `${title}:\n${deleted.map((name) => `${name}\n`).join('')}\n`,
    reclaimed: typeof reclaimed === 'number' ? reclaimed : 0,
  };
}

/** `docker system prune`: containers, networks, volumes when asked for, images, build cache, in this order. */
export const systemPrune: CommandBody = async (context, flags) => {
  const all = flags.bool('all');
  const volumes = flags.bool('volumes');
  const filters = readFilters(flags.list('filter'));
  if (volumes && filters['until'] !== undefined) throw new CommandError('ERROR: The "until" filter is not supported with "--volumes"');
  if (!flags.bool('force') && !(await confirm(context, warningText(all, volumes, filters)))) return 0;
  const query = filterQuery(filters);
  const buildQuery = { ...(all ? { all: '1' } : {}), filters: encodeFilters(filters) ?? '' };
  const steps: readonly (() => Promise<Pruned>)[] = [
    () => prune(context, '/containers/prune', query, 'ContainersDeleted', 'Deleted Containers'),
    () => prune(context, '/networks/prune', query, 'NetworksDeleted', 'Deleted Networks'),
    ...(volumes ? [() => prune(context, '/volumes/prune', query, 'VolumesDeleted', 'Deleted Volumes')] : []),
    () => pruneImages(context, all, filters),
    () => prune(context, '/build/prune', buildQuery, 'CachesDeleted', 'Deleted build cache objects'),
  ];
  let reclaimed = 0;
  for (const step of steps) {
    const done = await step();
    context.stdout.write(done.text);
    reclaimed += done.reclaimed;
  }
  context.stdout.write(`Total reclaimed space: ${humanSize(reclaimed)}\n`);
  return 0;
};
