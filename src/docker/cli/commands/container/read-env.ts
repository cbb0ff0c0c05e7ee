import type { CommandContext, Flags } from '../../command.ts';
import { cut } from '../../options/cut.ts';
import { completeEnv } from '../../options/env.ts';
import { readEnvFiles } from '../../options/env-file.ts';

/**
 * Variables of `--env-file`, then of `--env`; null when there are none. Throws CommandError.
 * @param once of the flags' variables with one name only the last counts: so for new containers, not for `exec`
 */
export function readEnv(context: CommandContext, flags: Flags, once = false): readonly string[] | null {
  const given = flags.list('env').map((text) => completeEnv(text, context.env));
  const last = new Map(given.map((variable) => [cut(variable, '=').before, variable]));
  const all = [...readEnvFiles(context, flags.list('env-file'), context.env), ...(once ? last.values() : given)];
  return all.length === 0 ? null : all;
}
