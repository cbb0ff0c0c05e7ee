import { cut } from './cut.ts';
import { OptionError } from './option-error.ts';

export type Environment = { readonly [name: string]: string | undefined };

/** One `--env` value: `K=V` as it is, `K` with the value of the CLI's environment, or bare when it has none. Throws OptionError. */
export function completeEnv(text: string, environment: Environment): string {
  const { before: name, found } = cut(text, '=');
  if (name === '') throw new OptionError(`invalid environment variable: ${text}`);
  const value = found ? undefined : environment[name];
  return value === undefined ? text : `${name}=${value}`;
}

/**
 * The variables of env files and flags as one list (docker CLI service/opts.go makeEnv): a later `K=` replaces an earlier
 * different `K=` and stands at the end; identical entries are kept twice.
 */
export function mergeEnv(variables: readonly string[]): string[] {
  let merged: string[] = [];
  for (const variable of variables) {
    const prefix = `${cut(variable, '=').before}=`;
    merged = merged.filter((other) => other === variable || !other.startsWith(prefix));
    merged.push(variable);
  }
  return merged;
}
