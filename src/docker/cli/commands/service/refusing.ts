import { type CommandBody, CommandError } from '../../command.ts';
import { OptionError } from '../../options/option-error.ts';

/** A body whose values are checked once more after the flags were read: what is refused then ends the command with status 1. */
export function refusing(body: CommandBody): CommandBody {
  return async (context, flags, args) => {
    try {
      return await body(context, flags, args);
    } catch (error) {
      throw error instanceof OptionError ? new CommandError(error.message) : error;
    }
  };
}
