import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { checkContextName, currentContext, defaultAddress, missingContext, storeContext, storedContext } from './context-store.ts';
import { type Endpoint, readEndpoint } from './endpoint.ts';

/** `docker context create CONTEXT`: a new endpoint, or a copy of another context's (docker CLI context/create.go). */
export const contextCreate: CommandBody = async (context, flags, args) => {
  const name = args[0] ?? '';
  checkContextName(name);
  if (storedContext(context, name) !== undefined) throw new CommandError(`context ${goQuote(name)} already exists`);
  const from = flags.string('from');
  let [endpoint, description]: [Endpoint, string] = [{ host: '', skipTlsVerify: false }, flags.string('description')];
  if (from !== '' || !flags.changed('docker')) {
    if (flags.list('docker').length > 0) throw new CommandError('cannot use --docker flag when --from is set');
    const source = from === '' ? currentContext(context) : from;
    const other = source === 'default' ? undefined : storedContext(context, source);
    if (source !== 'default' && other === undefined) throw new CommandError(missingContext(context, source));
    endpoint = other ?? { host: defaultAddress(context), skipTlsVerify: false };
    if (description === '') description = other?.description ?? '';
  } else endpoint = readEndpoint(context, flags.list('docker'));
  storeContext(context, { name, description, host: endpoint.host, skipTlsVerify: endpoint.skipTlsVerify });
  context.stdout.write(`${name}\n`);
  context.stderr.write(`Successfully created context ${goQuote(name)}\n`);
  return 0;
};
