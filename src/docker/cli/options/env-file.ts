import { cut } from './cut.ts';
import type { Environment } from './env.ts';

/** An env file that can't be read as one: the text of the CLI, not of a flag. */
export class EnvFileError extends Error {
  override readonly name = 'EnvFileError';
}

/**
 * The variables of an env file: `K=V` verbatim, `K` from the environment (dropped when unset there), `#` comments
 * (docker CLI pkg/kvfile, spec/cli.md §10). Throws EnvFileError: `invalid env file (F): no variable name on line '=x'`.
 */
export function parseEnvFile(name: string, text: string, environment: Environment): string[] {
  const variables: string[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const raw of lines) {
    const line = raw.replace(/\r$/, '').trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const { before: key, found } = cut(line, '=');
    if (key === '') throw new EnvFileError(`invalid env file (${name}): no variable name on line '${line}'`);
    if (/[ \t]/.test(key)) throw new EnvFileError(`invalid env file (${name}): variable '${key}' contains whitespaces`);
    const value = found ? undefined : environment[line];
    if (found) variables.push(line);
    else if (value !== undefined) variables.push(`${key}=${value}`);
  }
  return variables;
}
