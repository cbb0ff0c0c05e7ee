import { compareText } from '../../../../base/compare.ts';
import type { CommandContext } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { cut } from '../../options/cut.ts';
import { find, get } from './ask.ts';

/** How lines are decorated. */
export interface LogLineOptions {
  readonly noResolve: boolean;
  readonly noTrunc: boolean;
  readonly noTaskIds: boolean;
  readonly timestamps: boolean;
  readonly details: boolean;
  /** The number of digits that slots are padded to. */
  readonly slotWidth: number;
}

interface NodeAnswer {
  readonly Spec: { readonly Name?: string };
  readonly Description?: { readonly Hostname?: string };
}

const unescape = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const contextKey = (what: string): string => `com.docker.swarm.${what}.id`;

/** Turns the lines of `/services/{id}/logs` with their details into the lines people read (docker CLI service/logs.go). */
export class LogLines {
  private readonly prefixes = new Map<string, string>();
  private readonly names = new Map<string, string>();

  constructor(
    private readonly context: CommandContext,
    private readonly options: LogLineOptions,
  ) {}

  /** `[time ]details message\n` → `[time ]service.slot.task@node    | [details ]message\n`. Throws CommandError. */
  async format(line: string): Promise<string> {
    const time = this.options.timestamps ? cut(line, ' ') : undefined;
    const { before, after: message, found } = cut(time?.after ?? line, ' ');
    if (!found) throw new CommandError(`invalid context in log message: ${line}`);
    const details = new Map(
      before.split(',').map((pair) => {
        const { before: key, after: value } = cut(pair, '=');
        return [unescape(key), unescape(value)] as const;
      }),
    );
    const take = (what: string): string => {
      const id = details.get(contextKey(what));
      if (id === undefined) throw new CommandError(`missing ${what} id in details: map[${[...details].map(([key, value]) => `${key}:${value}`).join(' ')}]`);
      details.delete(contextKey(what));
      return id;
    };
    const prefix = await this.prefix(take('node'), take('service'), take('task'));
    const shown = [...details].map(([key, value]) => `${key}=${value}`).sort(compareText);
    return `${time === undefined ? '' : `${time.before} `}${prefix}    | ${this.options.details ? `${shown.join(',')} ` : ''}${message}`;
  }

  private async prefix(nodeId: string, serviceId: string, taskId: string): Promise<string> {
    const known = this.prefixes.get(taskId);
    if (known !== undefined) return known;
    const { context, options } = this;
    const node = await this.name(nodeId, () => this.nameOfNode(nodeId));
    const service = await this.name(serviceId, () => this.nameOfService(serviceId));
    const task = await get<{ readonly ID: string; readonly Slot?: number }>(context, `/tasks/${taskId}`);
    const slot = String(task.Slot ?? 0);
    const id = options.noTaskIds ? '' : `.${options.noTrunc ? task.ID : task.ID.slice(0, 12)}`;
    const prefix = `${service}.${slot}${id}@${node}${' '.repeat(Math.max(0, options.slotWidth - slot.length))}`;
    this.prefixes.set(taskId, prefix);
    return prefix;
  }

  /** A name for an id, asked for once; the id itself without resolving. */
  private async name(id: string, resolve: () => Promise<string>): Promise<string> {
    const name = this.options.noResolve ? id : (this.names.get(id) ?? (await resolve()));
    this.names.set(id, name);
    return name;
  }

  private async nameOfService(id: string): Promise<string> {
    const service = await find<{ readonly Spec: { readonly Name?: string } }>(this.context, `/services/${id}`, { insertDefaults: 'false' });
    return service?.Spec.Name ?? id;
  }

  private async nameOfNode(id: string): Promise<string> {
    const node = await find<NodeAnswer>(this.context, `/nodes/${id}`);
    const name = node?.Spec.Name ?? '';
    return name === '' ? (node?.Description?.Hostname ?? id) : name;
  }
}
