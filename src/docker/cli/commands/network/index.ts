import type { CommandBody } from '../../command.ts';
import { networkConnect, networkDisconnect } from './connect.ts';
import { networkCreate } from './create.ts';
import { networkInspect } from './inspect.ts';
import { networkLs } from './ls.ts';
import { networkPrune } from './prune.ts';
import { networkRm } from './rm.ts';

/** The bodies of `docker network *`, by path. */
export const networkCommands: { readonly [path: string]: CommandBody } = {
  'network connect': networkConnect,
  'network create': networkCreate,
  'network disconnect': networkDisconnect,
  'network inspect': networkInspect,
  'network ls': networkLs,
  'network prune': networkPrune,
  'network rm': networkRm,
};
