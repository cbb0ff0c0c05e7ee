import type { CommandBody } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { forEachArgument } from '../../for-each-argument.ts';
import { printInspect } from '../../format/inspect.ts';
import { volumeCreate } from './create.ts';
import { volumeLs } from './ls.ts';
import { volumePrune } from './prune.ts';
import { volumeUpdate } from './update.ts';

const volumeInspect: CommandBody = (context, flags, args) =>
  printInspect(context, {
    refs: args,
    format: flags.string('format'),
    syntaxStatus: 64,
    fetch: async (ref) => ({ json: await call(context, { method: 'GET', path: `/volumes/${ref}` }), typeName: 'volume.Volume', keepsRaw: false }),
  });

const volumeRm: CommandBody = (context, flags, args) =>
  forEachArgument(context, args, (name) => call(context, { method: 'DELETE', path: `/volumes/${name}`, query: flags.bool('force') ? { force: '1' } : {} }));

/** The bodies of `docker volume *`, by path. */
export const volumeCommands: { readonly [path: string]: CommandBody } = {
  'volume create': volumeCreate,
  'volume inspect': volumeInspect,
  'volume ls': volumeLs,
  'volume prune': volumePrune,
  'volume rm': volumeRm,
  'volume update': volumeUpdate,
};
