import type { CommandBody } from '../../command.ts';
import { serviceCreate } from './create.ts';
import { serviceInspect } from './inspect.ts';
import { serviceLogs } from './logs.ts';
import { serviceLs } from './ls.ts';
import { servicePs } from './ps.ts';
import { refusing } from './refusing.ts';
import { serviceRm } from './rm.ts';
import { serviceRollback } from './rollback.ts';
import { serviceScale } from './scale.ts';
import { serviceUpdate } from './update.ts';

/** The bodies of `docker service *`, by path. */
export const serviceCommands: { readonly [path: string]: CommandBody } = {
  'service create': refusing(serviceCreate),
  'service inspect': serviceInspect,
  'service logs': serviceLogs,
  'service ls': serviceLs,
  'service ps': servicePs,
  'service rm': serviceRm,
  'service rollback': serviceRollback,
  'service scale': serviceScale,
  'service update': refusing(serviceUpdate),
};
