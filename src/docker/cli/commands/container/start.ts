import { type CommandBody, CommandError } from '../../command.ts';
import { copyOutput } from '../../copy-stream.ts';
import { call, failureText, get, openStream } from '../../engine-call.ts';
import type { ContainerAnswer } from './container-answer.ts';
import { waitForExit } from './wait-for-exit.ts';

/** `docker start`: errors at once, and once more by name at the end; with -a it shows the output and ends as the container does. */
export const containerStart: CommandBody = async (context, flags, args) => {
  if (flags.bool('attach') || flags.bool('interactive')) {
    if (args.length > 1) throw new CommandError('you cannot start and attach multiple containers at once');
    const container = await get<ContainerAnswer>(context, `/containers/${args[0] ?? ''}/json`);
    const stream = await openStream(context, {
      method: 'POST',
      path: `/containers/${container.Id}/attach`,
      query: { stderr: '1', stdout: '1', stream: '1', ...(flags.bool('interactive') && container.Config?.OpenStdin === true ? { stdin: '1' } : {}) },
    });
    const ending = await waitForExit(context, container.Id, 'next-exit');
    await call(context, { method: 'POST', path: `/containers/${container.Id}/start` });
    await copyOutput(context, stream);
    return ending.status();
  }
  const failed: string[] = [];
  for (const name of args) {
    try {
      await call(context, { method: 'POST', path: `/containers/${name}/start` });
      context.stdout.write(`${name}\n`);
    } catch (error) {
      context.stderr.write(`${failureText(error)}\n`);
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new CommandError(`Error: failed to start containers: ${failed.join(', ')}`);
  return 0;
};
