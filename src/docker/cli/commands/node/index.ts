import type { CommandBody } from '../../command.ts';
import { nodeInspect } from './inspect.ts';
import { nodeLs } from './ls.ts';
import { nodeDemote, nodePromote } from './promote.ts';
import { nodePs } from './ps.ts';
import { nodeRm } from './rm.ts';
import { nodeUpdate } from './update.ts';

/** The bodies of `docker node *`, by path. */
export const nodeCommands: { readonly [path: string]: CommandBody } = {
  'node demote': nodeDemote,
  'node inspect': nodeInspect,
  'node ls': nodeLs,
  'node promote': nodePromote,
  'node ps': nodePs,
  'node rm': nodeRm,
  'node update': nodeUpdate,
};
