import type { CommandContext } from './command.ts';
import { type CommandNode, type FlagDefinition, isOlderApi, namesOf, rootCommand } from './command-tree.ts';
import { commandSentence, flagSentence } from './help-words.ts';
import type { EngineGreeting } from './negotiate.ts';

const commonCommands = ['run', 'exec', 'ps', 'build', 'pull', 'push', 'images', 'login', 'logout', 'search', 'version', 'info'];

/** The sentence of a flag broken into lines as pflag breaks it (spec/cli.md §3). `column`: where it begins; `width`: of the terminal. */
export function wrapSentence(text: string, column: number, width: number): string {
  let indent = column;
  let room = width - indent;
  let result = '';
  if (room < 24) {
    indent = 16;
    room = width - indent;
    result = `\n${' '.repeat(indent)}`;
  }
  if (room < 24) return text;
  room -= 5;
  const slop = 5;
  const cut = (rest: string): readonly [string, string] => {
    if (room + slop > rest.length) return [rest, ''];
    const at = rest.lastIndexOf(' ', room - 1);
    return at <= 0 ? [rest, ''] : [rest.slice(0, at), rest.slice(at + 1)];
  };
  let [line, rest] = cut(text);
  result += line;
  while (rest !== '') {
    [line, rest] = cut(rest);
    result += `\n${' '.repeat(indent)}${line}`;
  }
  return result;
}

/** Flags that help only shows where the engine runs on Windows, or has its experiments on. */
const windowsFlags: ReadonlySet<string> = new Set(['cpu-count', 'cpu-percent', 'io-maxbandwidth', 'io-maxiops']);
const experimentalFlags: ReadonlySet<string> = new Set(['checkpoint', 'checkpoint-dir', 'squash']);

const zeroDefaults: { readonly [type: string]: readonly string[] } = { bool: ['false'], duration: ['0', '0s'], strings: ['[]'], ipNetSlice: [] };

function defaultSuffix(flag: FlagDefinition, home: string): string {
  const text = flag.defaultText.replace(/^~/, home);
  const zero = zeroDefaults[flag.type] ?? ['0', '<nil>', '[]', 'map[]'];
  if (text === '' || zero.includes(text)) return '';
  return ` (default ${flag.type === 'string' ? `"${text}"` : text})`;
}

function flagTable(flags: readonly FlagDefinition[], path: string, width: number, home: string): string {
  const shown = [...flags].sort((a, b) => (a.name < b.name ? -1 : 1));
  const head = (flag: FlagDefinition): string => {
    const letters = flag.shorthand === '' ? '      ' : `  -${flag.shorthand}, `;
    return `${letters}--${flag.name}${flag.type === 'bool' ? '' : ` ${flag.type}`}`;
  };
  const column = Math.max(...shown.map((flag) => head(flag).length)) + 3;
  return shown
    .map((flag) => `${head(flag).padEnd(column)}${wrapSentence(`${flagSentence(path, flag.name)}${defaultSuffix(flag, home)}`, column, width)}\n`)
    .join('');
}

/** Whether the engine's version knows the command or flag. */
const supported = (greeting: EngineGreeting, minApi: string | undefined): boolean => minApi === undefined || !isOlderApi(greeting.apiVersion, minApi);

/** Whether a command makes sense on this node, where the engine reports its swarm status. */
function fitsSwarm(greeting: EngineGreeting, node: CommandNode): boolean {
  if (greeting.swarm === undefined || node.swarm === undefined) return true;
  return node.swarm === 'manager' ? greeting.swarm === 'active/manager' : greeting.swarm !== 'inactive';
}

function commandList(nodes: readonly CommandNode[], pad: number): string {
  return [...nodes]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((node) => `  ${node.name.padEnd(pad)} ${commandSentence(node.path)}\n`)
    .join('');
}

/** The help of a command as `docker X --help` prints it; layout of spec/cli.md §3, sentences of our own. */
export function helpText(node: CommandNode, greeting: EngineGreeting, context: Pick<CommandContext, 'terminal' | 'env'>): string {
  const width = (context.terminal?.columns ?? 80) - 1;
  const home = context.env['HOME'] ?? '/root';
  const flags = node.flags.filter(
    (flag) => !flag.hidden && supported(greeting, flag.minApi) && !windowsFlags.has(flag.name) && (greeting.experimental || !experimentalFlags.has(flag.name)),
  );
  const children = node.subcommands.filter(
    (child) => supported(greeting, child.minApi) && fitsSwarm(greeting, child) && (greeting.experimental || child.path !== 'checkpoint'),
  );
  const names = node.path.includes(' ') || node.body !== node.path ? namesOf(node) : [];
  const parts = [`Usage:  ${node.usage}\n`, `${commandSentence(node.path)}\n`];
  if (names.length > 1) parts.push(`Aliases:\n  ${names.join(', ')}\n`);
  if (node === rootCommand) {
    const management = children.filter(
      (child) => child.subcommands.length > 0 || ['builder', 'checkpoint', 'manifest', 'plugin', 'trust'].includes(child.name),
    );
    const swarm = management.filter((child) => ['config', 'node', 'secret', 'service', 'stack', 'swarm'].includes(child.name));
    const common = children.filter((child) => commonCommands.includes(child.name));
    const others = children.filter((child) => !management.includes(child) && !common.includes(child));
    parts.push(`Common Commands:\n${common.map((child) => `  ${child.name.padEnd(11)} ${commandSentence(child.path)}\n`).join('')}`);
    parts.push(
      `Management Commands:\n${commandList(
        management.filter((child) => !swarm.includes(child)),
        11,
      )}`,
    );
    parts.push(`Swarm Commands:\n${commandList(swarm, 11)}`);
    parts.push(`Commands:\n${commandList(others, 11)}`);
    parts.push(`Global Options:\n${flagTable(flags, '', width, home)}`);
  } else {
    if (flags.length > 0) parts.push(`Options:\n${flagTable(flags, node.body, width, home)}`);
    if (children.length > 0) parts.push(`Commands:\n${commandList(children, 11)}`);
  }
  if (node.subcommands.length > 0) parts.push(`Run '${commandLine(node)} COMMAND --help' for more information on a command.\n`);
  if (node === rootCommand) parts.push('For more help on how to use Docker, head to https://docs.docker.com/go/guides/\n');
  return parts.join('\n');
}

/** `docker service ls`. */
export function commandLine(node: CommandNode): string {
  return node.path === '' ? 'docker' : `docker ${node.path}`;
}
