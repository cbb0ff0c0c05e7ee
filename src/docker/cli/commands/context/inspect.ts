import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { printInspect } from '../../format/inspect.ts';
import { currentContext, defaultAddress, missingContext, type StoredContext, storageOf, storedContext } from './context-store.ts';

/** A context by name. Throws CommandError when there is none. */
function find(context: CommandContext, name: string): StoredContext {
  if (name === 'default') return { name, description: '', host: defaultAddress(context), skipTlsVerify: false };
  const stored = storedContext(context, name);
  if (stored === undefined) throw new CommandError(missingContext(context, name));
  return stored;
}

/** `docker context inspect [CONTEXT…]`: the current one when none is named. */
export const contextInspect: CommandBody = (context, flags, args) =>
  printInspect(context, {
    refs: args.length === 0 ? [currentContext(context)] : args,
    format: flags.string('format'),
    syntaxStatus: 64,
    fetch: async (ref) => {
      const { name, description, host, skipTlsVerify } = find(context, ref);
      return {
        json: {
          Name: name,
          Metadata: description === '' ? {} : { Description: description },
          Endpoints: { docker: { ...(host === '' ? {} : { Host: host }), SkipTLSVerify: skipTlsVerify } },
          TLSMaterial: {},
          Storage: storageOf(context, name),
        },
        typeName: 'context.contextWithTLSListing',
        keepsRaw: false,
      };
    },
  });
