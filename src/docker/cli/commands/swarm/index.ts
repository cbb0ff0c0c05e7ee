import type { CommandBody } from '../../command.ts';

/** The bodies of `docker swarm *`, by path. */
export const swarmCommands: { readonly [path: string]: CommandBody } = {};
