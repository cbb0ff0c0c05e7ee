import { type CommandBody, CommandError } from '../../command.ts';
import { printInspect } from '../../format/inspect.ts';
import { engineAddress, missingContext } from './default-context.ts';

/** `docker context inspect [CONTEXT…]`: the current one when none is named. */
export const contextInspect: CommandBody = (context, flags, args) =>
  printInspect(context, {
    refs: args.length === 0 ? ['default'] : args,
    format: flags.string('format'),
    fetch: async (name) => {
      if (name !== 'default') throw new CommandError(missingContext(context, name));
      return {
        json: {
          Name: 'default',
          Metadata: {},
          Endpoints: { docker: { Host: engineAddress(context), SkipTLSVerify: false } },
          TLSMaterial: {},
          Storage: { MetadataPath: '<IN MEMORY>', TLSPath: '<IN MEMORY>' },
        },
        typeName: undefined,
        keepsRaw: false,
      };
    },
  });
