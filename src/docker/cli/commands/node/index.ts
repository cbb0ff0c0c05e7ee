import type { CommandBody } from '../../command.ts';

/** The bodies of `docker node *`, by path. */
export const nodeCommands: { readonly [path: string]: CommandBody } = {};
