import type { CommandBody } from '../../command.ts';

/** The bodies of `docker container *`, by path. */
export const containerCommands: { readonly [path: string]: CommandBody } = {};
