import type { CommandBody } from '../../command.ts';
import { systemEvents } from './events.ts';
import { systemDf } from './system-df.ts';
import { systemPrune } from './system-prune.ts';

/** The bodies of `docker system *`, by path. */
export const systemCommands: { readonly [path: string]: CommandBody } = {
  'system df': systemDf,
  'system events': systemEvents,
  'system prune': systemPrune,
};
