import { type CommandBody, CommandError } from '../../command.ts';
import { printInspect } from '../../format/inspect.ts';
import { currentContext, engineAddress, missingContext } from './default-context.ts';

/** `docker context inspect [CONTEXT…]`: the current one when none is named. */
export const contextInspect: CommandBody = (context, flags, args) =>
  printInspect(context, {
    refs: args.length === 0 ? [currentContext(context)] : args,
    format: flags.string('format'),
    syntaxStatus: 64,
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
        typeName: 'context.contextWithTLSListing',
        keepsRaw: false,
      };
    },
  });
