import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandBody, CommandError } from '../../command.ts';

/** `docker context rm CONTEXT…`: none can be removed here; with -f, missing ones count as removed. */
export const contextRm: CommandBody = async (context, flags, args) => {
  const errors: string[] = [];
  for (const name of args) {
    if (name === 'default') errors.push('context "default" cannot be removed');
    else if (flags.bool('force')) context.stdout.write(`${name}\n`);
    else errors.push(`context ${goQuote(name)} does not exist`);
  }
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
};
