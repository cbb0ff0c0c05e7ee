import type { CommandBody } from '../../command.ts';

/** The bodies of `docker secret *`, by path. */
export const secretCommands: { readonly [path: string]: CommandBody } = {};
