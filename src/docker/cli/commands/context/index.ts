import type { CommandBody } from '../../command.ts';
import { contextInspect } from './inspect.ts';
import { contextLs } from './ls.ts';
import { contextRm } from './rm.ts';
import { contextShow } from './show.ts';
import { contextUse } from './use.ts';

/** The bodies of `docker context *`, by path. There is one context here, `default`: the engine of the host. */
export const contextCommands: { readonly [path: string]: CommandBody } = {
  'context inspect': contextInspect,
  'context ls': contextLs,
  'context rm': contextRm,
  'context show': contextShow,
  'context use': contextUse,
};
