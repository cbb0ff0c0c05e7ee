import { goQuote } from '../../../api/parse/go-number.ts';
import { CommandError } from '../../command.ts';

/** Refuses a stack name that is empty or only quotes and blanks; any other is left to the engine (docker CLI stack/common.go). */
export function checkStackNames(names: readonly string[]): void {
  for (const name of names) {
    if (name.replace(/^[\s\u0085"']+/, '') === '') throw new CommandError(`invalid stack name: ${goQuote(name)}`);
  }
}
