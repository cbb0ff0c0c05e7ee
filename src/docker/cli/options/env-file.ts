import type { CommandContext } from '../command.ts';
import { CommandError } from '../command.ts';
import { readFile } from '../read-file.ts';
import { cut } from './cut.ts';
import type { Environment } from './env.ts';

/**
 * The pairs of a file: `K=V` verbatim, `K` from the environment (dropped when unset there, or when there is none to ask), `#`
 * comments (docker CLI pkg/kvfile, spec/cli.md §10). Throws CommandError: `invalid env file (F): no variable name on line '=x'`.
 */
export function parseEnvFile(name: string, text: string, environment: Environment | undefined): string[] {
  const refuse = (what: string): CommandError => new CommandError(`invalid env file (${name}): ${what}`);
  const variables: string[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const raw of lines) {
    const line = raw.replace(/\r$/, '').trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const { before: key, found } = cut(line, '=');
    if (key === '') throw refuse(`no variable name on line '${line}'`);
    if (/[ \t]/.test(key)) throw refuse(`variable '${key}' contains whitespaces`);
    const value = found ? undefined : environment?.[line];
    if (found) variables.push(line);
    else if (value !== undefined) variables.push(`${key}=${value}`);
  }
  return variables;
}

/** The pairs of all files, in order. Throws CommandError. */
export function readEnvFiles(context: Pick<CommandContext, 'files'>, names: readonly string[], environment: Environment | undefined): string[] {
  return names.flatMap((name) => {
    const read = readFile(context.files, name);
    if ('text' in read) return parseEnvFile(name, read.text, environment);
    throw new CommandError(read.problem.startsWith('open ') ? read.problem : `invalid env file (${name}): ${read.problem}`);
  });
}
