import { type CommandBody, CommandError } from '../../command.ts';
import { connect } from '../../copy-stream.ts';
import { get, openStream } from '../../engine-call.ts';
import type { ContainerAnswer } from './container-answer.ts';
import { endOf } from './end-of.ts';
import { patient, waitForExit } from './wait-for-exit.ts';

/** `docker attach`. */
export const containerAttach: CommandBody = async (context, flags, args) => {
  const name = args[0] ?? '';
  const waiting = waitForExit(patient(context), name, '');
  waiting.catch(() => undefined);
  const container = await get<ContainerAnswer>(context, `/containers/${name}/json`);
  if (container.State?.Running !== true) throw new CommandError('You cannot attach to a stopped container, start it first');
  if (container.State.Paused === true) throw new CommandError('You cannot attach to a paused container, unpause it first');
  if (container.State.Restarting === true) throw new CommandError('You cannot attach to a restarting container, wait until it is running');
  const input = !flags.bool('no-stdin') && container.Config?.OpenStdin === true;
  const stream = await openStream(context, {
    method: 'POST',
    path: `/containers/${name}/attach`,
    query: { stderr: '1', stdout: '1', stream: '1', ...(input ? { stdin: '1' } : {}) },
  });
  const tty = container.Config?.Tty === true;
  const shown = connect(context, stream, input ? (tty ? 'keys' : 'lines') : 'none', flags.string('detach-keys'));
  return endOf(context, name, shown, { status: async () => (await waiting).status() }, flags.bool('sig-proxy') && !tty);
};
