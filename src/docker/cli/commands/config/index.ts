import type { CommandBody } from '../../command.ts';

/** The bodies of `docker config *`, by path. */
export const configCommands: { readonly [path: string]: CommandBody } = {};
