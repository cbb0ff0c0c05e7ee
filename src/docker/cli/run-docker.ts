import { EngineUnreachable, Interrupted } from '../api/client.ts';
import { chooseEngine } from './choose-engine.ts';
import { type CommandBody, type CommandContext, CommandError } from './command.ts';
import { type CommandNode, isOlderApi, rootCommand, subcommandOf } from './command-tree.ts';
import { daemonMessage, EngineError } from './engine-call.ts';
import { FailingClient, NotInitialized } from './failing-client.ts';
import { commandLine, helpText } from './help.ts';
import { atVersion, type EngineGreeting, negotiate } from './negotiate.ts';
import { FlagError, type ParsedFlags, parseFlags } from './parse-flags.ts';
import { commands } from './registry.ts';
import { ShowHelp } from './show-help.ts';

/** What stands after `--version` and in `docker version`. */
export const clientVersion = { version: '28.2.2', build: 'e6534b4' };

/** `docker X Y` with what is left of its words after the subcommands were found. */
interface FoundCommand {
  readonly node: CommandNode;
  readonly words: readonly string[];
}

/** Where the first word stands that is neither a flag nor the value of one of these flags. */
function firstArgument(node: CommandNode, words: readonly string[]): number {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') return -1;
    if (!word.startsWith('-') || word === '-') return index;
    const flag = node.flags.find((one) => word === `--${one.name}` || (one.shorthand !== '' && word === `-${one.shorthand}`));
    if (flag !== undefined && flag.type !== 'bool') index += 1;
  }
  return -1;
}

/** Goes down the tree as cobra does: flags before a subcommand's name are handed on to it. */
export function findCommand(words: readonly string[]): FoundCommand {
  let node = rootCommand;
  let rest = words;
  for (;;) {
    const at = firstArgument(node, rest);
    const word = at < 0 ? undefined : rest[at];
    const child = word === undefined ? undefined : subcommandOf(node, word);
    if (child === undefined) return { node, words: rest };
    rest = [...rest.slice(0, at), ...rest.slice(at + 1)];
    node = child;
  }
}

function usageBlock(message: string, usage: string | undefined, hint: string): string {
  return `${message}\n\n${usage === undefined ? '' : `Usage:  ${usage}\n\n`}${hint}\n`;
}

/** The usage line of errors: a group shows no `COMMAND`. */
function errorUsage(node: CommandNode): string {
  if (node === rootCommand) return 'docker [OPTIONS] COMMAND [ARG...]';
  if (node.subcommands.length === 0) return node.usage;
  // Two groups are declared with the word that docker adds to the others' help only.
  const word = ['volume', 'manifest'].includes(node.path) ? ' COMMAND' : node.flags.length > 0 ? ' [OPTIONS]' : '';
  return `${commandLine(node)}${word}`;
}

/** The complaint about the number of arguments (docker CLI cli/required.go); undefined when it is right. */
function argumentFault(node: CommandNode, count: number): string | undefined {
  if (node.args === undefined) return undefined;
  const { min, max } = node.args;
  if (count >= min && count <= max) return undefined;
  const line = commandLine(node);
  const some = (number: number): string => `${number} ${number === 1 ? 'argument' : 'arguments'}`;
  const say = (what: string, hint: string): string => usageBlock(`docker: '${line}' ${what}`, node.usage, `${hint} '${line} --help' for more information`);
  if (min === 0 && max === 0) return say('accepts no arguments', 'Run');
  if (min === max) return say(`requires ${some(min)}`, 'Run');
  if (max === Number.POSITIVE_INFINITY) return say(`requires at least ${some(min)}`, 'See');
  // This word is misspelt in docker 28.2.2.
  if (min === 0) return say(`requires at most ${some(max)}`, 'SRun');
  return say(`requires at least ${min} and at most ${some(max)}`, 'Run');
}

/** Which other kind of daemon would know a flag; undefined: this one does (annotations ostype and experimental of docker CLI's flags). */
function flagOfOtherDaemon(body: string, flag: string): string | undefined {
  if (body === 'container start' && (flag === 'checkpoint' || flag === 'checkpoint-dir')) return 'with experimental features enabled';
  const windowsOnly = (body === 'container run' || body === 'container create') && ['cpu-count', 'cpu-percent', 'io-maxbandwidth', 'io-maxiops'].includes(flag);
  return windowsOnly ? 'running on windows, but the Docker daemon is running on linux' : undefined;
}

/** What the engine's version lacks of the command and its flags; undefined when it has all (docker CLI isSupported). */
function versionFault(node: CommandNode, parsed: ParsedFlags, greeting: EngineGreeting): string | undefined {
  const tooOld = (what: string, needed: string): string =>
    `${what} requires API version ${needed}, but the Docker daemon API version is ${greeting.apiVersion}`;
  const words = node.path.split(' ');
  let current: CommandNode | undefined = rootCommand;
  for (const word of words) {
    current = current === undefined ? undefined : subcommandOf(current, word);
    if (current?.minApi !== undefined && isOlderApi(greeting.apiVersion, current.minApi)) return tooOld(commandLine(node), current.minApi);
  }
  const faults = new Set<string>();
  for (const flag of [...parsed.given].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (flag.minApi !== undefined && isOlderApi(greeting.apiVersion, flag.minApi)) faults.add(tooOld(`"--${flag.name}"`, flag.minApi));
    const elsewhere = greeting.answered ? flagOfOtherDaemon(node.body, flag.name) : undefined;
    if (elsewhere !== undefined) faults.add(`"--${flag.name}" is only supported on a Docker daemon ${elsewhere}`);
  }
  return faults.size === 0 ? undefined : [...faults].join('\n');
}

