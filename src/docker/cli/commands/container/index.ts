import type { CommandBody } from '../../command.ts';
import { containerAttach } from './attach.ts';
import { containerCp } from './cp.ts';
import { containerCreate } from './create.ts';
import { containerExec } from './exec.ts';
import { containerExport } from './export.ts';
import { containerInspect } from './inspect.ts';
import {
  containerDiff,
  containerKill,
  containerPause,
  containerRename,
  containerRestart,
  containerRm,
  containerStop,
  containerUnpause,
  containerWait,
} from './lifecycle.ts';
import { containerLogs } from './logs.ts';
import { containerPort } from './port.ts';
import { containerPrune } from './prune.ts';
import { containerLs } from './ps.ts';
import { containerRun } from './run.ts';
import { containerStart } from './start.ts';
import { containerStats } from './stats.ts';
import { containerTop } from './top.ts';
import { containerUpdate } from './update.ts';

/** The bodies of `docker container *`, by path. */
export const containerCommands: { readonly [path: string]: CommandBody } = {
  'container attach': containerAttach,
  'container cp': containerCp,
  'container create': containerCreate,
  'container diff': containerDiff,
  'container exec': containerExec,
  'container export': containerExport,
  'container inspect': containerInspect,
  'container kill': containerKill,
  'container logs': containerLogs,
  'container ls': containerLs,
  'container pause': containerPause,
  'container port': containerPort,
  'container prune': containerPrune,
  'container rename': containerRename,
  'container restart': containerRestart,
  'container rm': containerRm,
  'container run': containerRun,
  'container start': containerStart,
  'container stats': containerStats,
  'container stop': containerStop,
  'container top': containerTop,
  'container unpause': containerUnpause,
  'container update': containerUpdate,
  'container wait': containerWait,
};
