import type { CommandBody } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { forEachArgument } from '../../for-each-argument.ts';

/** `docker node rm`. */
export const nodeRm: CommandBody = (context, flags, args) =>
  forEachArgument(context, args, (ref) => call(context, { method: 'DELETE', path: `/nodes/${ref}`, query: flags.bool('force') ? { force: '1' } : {} }));
