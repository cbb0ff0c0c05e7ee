import type { CommandBody } from '../../command.ts';
import { contextCreate } from './create.ts';
import { contextInspect } from './inspect.ts';
import { contextLs } from './ls.ts';
import { contextRm } from './rm.ts';
import { contextShow } from './show.ts';
import { contextUpdate } from './update.ts';
import { contextUse } from './use.ts';

/** The bodies of `docker context *`, by path. Besides `default`, the engine of the host, contexts name other hosts over ssh. */
export const contextCommands: { readonly [path: string]: CommandBody } = {
  'context create': contextCreate,
  'context inspect': contextInspect,
  'context ls': contextLs,
  'context rm': contextRm,
  'context show': contextShow,
  'context update': contextUpdate,
  'context use': contextUse,
};
