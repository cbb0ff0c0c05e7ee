import { type CommandBody, CommandError } from '../../command.ts';
import { connect, Detached } from '../../copy-stream.ts';
import { call, daemonMessage, EngineError, openStream } from '../../engine-call.ts';
import { attachedStreams, createContainer, helpHint, readBody } from './create.ts';
import { endOf } from './end-of.ts';
import { patient, waitForExit } from './wait-for-exit.ts';

/** An error of creating or starting, with its exit status: 125, or what a shell would say of the command (docker CLI container/run.go toStatusError). */
function failure(error: unknown): unknown {
  if (!(error instanceof EngineError) && !(error instanceof CommandError)) return error;
  const message = error instanceof EngineError ? daemonMessage(error) : error.message;
  if (/executable file not found|no such file or directory|system cannot find the file specified/.test(message)) return helpHint('run', message, 127);
  return helpHint('run', message, /permission denied|is a directory/.test(message) ? 126 : 125);
}

/** `docker run`: with -d prints the id, else shows the output and ends as the container does. */
export const containerRun: CommandBody = async (context, flags, args) => {
  const detach = flags.bool('detach');
  const asked = attachedStreams(flags);
  const attached = detach ? { stdin: false, stdout: false, stderr: false } : asked;
  const body = readBody(context, flags, args, attached, 'run');
  if (detach && flags.list('attach').length > 0) throw new CommandError('conflicting options: cannot specify both --attach and --detach');
  if (flags.bool('tty') && attached.stdin && (context.terminal === undefined || context.inputIsTerminal === false))
    throw new CommandError('the input device is not a TTY');
  let id: string;
  try {
    id = await createContainer(context, flags, args[0] ?? '', body);
  } catch (error) {
    throw failure(error);
  }
  const stream = detach
    ? undefined
    : await openStream(context, {
        method: 'POST',
        path: `/containers/${id}/attach`,
        query: {
          ...(attached.stderr ? { stderr: '1' } : {}),
          ...(attached.stdin ? { stdin: '1' } : {}),
          ...(attached.stdout ? { stdout: '1' } : {}),
          stream: '1',
        },
      });
  const ending = detach ? undefined : await waitForExit(patient(context), id, flags.bool('rm') ? 'removed' : 'next-exit');
  // Printed before the start, which may fail (docker CLI container/run.go waitDisplayID).
  if (detach) context.stdout.write(`${id}\n`);
  try {
    await call(context, { method: 'POST', path: `/containers/${id}/start` });
  } catch (error) {
    stream?.cancel();
    throw failure(error);
  }
  if (stream === undefined || ending === undefined) return 0;
  const tty = flags.bool('tty');
  const input = attached.stdin ? (tty ? 'keys' : 'lines') : 'none';
  try {
    return await endOf(context, id, connect(context, stream, input, flags.string('detach-keys')), ending, flags.bool('sig-proxy') && !tty);
  } catch (error) {
    // Whoever lets a new container go has not failed (docker CLI container/run.go).
    if (error instanceof Detached) return 0;
    throw error;
  }
};
