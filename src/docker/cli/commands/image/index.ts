import type { CommandBody } from '../../command.ts';

/** The bodies of `docker image *`, by path. */
export const imageCommands: { readonly [path: string]: CommandBody } = {};
