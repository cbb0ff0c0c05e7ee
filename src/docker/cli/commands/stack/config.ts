import { stackConfigYaml } from '../../../compose/config-yaml.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { loadFiles } from './load-files.ts';

/** `docker stack config`: what was read, as one file (stack.md §13). Asks the engine nothing. */
export async function stackConfig(context: CommandContext, flags: Flags): Promise<number> {
  const stack = await loadFiles(context, flags.list('compose-file'), { forDeploy: false, skipInterpolation: flags.bool('skip-interpolation') });
  context.stdout.write(stackConfigYaml(stack.config));
  return 0;
}
