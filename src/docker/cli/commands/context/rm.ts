import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { writeDockerSetting } from '../../docker-config.ts';
import { currentContext, removeContext, storedContext } from './context-store.ts';

/** `docker context rm CONTEXT…`: the one in use only with -f, which also takes missing ones for removed (docker CLI context/remove.go). */
export const contextRm: CommandBody = async (context, flags, args) => {
  const errors: string[] = [];
  const current = currentContext(context);
  const force = flags.bool('force');
  for (const name of args) {
    if (name === 'default') errors.push('context "default" cannot be removed');
    else if (name === current && !force) errors.push(`context ${goQuote(name)} is in use, set -f flag to force remove`);
    else if (!force && storedContext(context, name) === undefined) errors.push(`context ${goQuote(name)} does not exist`);
    else {
      if (name === current) writeDockerSetting(context, 'currentContext', '');
      removeContext(context, name);
      context.stdout.write(`${name}\n`);
    }
  }
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
};
