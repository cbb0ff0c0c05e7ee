import { type CommandBody, CommandError } from '../../command.ts';
import { connect, Detached } from '../../copy-stream.ts';
import { call, failureText, get, openStream } from '../../engine-call.ts';
import type { ContainerAnswer } from './container-answer.ts';
import { endOf } from './end-of.ts';
import { patient, waitForExit } from './wait-for-exit.ts';

/** `docker start`: errors at once, and once more by name at the end; with -a it shows the output and ends as the container does. */
export const containerStart: CommandBody = async (context, flags, args) => {
  if (flags.bool('attach') || flags.bool('interactive')) {
    if (args.length > 1) throw new CommandError('you cannot start and attach multiple containers at once');
    const container = await get<ContainerAnswer>(context, `/containers/${args[0] ?? ''}/json`);
    const input = flags.bool('interactive') && container.Config?.OpenStdin === true;
    const tty = container.Config?.Tty === true;
    const stream = await openStream(context, {
      method: 'POST',
      path: `/containers/${container.Id}/attach`,
      query: { stderr: '1', stdout: '1', stream: '1', ...(input ? { stdin: '1' } : {}) },
    });
    const ending = await waitForExit(patient(context), container.Id, 'next-exit');
    await call(context, { method: 'POST', path: `/containers/${container.Id}/start` });
    const shown = connect(context, stream, input ? (tty ? 'keys' : 'lines') : 'none', flags.string('detach-keys'));
    try {
      return await endOf(context, container.Id, shown, ending, !tty);
    } catch (error) {
      if (error instanceof Detached) return 0;
      throw error;
    }
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
