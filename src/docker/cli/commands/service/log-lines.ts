import { compareText } from '../../../../base/compare.ts';
import type { CommandContext } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { cut } from '../../options/cut.ts';
import { IdResolver } from '../../resolve.ts';

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

/** Keys and values of details are escaped as in URLs. */
function unescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Turns the lines of `/services/{id}/logs` with their details into the lines people read (docker CLI service/logs.go). */
export class LogLines {
  private readonly prefixes = new Map<string, string>();
  private readonly resolver: IdResolver;

  constructor(
    private readonly context: CommandContext,
    private readonly options: LogLineOptions,
  ) {
    this.resolver = new IdResolver(context, options.noResolve);
  }

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
      const key = `com.docker.swarm.${what}.id`;
      const id = details.get(key);
      if (id === undefined) throw new CommandError(`missing ${what} id in details: map[${[...details].map((pair) => pair.join(':')).join(' ')}]`);
      details.delete(key);
      return id;
    };
    const prefix = await this.prefix(take('node'), take('service'), take('task'));
    const shown = [...details].map((pair) => pair.join('=')).sort(compareText);
    return `${time === undefined ? '' : `${time.before} `}${prefix}    | ${this.options.details ? `${shown.join(',')} ` : ''}${message}`;
  }

  private async prefix(nodeId: string, serviceId: string, taskId: string): Promise<string> {
    const known = this.prefixes.get(taskId);
    if (known !== undefined) return known;
    const { noTaskIds, noTrunc, slotWidth } = this.options;
    const node = await this.resolver.node(nodeId);
    const service = await this.resolver.service(serviceId);
    const task = await get<{ readonly ID: string; readonly Slot?: number }>(this.context, `/tasks/${taskId}`);
    const slot = String(task.Slot ?? 0);
    const id = noTaskIds ? '' : `.${noTrunc ? task.ID : task.ID.slice(0, 12)}`;
    const prefix = `${service}.${slot}${id}@${node}${' '.repeat(Math.max(0, slotWidth - slot.length))}`;
    this.prefixes.set(taskId, prefix);
    return prefix;
  }
}
