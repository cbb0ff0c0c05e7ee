// Writes src/docker/cli/command-table.ts from a description of docker's commands (the first argument: a JSON file with
// {commands: [{path, usage, aliases, args: {min, max}, minApi, swarm, interspersed, flags, hiddenFlags}]}).
import { readFileSync, writeFileSync } from 'node:fs';

const source = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const target = new URL('../docker/cli/command-table.ts', import.meta.url);
const bare = (path) => path.replace(/^docker ?/, '');

/** Flags that work without being shown: type and, where docker warns about them, what it says. */
const hidden = {
  time: ['int', 'use --timeout instead'],
  orchestrator: ['string', 'option will be ignored'],
  'kernel-memory': ['bytes', 'and no longer supported by the kernel'],
  name: ['string', ''],
  'dns-opt': ['list', ''],
  net: ['network', ''],
  'net-alias': ['list', ''],
};

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`;
const flagText = (flag) => {
  const fallback = Array.isArray(flag.default) ? '' : String(flag.default);
  return [flag.name, flag.shorthand ?? '', flag.type, fallback, flag.minApi ?? ''].join('|').replace(/\|+$/, '');
};
const hiddenText = (name) => `~${name}||${hidden[name][0]}|||${hidden[name][1]}`.replace(/\|+$/, '');
const flagsOf = (command) => [...command.flags.map(flagText), ...(command.hiddenFlags ?? []).map(hiddenText)];

/** Copying works both ways, and its usage has a line for each. */
const usageOf = ({ path, usage }) => (/ cp$/.test(path) ? `${usage}\n\t${path} [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH` : usage);

/** Commands that the description leaves out, as far as their arguments go: usage, arguments, flags. */
const others = {
  login: ['[OPTIONS] [SERVER]', [0, 1], ['password|p|string', 'password-stdin||bool|false', 'username|u|string']],
  logout: ['[SERVER]', [0, 1], []],
  search: ['[OPTIONS] TERM', [1, 1], ['filter|f|filter', 'format||string', 'limit||int|0', 'no-trunc||bool|false']],
};

const nodes = new Map();
for (const command of source.commands) {
  const path = bare(command.path);
  nodes.set(path, {
    path,
    usage: usageOf(command),
    args: command.args === null ? undefined : [command.args.min, command.args.max ?? -1],
    api: command.minApi ?? '',
    swarm: command.swarm,
    interspersed: command.interspersed,
    aliases: command.aliases.map(bare),
    subcommands: command.subcommands,
    flags: flagsOf(command),
  });
}
// A top-level word that is also a noun's verb (`docker ps`) is the same command under another name.
for (const node of [...nodes.values()]) {
  for (const alias of node.aliases) {
    if (alias.includes(' ')) continue;
    const short = nodes.get(alias) ?? { ...node, path: alias, usage: node.usage.replace(`docker ${node.path}`, `docker ${alias}`), aliases: [] };
    short.like = node.path;
    nodes.set(alias, short);
  }
}
for (const [path, node] of nodes) {
  if (node.like !== undefined) continue;
  for (const word of node.subcommands ?? []) {
    const child = path === '' ? word : `${path} ${word}`;
    const [usage, args, flags] = others[child] ?? ['[OPTIONS] [ARG...]', [0, -1], []];
    if (!nodes.has(child))
      nodes.set(child, { path: child, usage: `docker ${child} ${usage}`, args, api: '', interspersed: child in others, aliases: [], flags });
  }
}
const lines = [...nodes.values()].map((node) => {
  const parts = [`path: ${quoted(node.path)}`, `usage: ${quoted(node.usage)}`];
  if (node.args !== undefined) parts.push(`args: [${node.args.join(', ')}]`);
  if (node.api !== '') parts.push(`api: ${quoted(node.api)}`);
  if (node.swarm !== undefined && node.swarm !== '') parts.push(`swarm: ${quoted(node.swarm)}`);
  if (!node.interspersed) parts.push('stops: true');
  if (node.subcommands !== undefined) parts.push(`subcommands: ${quoted(node.subcommands.join(' '))}`);
  const own = node.aliases.filter((alias) => alias.split(' ').slice(0, -1).join(' ') === node.path.split(' ').slice(0, -1).join(' '));
  if (own.length > 0 && node.like === undefined && node.path.includes(' '))
    parts.push(`aliases: ${quoted(own.map((alias) => alias.split(' ').at(-1)).join(' '))}`);
  if (node.like !== undefined) parts.push(`like: ${quoted(node.like)}`);
  else if (node.flags.length > 0) {
    const texts = node.flags.map(quoted);
    const rows = [];
    let row = '';
    for (const text of texts) {
      if (row.length + text.length > 150) {
        rows.push(row);
        row = '';
      }
      row += `${row === '' ? '' : ' '}${text},`;
    }
    rows.push(row);
    return `  {\n    ${parts.join(', ')},\n    flags: [\n${rows.map((text) => `      ${text}`).join('\n')}\n    ],\n  },`;
  }
  return `  { ${parts.join(', ')} },`;
});

writeFileSync(
  target,
  `/** One command of docker 28.2.2. Written by src/node/make-command-table.mjs. */
export interface CommandRow {
  /** Without the word docker; the root is ''. */
  readonly path: string;
  readonly usage: string;
  /** How many positional arguments: least and most (-1: any number). Absent for groups. */
  readonly args?: readonly [number, number];
  /** The lowest API version that has the command. */
  readonly api?: string;
  /** When help shows it on an engine that reports its swarm status. Absent: always. */
  readonly swarm?: string;
  /** The first positional argument ends flag parsing. */
  readonly stops?: true;
  /** In docker's order, separated by blanks. */
  readonly subcommands?: string;
  readonly aliases?: string;
  /** The path of the command of which this is another name: same flags, same body. */
  readonly like?: string;
  /** \`name|shorthand|type|default|api|deprecation\`, trailing empty parts left out; a hidden flag begins with \`~\`. */
  readonly flags?: readonly string[];
}

export const commandTable: readonly CommandRow[] = [
${lines.join('\n')}
];
`,
);
