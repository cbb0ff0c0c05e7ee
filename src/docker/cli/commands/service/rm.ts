import type { CommandContext, Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { call, failureText } from '../../engine-call.ts';
import { servicePath } from '../../service-path.ts';

/** `docker service rm SERVICE…`: prints each name as typed; errors come after all that could be removed. */
export async function serviceRm(context: CommandContext, _flags: Flags, args: readonly string[]): Promise<number> {
  const failures: string[] = [];
  for (const name of args) {
    try {
      await call(context, { method: 'DELETE', path: servicePath(name) });
      context.stdout.write(`${name}\n`);
    } catch (error) {
      failures.push(failureText(error));
    }
  }
  if (failures.length > 0) throw new CommandError(failures.join('\n'));
  return 0;
}
