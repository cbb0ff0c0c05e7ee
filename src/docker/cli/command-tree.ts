import { assert } from '../../base/assert.ts';
import { type CommandRow, commandTable } from './command-table.ts';

/** The kinds of flag values; the word is also what the help shows after the flag (nothing for `bool`). */
export type FlagType = string;

/** One flag as docker defines it. */
export interface FlagDefinition {
  /** The path of the command that has it; empty for docker's own flags. */
  readonly command: string;
  readonly name: string;
  /** One letter, or empty. */
  readonly shorthand: string;
  readonly type: FlagType;
  /** As the help shows it; empty when it is the type's zero value. */
  readonly defaultText: string;
  /** The lowest API version that has the flag; undefined: all. */
  readonly minApi: string | undefined;
  readonly hidden: boolean;
  /** What follows `Flag --x has been deprecated, `; undefined: it is not. */
  readonly deprecation: string | undefined;
}

/** One word of the command tree. */
export interface CommandNode {
  /** All words but `docker`: `service ls`; the root's is empty. */
  readonly path: string;
  readonly name: string;
  /** The usage line as docker prints it after `Usage:  `. */
  readonly usage: string;
  /** Least and most positional arguments (Infinity: any number); undefined for a group. */
  readonly args: { readonly min: number; readonly max: number } | undefined;
  readonly minApi: string | undefined;
  /** When help shows it on an engine that reports its swarm status: on managers only, or on all nodes of a swarm. */
  readonly swarm: 'manager' | 'active' | undefined;
  /** Whether flags may follow positional arguments. */
  readonly interspersed: boolean;
  /** Other names of the last word. */
  readonly aliases: readonly string[];
  /** The path under which the body is registered: `container ls` for `ps`. */
  readonly body: string;
  readonly flags: readonly FlagDefinition[];
  /** In docker's order; empty for a leaf. */
  readonly subcommands: readonly CommandNode[];
}

function toFlag(command: string, text: string): FlagDefinition {
  const [name = '', shorthand = '', type = '', defaultText = '', minApi = '', deprecation = ''] = text.split('|');
  const hidden = name.startsWith('~');
  return {
    command,
    name: hidden ? name.slice(1) : name,
    shorthand,
    type,
    defaultText,
    minApi: minApi === '' ? undefined : minApi,
    hidden,
    deprecation: deprecation === '' ? undefined : deprecation,
  };
}

const rows = new Map(commandTable.map((row) => [row.path, row]));

function rowOf(path: string): CommandRow {
  const row = rows.get(path);
  assert(row !== undefined, `no command ${path}`);
  return row;
}

/** `inherited`: hidden flags of the groups above, which every command below understands. */
function toNode(row: CommandRow, inherited: readonly FlagDefinition[] = []): CommandNode {
  const prefix = row.path === '' ? '' : `${row.path} `;
  const words = row.path.split(' ');
  const command = row.like ?? row.path;
  const flags = [...(rowOf(command).flags ?? []).map((text) => toFlag(command, text)), ...inherited];
  return {
    path: row.path,
    name: words[words.length - 1] ?? '',
    usage: row.usage,
    args: row.args === undefined ? undefined : { min: row.args[0], max: row.args[1] < 0 ? Number.POSITIVE_INFINITY : row.args[1] },
    minApi: row.api,
    swarm: row.swarm === 'manager' || row.swarm === 'active' ? row.swarm : undefined,
    interspersed: row.stops !== true,
    aliases: row.aliases?.split(' ') ?? [],
    body: row.like ?? row.path,
    flags,
    subcommands: (row.subcommands ?? '')
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => toNode(rowOf(`${prefix}${word}`), row.path === '' ? [] : flags.filter((flag) => flag.hidden))),
  };
}

/** The whole tree of docker 28.2.2 (spec/cli.json). */
export const rootCommand: CommandNode = toNode(rowOf(''));

/** The subcommand with exactly this name or alias. */
export function subcommandOf(node: CommandNode, word: string): CommandNode | undefined {
  return node.subcommands.find((child) => child.name === word || child.aliases.includes(word));
}

/** All names of a command, in the order of the help's `Aliases:`; only the own one when there are no others. */
export function namesOf(node: CommandNode): readonly string[] {
  const canonical = rowOf(node.body);
  const parent = canonical.path.split(' ').slice(0, -1).join(' ');
  const own = (canonical.aliases?.split(' ') ?? []).map((alias) => `docker ${parent === '' ? '' : `${parent} `}${alias}`);
  const short = commandTable.filter((row) => row.like === canonical.path).map((row) => `docker ${row.path}`);
  return [`docker ${canonical.path}`, ...own, ...short];
}

/** Whether an API version such as `1.41` is lower than another. */
export function isOlderApi(version: string, than: string): boolean {
  const numbers = (text: string): readonly [number, number] => [Number(text.split('.')[0] ?? '0'), Number(text.split('.')[1] ?? '0')];
  const [major, minor] = numbers(version);
  const [thanMajor, thanMinor] = numbers(than);
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}
