import type { CommandBody } from '../../command.ts';
import { stackConfig } from './config.ts';
import { stackDeploy } from './deploy.ts';
import { stackLs } from './ls.ts';
import { stackPs } from './ps.ts';
import { stackRm } from './rm.ts';
import { stackServicesCommand } from './services.ts';

/** The bodies of `docker stack *`, by path. */
export const stackCommands: { readonly [path: string]: CommandBody } = {
  'stack config': stackConfig,
  'stack deploy': stackDeploy,
  'stack ls': stackLs,
  'stack ps': stackPs,
  'stack rm': stackRm,
  'stack services': stackServicesCommand,
};
