import type { CommandBody } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { forEachArgument } from '../../for-each-argument.ts';
import { configCreate } from './create.ts';
import { configInspect } from './inspect.ts';
import { configLs } from './ls.ts';

const configRm: CommandBody = (context, _flags, args) => forEachArgument(context, args, (ref) => call(context, { method: 'DELETE', path: `/configs/${ref}` }));

/** The bodies of `docker config *`, by path. */
export const configCommands: { readonly [path: string]: CommandBody } = {
  'config create': configCreate,
  'config inspect': configInspect,
  'config ls': configLs,
  'config rm': configRm,
};
