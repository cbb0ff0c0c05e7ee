import type { CommandBody } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { printInspect } from '../../format/inspect.ts';

/** `docker network inspect`. */
export const networkInspect: CommandBody = (context, flags, args) =>
  printInspect(context, {
    refs: args,
    format: flags.string('format'),
    syntaxStatus: 64,
    fetch: async (ref) => ({
      json: await call(context, { method: 'GET', path: `/networks/${ref}`, query: flags.bool('verbose') ? { verbose: 'true' } : {} }),
      typeName: 'network.Inspect',
      keepsRaw: true,
    }),
  });
