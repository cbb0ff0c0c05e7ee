import type { Json, JsonObject } from '../../../../base/json.ts';
import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { goJsonText } from '../../format/go-json.ts';
import { parseTemplate, TemplateError, typedValue } from '../../format/go-template.ts';
import { formatList, type ListDescription, printList } from '../../format/list.ts';
import { humanSize } from '../../format/size.ts';
import { listRows } from '../../format/template/row.ts';
import { toJson } from '../../format/template/to-json.ts';
import { containerList } from '../container/container-list.ts';
import { firstListedImage, imageList } from '../image/image-list.ts';
import { volumeList } from '../volume/ls.ts';
import { buildCacheList, sortedBuildCache } from './build-cache-list.ts';
import { buildCacheSize, type DiskUsageAnswer, diskUsageList, diskUsageRows } from './disk-usage.ts';

/** One kind of thing that `system df -v` shows. */
interface Section {
  /** What templates call it. */
  readonly name: 'Images' | 'Containers' | 'Volumes' | 'BuildCache';
  /** The line above its table. */
  readonly title: string;
  readonly table: () => string;
  readonly json: () => readonly JsonObject[];
  /** What stands before each block of `--format raw`, and the block. */
  readonly raw: string;
}

function section<Row>(
  context: CommandContext,
  name: Section['name'],
  title: string,
  list: ListDescription<Row>,
  rows: readonly Row[],
  table: readonly string[],
  rawTitle: string,
): Section {
  return {
    name,
    title,
    table: () => formatList(context, { ...list, table }, rows, { format: 'table', quiet: false }),
    json: () => rows.map((row) => toJson(listRows(list)(row)) as JsonObject),
    raw: `{{range .${name}}}type: ${rawTitle}\n${list.raw?.whole ?? ''}\n{{end -}}`,
  };
}

function sections(context: CommandContext, usage: DiskUsageAnswer, noTrunc: boolean): readonly Section[] {
  const now = context.clock.now();
  const caches = usage.BuildCache ?? [];
  // The size of the image a container runs is not shown here.
  const containers = (usage.Containers ?? []).map((container) => ({ ...container, SizeRootFs: 0 }));
  return [
    section(
      context,
      'Images',
      'Images space usage:',
      imageList({ noTrunc, digests: true, now }),
      (usage.Images ?? []).map(firstListedImage),
      ['Repository', 'Tag', 'ID', 'CreatedSince', 'Size', 'SharedSize', 'UniqueSize', 'Containers'],
      'Image',
    ),
    section(
      context,
      'Containers',
      'Containers space usage:',
      containerList({ noTrunc, size: true, now }),
      containers,
      ['ID', 'Image', 'Command', 'LocalVolumes', 'Size', 'RunningFor', 'Status', 'Names'],
      'Container',
    ),
    section(context, 'Volumes', 'Local Volumes space usage:', volumeList, usage.Volumes ?? [], ['Name', 'Links', 'Size'], 'Volume'),
    section(
      context,
      'BuildCache',
      `Build cache usage: ${humanSize(buildCacheSize(caches))}`,
      buildCacheList({ noTrunc, now }),
      sortedBuildCache(caches),
      ['ID', 'CacheType', 'Size', 'CreatedSince', 'LastUsedSince', 'UsageCount', 'Shared'],
      'Build Cache',
    ),
  ];
}

/** All of it through one template. Like docker's, the text ends without a newline of its own. Throws CommandError. */
function formatVerbose(all: readonly Section[], format: string): string {
  const data: Json = Object.fromEntries(all.map(({ name, json }) => [name, json()]));
  if (format === 'json') return goJsonText(data, 0, true);
  const text = format === 'raw' ? all.map(({ raw }) => raw).join('\n') : format.replaceAll('\\t', '\t').replaceAll('\\n', '\n');
  try {
    return parseTemplate(text).execute(typedValue('*formatter.diskUsageContext', data));
  } catch (error) {
    if (error instanceof TemplateError) throw new CommandError(error.kind === 'syntax' ? `template parsing error: ${error.message}` : error.message);
    throw error;
  }
}

/** `docker system df` (docker CLI system/df.go). */
export const systemDf: CommandBody = async (context, flags) => {
  const usage = await get<DiskUsageAnswer>(context, '/system/df');
  const format = flags.string('format');
  if (!flags.bool('verbose')) {
    printList(context, diskUsageList, diskUsageRows(usage), { format, quiet: false });
    return 0;
  }
  const table = format === '' || format === 'table';
  const all = sections(context, usage, !table);
  context.stdout.write(table ? all.map((one) => `${one.title}\n\n${one.table()}`).join('\n') : formatVerbose(all, format));
  return 0;
};
