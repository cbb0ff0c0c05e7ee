import type { CommandBody } from '../../command.ts';

/** The bodies of `docker system *`, by path. */
export const systemCommands: { readonly [path: string]: CommandBody } = {};
