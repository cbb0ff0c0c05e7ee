import type { CommandBody } from './command.ts';
import { configCommands } from './commands/config/index.ts';
import { containerCommands } from './commands/container/index.ts';
import { contextCommands } from './commands/context/index.ts';
import { engineCommands } from './commands/engine/index.ts';
import { imageCommands } from './commands/image/index.ts';
import { networkCommands } from './commands/network/index.ts';
import { nodeCommands } from './commands/node/index.ts';
import { plugin } from './commands/plugin.ts';
import { secretCommands } from './commands/secret/index.ts';
import { serviceCommands } from './commands/service/index.ts';
import { stackCommands } from './commands/stack/index.ts';
import { swarmCommands } from './commands/swarm/index.ts';
import { systemCommands } from './commands/system/index.ts';
import { volumeCommands } from './commands/volume/index.ts';

/** Every command that does something, by its path without the word docker: `service ls`. Names like `ps` stand under `container ls`. */
export const commands: { readonly [path: string]: CommandBody } = {
  ...swarmCommands,
  ...nodeCommands,
  ...serviceCommands,
  ...stackCommands,
  ...containerCommands,
  ...imageCommands,
  ...networkCommands,
  ...volumeCommands,
  ...secretCommands,
  ...configCommands,
  ...systemCommands,
  ...contextCommands,
  ...engineCommands,
  plugin,
};
