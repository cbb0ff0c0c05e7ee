import type { CommandBody } from '../../command.ts';
import { currentContext } from './context-store.ts';

/** `docker context show`: the name of the current context. */
export const contextShow: CommandBody = async (context) => {
  context.stdout.write(`${currentContext(context)}\n`);
  return 0;
};
