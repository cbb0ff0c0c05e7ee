import type { JsonObject } from '../../../../base/json.ts';
import { CommandError } from '../../command.ts';
import { cut } from '../../options/cut.ts';
import { NumberError, parseInteger } from '../../options/go-integer.ts';

/** `--restart` of a container: `on-failure:3` (docker CLI opts.ParseRestartPolicy). The engine knows which names there are. Throws CommandError. */
export function restartPolicy(text: string): JsonObject {
  const { before: name, after: count, found } = cut(text, ':');
  if (found && name === '') throw new CommandError('invalid restart policy format: no policy provided before colon');
  try {
    return { Name: name, MaximumRetryCount: count === '' ? 0 : parseInteger(count) };
  } catch (error) {
    if (!(error instanceof NumberError)) throw error;
    throw new CommandError('invalid restart policy format: maximum retry count must be an integer');
  }
}
