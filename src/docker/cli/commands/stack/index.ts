import type { CommandBody } from '../../command.ts';

/** The bodies of `docker stack *`, by path. */
export const stackCommands: { readonly [path: string]: CommandBody } = {};
