import type { CommandBody } from '../../command.ts';

/** The bodies of `docker context *`, by path. */
export const contextCommands: { readonly [path: string]: CommandBody } = {};
