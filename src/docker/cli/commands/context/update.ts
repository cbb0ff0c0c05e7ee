import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { checkContextName, missingContext, storeContext, storedContext } from './context-store.ts';
import { readEndpoint } from './endpoint.ts';

/** `docker context update CONTEXT` (docker CLI context/update.go). */
export const contextUpdate: CommandBody = async (context, flags, args) => {
  const name = args[0] ?? '';
  checkContextName(name);
  const stored = storedContext(context, name);
  if (stored === undefined) throw new CommandError(missingContext(context, name));
  const endpoint = flags.changed('docker') ? readEndpoint(context, flags.list('docker')) : stored;
  const description = flags.string('description') === '' ? stored.description : flags.string('description');
  storeContext(context, { name, description, host: endpoint.host, skipTlsVerify: endpoint.skipTlsVerify });
  context.stdout.write(`${name}\n`);
  context.stderr.write(`Successfully updated context ${goQuote(name)}\n`);
  return 0;
};
