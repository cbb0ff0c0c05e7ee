import { Interrupted } from '../../../api/client.ts';
import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { failureText, get } from '../../engine-call.ts';
import { formatList, type ListDescription, shortId } from '../../format/list.ts';
import { binarySize, shortSize } from '../../format/size.ts';
import type { ListedContainer } from './container-list.ts';

interface StatsAnswer {
  readonly name?: string;
  readonly id?: string;
  readonly pids_stats?: { readonly current?: number };
  readonly blkio_stats?: { readonly io_service_bytes_recursive?: readonly { readonly op: string; readonly value: number }[] | null };
  readonly cpu_stats?: CpuStats;
  readonly precpu_stats?: CpuStats;
  readonly memory_stats?: { readonly usage?: number; readonly limit?: number; readonly stats?: { readonly [name: string]: number } };
  readonly networks?: { readonly [name: string]: { readonly rx_bytes: number; readonly tx_bytes: number } };
}

interface CpuStats {
  readonly cpu_usage?: { readonly total_usage?: number; readonly percpu_usage?: readonly number[] | null };
  readonly system_cpu_usage?: number;
  readonly online_cpus?: number;
}

interface StatsRow {
  readonly container: string;
  readonly stats: StatsAnswer | undefined;
}

const percent = (value: number): string => `${value.toFixed(2)}%`;

/** Share of all CPUs since the sample before, in percent of one (docker CLI container/stats_helpers.go). */
function cpuPercent({ cpu_stats: now, precpu_stats: before }: StatsAnswer): number {
  const used = (now?.cpu_usage?.total_usage ?? 0) - (before?.cpu_usage?.total_usage ?? 0);
  const system = (now?.system_cpu_usage ?? 0) - (before?.system_cpu_usage ?? 0);
  const cpus = now?.online_cpus || (now?.cpu_usage?.percpu_usage?.length ?? 0);
  return system > 0 && used > 0 ? (used / system) * cpus * 100 : 0;
}

/** What is in use without the page cache that could go. */
function memoryUsed({ memory_stats: memory }: StatsAnswer): number {
  const usage = memory?.usage ?? 0;
  const inactive = memory?.stats?.['total_inactive_file'] ?? memory?.stats?.['inactive_file'] ?? 0;
  return inactive < usage ? usage - inactive : usage;
}

function networkText({ networks }: StatsAnswer): string {
  const all = Object.values(networks ?? {});
  const sum = (pick: (one: { readonly rx_bytes: number; readonly tx_bytes: number }) => number): number => all.reduce((total, one) => total + pick(one), 0);
  return `${shortSize(sum((one) => one.rx_bytes))} / ${shortSize(sum((one) => one.tx_bytes))}`;
}

function blockText({ blkio_stats: block }: StatsAnswer): string {
  const sum = (letter: string): number =>
    (block?.io_service_bytes_recursive ?? []).filter((entry) => entry.op.toLowerCase().startsWith(letter)).reduce((total, entry) => total + entry.value, 0);
  return `${shortSize(sum('r'))} / ${shortSize(sum('w'))}`;
}

function statsList(noTrunc: boolean): ListDescription<StatsRow> {
  const known =
    (text: (stats: StatsAnswer) => string, missing = '--') =>
    ({ stats }: StatsRow): string =>
      stats === undefined ? missing : text(stats);
  return {
    typeName: '*container.statsContext',
    fields: {
      Container: { header: 'CONTAINER', value: ({ container }) => container },
      Name: { header: 'NAME', value: ({ stats }) => (stats?.name ?? '').replace(/^\//, '') || '--' },
      ID: { header: 'CONTAINER ID', value: ({ stats, container }) => (noTrunc ? (stats?.id ?? container) : shortId(stats?.id ?? container)) },
      CPUPerc: { header: 'CPU %', value: known((stats) => percent(cpuPercent(stats))) },
      MemUsage: {
        header: 'MEM USAGE / LIMIT',
        value: known((stats) => `${binarySize(memoryUsed(stats))} / ${binarySize(stats.memory_stats?.limit ?? 0)}`, '-- / --'),
      },
      MemPerc: {
        header: 'MEM %',
        value: known((stats) => percent((stats.memory_stats?.limit ?? 0) > 0 ? (memoryUsed(stats) / (stats.memory_stats?.limit ?? 1)) * 100 : 0)),
      },
      NetIO: { header: 'NET I/O', value: known(networkText) },
      BlockIO: { header: 'BLOCK I/O', value: known(blockText) },
      PIDs: { header: 'PIDS', value: known((stats) => String(stats.pids_stats?.current ?? 0)) },
    },
    table: ['ID', 'Name', 'CPUPerc', 'MemUsage', 'MemPerc', 'NetIO', 'BlockIO', 'PIDs'],
    quietField: 'Container',
    configKey: 'statsFormat',
  };
}

/** One sample of each container, all taken in the same second. */
async function sample(context: CommandContext, names: readonly string[]): Promise<{ readonly rows: readonly StatsRow[]; readonly errors: readonly string[] }> {
  const taken = await Promise.all(
    names.map(async (container): Promise<StatsRow | string> => {
      try {
        return { container, stats: await get<StatsAnswer>(context, `/containers/${container}/stats`, { stream: '0' }) };
      } catch (error) {
        return failureText(error);
      }
    }),
  );
  return { rows: taken.filter((one) => typeof one !== 'string'), errors: taken.filter((one) => typeof one === 'string') };
}

/** `docker stats`: once with --no-stream, else again every second until Ctrl-C. */
export const containerStats: CommandBody = async (context, flags, args) => {
  const list = statsList(flags.bool('no-trunc'));
  const format = flags.string('format');
  const names = async (): Promise<readonly string[]> => {
    if (args.length > 0) return args;
    const all = await get<readonly ListedContainer[]>(context, '/containers/json', flags.bool('all') ? { all: '1' } : {});
    return all.map((container) => shortId(container.Id));
  };
  const { rows, errors } = await sample(context, await names());
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  if (flags.bool('no-stream')) {
    context.stdout.write(formatList(context, list, rows, { format, quiet: false }));
    return 0;
  }
  let current = rows;
  for (;;) {
    const text = formatList(context, list, current, { format, quiet: false });
    // Home, then each line to its end, then what is left below is cleared.
    context.stdout.write(`\u001b[H${text.replaceAll('\n', '\u001b[K\n')}\u001b[J`);
    await context.clock.sleep(1000, context.signal);
    if (context.signal.aborted) throw new Interrupted();
    current = (await sample(context, await names())).rows;
  }
};
