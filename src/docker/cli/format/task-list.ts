import type { PortConfig } from '../../api/specs.ts';
import type { CommandContext } from '../command.ts';
import { dockerSetting } from '../docker-config.ts';
import { IdResolver } from '../resolve.ts';
import { ago, apiTimeMs } from './age.ts';
import { listedImage } from './image-name.ts';
import { capitalised, type ListDescription, printList, shortId } from './list.ts';
import { compareNatural } from './natural-order.ts';
import { ellipsis } from './text-width.ts';

/** A task as the API gives it, as far as lists show it. */
export interface TaskAnswer {
  readonly ID: string;
  readonly CreatedAt?: string;
  readonly ServiceID?: string;
  readonly Slot?: number;
  readonly NodeID?: string;
  readonly DesiredState?: string;
  readonly Spec?: { readonly ContainerSpec?: { readonly Image?: string } };
  readonly Status?: {
    readonly Timestamp?: string;
    readonly State?: string;
    readonly Err?: string;
    readonly PortStatus?: { readonly Ports?: readonly PortConfig[] };
  };
}

/** What the user asked for. */
export interface TaskListOptions {
  /** `--format`; empty: the configured one (`tasksFormat`) or the default table. */
  readonly format: string;
  readonly quiet: boolean;
  readonly noResolve: boolean;
  readonly noTrunc: boolean;
}

interface TaskRow {
  readonly task: TaskAnswer;
  /** Marked as an older task of its slot where a table says so. */
  name: string;
  /** Empty until it is asked for. */
  node: string;
}

function taskList(options: TaskListOptions, now: number): ListDescription<TaskRow> {
  const { noTrunc } = options;
  const images = new Map<string, string>();
  const shownImage = (image: string): string => {
    let shown = images.get(image);
    if (shown === undefined) {
      shown = noTrunc ? image : listedImage(image);
      images.set(image, shown);
    }
    return shown;
  };
  return {
    typeName: '*task.taskContext',
    fields: {
      ID: { header: 'ID', value: ({ task }) => (noTrunc ? task.ID : shortId(task.ID)) },
      Name: { header: 'NAME', value: ({ name }) => name },
      Image: {
        header: 'IMAGE',
        value: ({ task }) => shownImage(task.Spec?.ContainerSpec?.Image ?? ''),
      },
      Node: { header: 'NODE', value: ({ node }) => node },
      DesiredState: { header: 'DESIRED STATE', value: ({ task }) => capitalised(task.DesiredState ?? '') },
      CurrentState: {
        header: 'CURRENT STATE',
        value: ({ task }) => `${capitalised(task.Status?.State ?? '')} ${ago(apiTimeMs(task.Status?.Timestamp), now).toLowerCase()}`,
      },
      Error: {
        header: 'ERROR',
        value: ({ task }) => {
          const error = task.Status?.Err ?? '';
          return error === '' ? '' : `"${noTrunc ? error : ellipsis(error, 30)}"`;
        },
      },
      Ports: {
        header: 'PORTS',
        value: ({ task }) =>
          (task.Status?.PortStatus?.Ports ?? []).map((port) => `*:${port.PublishedPort ?? 0}->${port.TargetPort ?? 0}/${port.Protocol ?? ''}`).join(','),
      },
    },
    table: ['ID', 'Name', 'Image', 'Node', 'DesiredState', 'CurrentState', 'Error', 'Ports'],
    raw: {
      whole:
        'id: {{.ID}}\nname: {{.Name}}\nimage: {{.Image}}\nnode: {{.Node}}\ndesired_state: {{.DesiredState}}\ncurrent_state: {{.CurrentState}}\nerror: {{.Error}}\nports: {{.Ports}}\n',
      quiet: 'id: {{.ID}}',
    },
  };
}

/** By name; tasks of one service by their slots, which gives the same order and is quicker. */
function compareNames(a: TaskRow, b: TaskRow): number {
  const slotA = a.task.Slot ?? 0;
  const slotB = b.task.Slot ?? 0;
  if (a.task.ServiceID === b.task.ServiceID && slotA > 0 && slotB > 0) return slotA - slotB;
  return compareNatural(a.name, b.name);
}

/** The names of ids, each asked for once, in the order in which they come. */
async function namesOf(ids: readonly string[], ask: (id: string) => Promise<string>): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of ids) if (!names.has(id)) names.set(id, await ask(id));
  return names;
}

/**
 * Prints tasks as `service ps`, `node ps` and `stack ps` do (spec/cli.md §8.2; docker CLI command/task/print.go): sorted by
 * name, the newest first; in tables the older tasks of a slot are marked ` \_ `. Asks the engine for the names of services
 * and nodes unless `noResolve`. Throws CommandError for a bad template.
 */
export async function printTasks(context: CommandContext, tasks: readonly TaskAnswer[], options: TaskListOptions): Promise<void> {
  const resolver = new IdResolver(context, options.noResolve);
  const rows: TaskRow[] = [];
  const services = await namesOf(
    tasks.map((task) => task.ServiceID ?? ''),
    (id) => resolver.service(id),
  );
  for (const task of tasks) {
    const service = services.get(task.ServiceID ?? '') ?? '';
    const suffix = (task.Slot ?? 0) === 0 ? (task.NodeID ?? '') : String(task.Slot);
    rows.push({ task, name: `${service}.${suffix}`, node: '' });
  }
  rows.sort((a, b) => compareNames(a, b) || apiTimeMs(b.task.CreatedAt) - apiTimeMs(a.task.CreatedAt) || (a.task.ID < b.task.ID ? -1 : 1));
  const format = options.format === '' ? (options.quiet ? 'table' : (dockerSetting(context, 'tasksFormat') ?? 'table')) : options.format;
  const table = format.startsWith('table') && !(options.quiet && format === 'table');
  const nodes = await namesOf(
    rows.map(({ task }) => task.NodeID ?? ''),
    (id) => resolver.node(id),
  );
  // By task, not by row: a task that is listed twice (`node ps A B`) is marked in both rows.
  const older = new Set<string>();
  let before = '';
  for (const { task, name } of rows) {
    if (table && name === before) older.add(task.ID);
    before = name;
  }
  for (const row of rows) {
    if (older.has(row.task.ID)) row.name = ` \\_ ${row.name}`;
    row.node = nodes.get(row.task.NodeID ?? '') ?? '';
  }
  const list = taskList(options, context.clock.now());
  printList(context, list, rows, { format, quiet: options.quiet });
}
