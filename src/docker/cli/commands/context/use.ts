import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { missingContext } from './default-context.ts';

const namePattern = '^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$';

/** `docker context use CONTEXT` (docker CLI context/use.go). */
export const contextUse: CommandBody = async (context, _flags, args) => {
  const name = args[0] ?? '';
  if (args.length !== 1) throw new CommandError(`accepts 1 arg(s), received ${args.length}`);
  if (name === '') throw new CommandError('context name cannot be empty');
  if (name !== 'default') {
    if (!new RegExp(namePattern).test(name))
      throw new CommandError(`context name ${goQuote(name)} is invalid, names are validated against regexp ${goQuote(namePattern)}`);
    throw new CommandError(missingContext(context, name));
  }
  context.stdout.write('default\n');
  context.stderr.write('Current context is now "default"\n');
  return 0;
};
