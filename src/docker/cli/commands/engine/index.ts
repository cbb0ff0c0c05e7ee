import type { CommandBody } from '../../command.ts';
import { engineInfo } from './info.ts';
import { inspect } from './inspect.ts';
import { engineVersion } from './version.ts';

/** The commands about the engine as a whole and about objects of any kind, by path. */
export const engineCommands: { readonly [path: string]: CommandBody } = {
  inspect,
  'system info': engineInfo,
  version: engineVersion,
};
