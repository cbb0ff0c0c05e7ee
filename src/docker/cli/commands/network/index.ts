import type { CommandBody } from '../../command.ts';

/** The bodies of `docker network *`, by path. */
export const networkCommands: { readonly [path: string]: CommandBody } = {};
