import type { CommandBody } from '../../command.ts';

/** The bodies of `docker service *`, by path. */
export const serviceCommands: { readonly [path: string]: CommandBody } = {};
