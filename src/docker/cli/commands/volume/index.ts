import type { CommandBody } from '../../command.ts';

/** The bodies of `docker volume *`, by path. */
export const volumeCommands: { readonly [path: string]: CommandBody } = {};
