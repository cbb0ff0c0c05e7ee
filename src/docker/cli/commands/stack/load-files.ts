import { type LoadedStack, loadStack } from '../../../compose/load-stack.ts';
import { parseStackFile } from '../../../compose/parse-stack-file.ts';
import { cleanPath } from '../../../compose/path.ts';
import { StackError } from '../../../compose/stack-error.ts';
import { type CommandContext, CommandError } from '../../command.ts';
import { readFile } from '../../read-file.ts';

/** Which command reads the files: they differ in how they print a forbidden key. */
export interface LoadOptions {
  readonly forDeploy: boolean;
  readonly skipInterpolation: boolean;
}

/** Reads the files of `-c` and loads them as one stack; prints warnings. Throws CommandError (docker CLI stack/loader). */
export async function loadFiles(context: CommandContext, names: readonly string[], options: LoadOptions): Promise<LoadedStack> {
  const [first] = names;
  if (first === undefined) throw new CommandError('Specify a Compose file (with --compose-file)');
  const workingDir = first === '-' && names.length === 1 ? context.files.resolve('.') : cleanPath(`${context.files.resolve(first)}/..`);
  const files = [];
  for (const name of names) files.push({ name, text: await readOne(context, name) });
  const result = loadStack(files, {
    env: context.env,
    workingDir,
    readFile: (path) => context.files.read(path),
    skipInterpolation: options.skipInterpolation,
  });
  for (const warning of result.warnings) context.stderr.write(logLine(context, warning));
  if ('error' in result) throw new CommandError(options.forDeploy ? result.error.deployMessage : result.error.message);
  return result;
}

/** The text of a file that is YAML: each is read and parsed before the next one is opened. */
async function readOne(context: CommandContext, name: string): Promise<string> {
  const text = name === '-' ? await context.stdin.readAll() : textOf(context, name);
  try {
    parseStackFile(text);
  } catch (error) {
    throw error instanceof StackError ? new CommandError(error.message) : error;
  }
  return text;
}

function textOf(context: CommandContext, name: string): string {
  const read = readFile(context.files, name);
  if ('problem' in read) throw new CommandError(read.problem);
  return read.text;
}

/** A warning as the CLI's logger writes it: coloured and short on a terminal, with keys otherwise (sirupsen/logrus). */
function logLine(context: CommandContext, message: string): string {
  if (context.terminal !== undefined) return `\u001b[33mWARN\u001b[0m[0000] ${message.padEnd(44)} \n`;
  const time = new Date(context.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
  return `time="${time}" level=warning msg="${message.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n`;
}
