import type { CommandBody } from '../../command.ts';
import { swarmCa } from './ca.ts';
import { swarmInit } from './init.ts';
import { swarmJoin } from './join.ts';
import { swarmJoinToken } from './join-token.ts';
import { swarmLeave } from './leave.ts';
import { swarmUnlock } from './unlock.ts';
import { swarmUnlockKey } from './unlock-key.ts';
import { swarmUpdate } from './update.ts';

/** The bodies of `docker swarm *`, by path. */
export const swarmCommands: { readonly [path: string]: CommandBody } = {
  'swarm ca': swarmCa,
  'swarm init': swarmInit,
  'swarm join': swarmJoin,
  'swarm join-token': swarmJoinToken,
  'swarm leave': swarmLeave,
  'swarm unlock': swarmUnlock,
  'swarm unlock-key': swarmUnlockKey,
  'swarm update': swarmUpdate,
};
