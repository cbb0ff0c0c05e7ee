import type { CommandBody } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { forEachArgument } from '../../for-each-argument.ts';
import { secretCreate } from './create.ts';
import { secretInspect } from './inspect.ts';
import { secretLs } from './ls.ts';

const secretRm: CommandBody = (context, _flags, args) => forEachArgument(context, args, (ref) => call(context, { method: 'DELETE', path: `/secrets/${ref}` }));

/** The bodies of `docker secret *`, by path. */
export const secretCommands: { readonly [path: string]: CommandBody } = {
  'secret create': secretCreate,
  'secret inspect': secretInspect,
  'secret ls': secretLs,
  'secret rm': secretRm,
};
