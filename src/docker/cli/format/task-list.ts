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
  readonly name: string;
  readonly node: string;
}

function taskList(options: TaskListOptions, now: number): ListDescription<TaskRow> {
  const { noTrunc } = options;
  return {
    typeName: '*task.taskContext',
    fields: {
      ID: { header: 'ID', value: ({ task }) => (noTrunc ? task.ID : shortId(task.ID)) },
      Name: { header: 'NAME', value: ({ name }) => name },
      Image: {
        header: 'IMAGE',
        value: ({ task }) => {
          const image = task.Spec?.ContainerSpec?.Image ?? '';
          return noTrunc ? image : listedImage(image);
        },
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

/**
 * Prints tasks as `service ps`, `node ps` and `stack ps` do (spec/cli.md §8.2; docker CLI command/task/print.go): sorted by
 * name, the newest first; in tables the older tasks of a slot are marked ` \_ `. Asks the engine for the names of services
 * and nodes unless `noResolve`. Throws CommandError for a bad template.
 */
export async function printTasks(context: CommandContext, tasks: readonly TaskAnswer[], options: TaskListOptions): Promise<void> {
  const resolver = new IdResolver(context, options.noResolve);
  const rows: TaskRow[] = [];
  for (const task of tasks) {
    const service = await resolver.service(task.ServiceID ?? '');
    const suffix = (task.Slot ?? 0) === 0 ? (task.NodeID ?? '') : String(task.Slot);
    rows.push({ task, name: `${service}.${suffix}`, node: '' });
  }
  rows.sort((a, b) => compareNatural(a.name, b.name) || apiTimeMs(b.task.CreatedAt) - apiTimeMs(a.task.CreatedAt) || (a.task.ID < b.task.ID ? -1 : 1));
  const format = options.format === '' ? (options.quiet ? 'table' : (dockerSetting(context, 'tasksFormat') ?? 'table')) : options.format;
  const table = format.startsWith('table') && !(options.quiet && format === 'table');
  const nodes = new Map<string, string>();
  // By task, not by row: a task that is listed twice (`node ps A B`) is marked in both rows.
  const names = new Map<string, string>();
  let before = '';
  for (const { task, name } of rows) {
    names.set(task.ID, table && name === before ? ` \\_ ${name}` : name);
    nodes.set(task.ID, await resolver.node(task.NodeID ?? ''));
    before = name;
  }
  const named = rows.map(({ task, name }) => ({ task, name: names.get(task.ID) ?? name, node: nodes.get(task.ID) ?? '' }));
  const list = taskList(options, context.clock.now());
  printList(context, list, named, { format, quiet: options.quiet });
}
