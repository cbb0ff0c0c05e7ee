import type { CommandBody } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { printInspect } from '../../format/inspect.ts';

/** `docker container inspect`. */
export const containerInspect: CommandBody = (context, flags, args) =>
  printInspect(context, {
    refs: args,
    format: flags.string('format'),
    syntaxStatus: 64,
    fetch: async (ref) => ({
      json: await call(context, { method: 'GET', path: `/containers/${ref}/json`, query: flags.bool('size') ? { size: '1' } : {} }),
      typeName: 'container.InspectResponse',
      keepsRaw: true,
    }),
  });