/** Prints what ended a command, and its exit status. */
function reportFailure(context: CommandContext, error: unknown): number {
  if (error instanceof CommandError) {
    if (error.message !== '') context.stderr.write(`${error.message}\n`);
    return error.status;
  }
  if (error instanceof EngineError) {
    context.stderr.write(`${daemonMessage(error)}\n`);
    return 1;
  }
  if (error instanceof EngineUnreachable) {
    context.stderr.write(`${error.message}\n`);
    return 1;
  }
  if (error instanceof NotInitialized) {
    context.stderr.write(`Failed to initialize: ${error.message}\n`);
    return 1;
  }
  if (error instanceof Interrupted) return 130;
  throw error;
}

function showHelp(context: CommandContext, node: CommandNode, greeting: EngineGreeting): number {
  context.stdout.write(helpText(node, greeting, context));
  return 0;
}

async function runHelpCommand(context: CommandContext, words: readonly string[]): Promise<number> {
  const { node, words: rest } = findCommand(words.filter((word) => !word.startsWith('-')));
  if (rest.length > 0) {
    context.stderr.write(`unknown help topic: ${rest.join(' ')}\n`);
    return 1;
  }
  return showHelp(context, node, await negotiate(context));
}

async function runFound(context: CommandContext, found: FoundCommand, helpBefore: boolean): Promise<number> {
  const { node } = found;
  let parsed: ParsedFlags;
  try {
    // Behind an unknown word the root's flags are read all the same.
    parsed = parseFlags(node.flags, found.words, node.interspersed || node === rootCommand, context);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    context.stderr.write(usageBlock(error.message, errorUsage(node), `Run '${commandLine(node)} --help' for more information`));
    return 125;
  }
  for (const notice of parsed.notices) context.stdout.write(`${notice}\n`);
  const greeting = await negotiate(context);
  if (parsed.help || (helpBefore && !node.flags.some((flag) => flag.name === 'help'))) return showHelp(context, node, greeting);
  const unsupported = versionFault(node, parsed, greeting);
  if (unsupported !== undefined) throw new CommandError(unsupported);
  if (node.subcommands.length > 0) {
    const word = parsed.args[0];
    if (word === undefined) {
      context.stderr.write(helpText(node, greeting, context));
      return 0;
    }
    const line = commandLine(node);
    const usage = node === rootCommand ? undefined : errorUsage(node);
    context.stderr.write(usageBlock(`docker: unknown command: ${line} ${word}`, usage, `Run '${line} --help' for more information`));
    return 1;
  }
  const fault = argumentFault(node, parsed.args.length);
  if (fault !== undefined) {
    context.stderr.write(fault);
    return 1;
  }
  const body: CommandBody | undefined = commands[node.body];
  if (body === undefined) throw new CommandError(`'${commandLine(node)}' is not part of this playground`);
  try {
    return await body({ ...context, client: atVersion(context.client, greeting.apiVersion) }, parsed.flags, parsed.args);
  } catch (error) {
    if (error instanceof ShowHelp) return showHelp(context, node, greeting);
    throw error;
  }
}

/** What stood before the command word, or how it ended there. */
type GlobalFlags = { readonly status: number } | { readonly words: readonly string[]; readonly help: boolean; readonly context: CommandContext };

/** Reads the flags before the command word: they choose the engine and the folder of docker's own settings. Throws CommandError. */
function readGlobalFlags(context: CommandContext, argv: readonly string[]): GlobalFlags {
  let parsed: ParsedFlags;
  try {
    parsed = parseFlags(rootCommand.flags, argv, false, context);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    context.stderr.write(usageBlock(error.message, errorUsage(rootCommand), "Run 'docker --help' for more information"));
    return { status: 125 };
  }
  for (const notice of parsed.notices) context.stderr.write(`${notice}\n`);
  const { flags, help } = parsed;
  // Before a command, --version is passed over.
  if (!help && flags.bool('version') && parsed.args.length === 0) {
    context.stdout.write(`Docker version ${clientVersion.version}, build ${clientVersion.build}\n`);
    return { status: 0 };
  }
  const level = flags.string('log-level');
  if (!['debug', 'info', 'warn', 'warning', 'error', 'fatal', 'panic', 'trace'].includes(level.toLowerCase())) {
    throw new CommandError(`Unable to parse logging level: ${level}`);
  }
  const hosts = flags.list('host');
  if (hosts.length > 0 && flags.changed('context')) throw new CommandError('conflicting options: cannot specify both --host and --context');
  const settings = flags.changed('config') ? { DOCKER_CONFIG: flags.string('config') } : {};
  const named = { host: hosts[0], context: flags.changed('context') ? flags.string('context') : undefined };
  const inner = { ...context, named, env: { ...context.env, ...settings } };
  const client = hosts.length > 1 ? new FailingClient(new NotInitialized('unable to resolve docker endpoint: Specify only one -H')) : chooseEngine(inner);
  return { words: parsed.args, help, context: { ...inner, client } };
}

/**
 * One command line, without the word `docker`: resolves to its exit status (0; 1: refused; 125: bad flags; 130: Ctrl-C).
 * Rules and texts: spec/cli.md §1 and §2. Never rejects for anything an engine or a user can do.
 */
export async function runDocker(context: CommandContext, argv: readonly string[]): Promise<number> {
  try {
    const global = readGlobalFlags(context, argv);
    if ('status' in global) return global.status;
    const { words, help } = global;
    if (words[0] === 'help') return await runHelpCommand(global.context, words.slice(1));
    return await runFound(global.context, findCommand(words), help);
  } catch (error) {
    return reportFailure(context, error);
  }
}
