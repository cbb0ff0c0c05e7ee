import type { CommandBody } from '../../command.ts';

/** `docker context show`: the name of the current context. */
export const contextShow: CommandBody = async (context) => {
  context.stdout.write('default\n');
  return 0;
};
