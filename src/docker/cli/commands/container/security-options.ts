import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandContext, CommandError } from '../../command.ts';
import { readFile } from '../../read-file.ts';

/** What `--security-opt` values become. */
export interface SecurityOptions {
  readonly options: readonly string[];
  /** `systempaths=unconfined`: nothing is masked, nothing is read-only. The engine does not see that option. */
  readonly unconfinedPaths: boolean;
}

const PATHS = 'systempaths=unconfined';

/** A seccomp profile as the engine wants it: its text without white space. Throws CommandError. */
function profile(context: CommandContext, path: string): string {
  const fail = (what: string, reason: string): CommandError => new CommandError(`${what} seccomp profile (${path}) failed: ${reason}`);
  const file = readFile(context.files, path);
  if ('problem' in file) throw fail('opening', file.problem);
  try {
    return `seccomp=${JSON.stringify(JSON.parse(file.text))}`;
  } catch {
    throw fail('compacting json for', jsonFault(file.text));
  }
}

/** What Go's encoding/json says of a text that is no JSON, for the faults that a wrong file has: nothing in it, or another kind of text. */
function jsonFault(text: string): string {
  const first = text.trimStart().charAt(0);
  if (first === '') return 'unexpected end of JSON input';
  return `invalid character '${first}' looking for beginning of value`;
}

/** Reads `--security-opt` values (docker CLI container/opts.go parseSecurityOpts). Throws CommandError. */
export function securityOptions(context: CommandContext, texts: readonly string[]): SecurityOptions {
  const options = texts.map((text) => {
    const separator = text.includes('=') || text === 'no-new-privileges' ? '=' : ':';
    const at = text.indexOf(separator);
    const key = at < 0 ? text : text.slice(0, at);
    const value = at < 0 ? '' : text.slice(at + 1);
    if (value === '' && key !== 'no-new-privileges') throw new CommandError(`Invalid --security-opt: ${goQuote(text)}`);
    return key === 'seccomp' && value !== 'builtin' && value !== 'unconfined' ? profile(context, value) : text;
  });
  return { options: options.filter((option) => option !== PATHS), unconfinedPaths: options.includes(PATHS) };
}
