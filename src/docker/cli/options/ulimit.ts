import { compareText } from '../../../base/compare.ts';
import type { Ulimit } from '../../api/specs.ts';
import { cut } from './cut.ts';
import { parseInteger } from './go-integer.ts';
import { OptionError } from './option-error.ts';

const names: readonly string[] = [
  'core',
  'cpu',
  'data',
  'fsize',
  'locks',
  'memlock',
  'msgqueue',
  'nice',
  'nofile',
  'nproc',
  'rss',
  'rtprio',
  'rttime',
  'sigpending',
  'stack',
];

/** One `--ulimit` value `TYPE=SOFT[:HARD]`, -1 for unlimited (go-units ParseUlimit, spec/cli.md §10). Throws OptionError. */
export function parseUlimit(text: string): Ulimit {
  const { before: name, after: limits, found } = cut(text, '=');
  if (!found) throw new OptionError(`invalid ulimit argument: ${text}`);
  if (!names.includes(name)) throw new OptionError(`invalid ulimit type: ${name}`);
  const values = limits.split(':');
  if (values.length > 2) throw new OptionError(`too many limit value arguments - ${limits}, can only have up to two, \`soft[:hard]\``);
  const given = values[1] === undefined ? undefined : parseInteger(values[1]);
  const soft = parseInteger(values[0] ?? '');
  const hard = given ?? soft;
  if (hard !== -1 && soft === -1) throw new OptionError(`ulimit soft limit must be less than or equal to hard limit: soft: -1 (unlimited), hard: ${hard}`);
  if (hard !== -1 && soft > hard) throw new OptionError(`ulimit soft limit must be less than or equal to hard limit: ${soft} > ${hard}`);
  return { Name: name, Hard: hard, Soft: soft };
}

/** Ulimits as the API wants them: the last of a type wins, sorted by name. */
export function mergeUlimits(limits: readonly Ulimit[]): Ulimit[] {
  return [...new Map(limits.map((limit) => [limit.Name, limit])).values()].sort((a, b) => compareText(a.Name, b.Name));
}
