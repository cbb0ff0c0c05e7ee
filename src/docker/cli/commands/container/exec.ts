import type { Json } from '../../../../base/json.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { connect } from '../../copy-stream.ts';
import { call, get, openStream, post } from '../../engine-call.ts';
import { readEnv } from './read-env.ts';

/** `docker exec`: ends with the status of the command. */
export const containerExec: CommandBody = async (context, flags, args) => {
  const [container = '', ...command] = args;
  const detach = flags.bool('detach');
  const tty = flags.bool('tty');
  const interactive = flags.bool('interactive') && !detach;
  const env = readEnv(context, flags);
  await get(context, `/containers/${container}/json`);
  if (tty && interactive && (context.terminal === undefined || context.inputIsTerminal === false)) throw new CommandError('the input device is not a TTY');
  const body: Json = {
    User: flags.string('user'),
    Privileged: flags.bool('privileged'),
    Tty: tty,
    AttachStdin: interactive,
    AttachStderr: !detach,
    AttachStdout: !detach,
    Detach: detach,
    DetachKeys: flags.string('detach-keys'),
    Env: env,
    WorkingDir: flags.string('workdir'),
    Cmd: command,
    ...(tty && context.terminal !== undefined ? { ConsoleSize: [context.terminal.rows, context.terminal.columns] } : {}),
  };
  const { Id: id } = await post<{ readonly Id: string }>(context, `/containers/${container}/exec`, {}, body);
  if (detach) {
    await call(context, { method: 'POST', path: `/exec/${id}/start`, body: { Detach: true, Tty: tty } });
    return 0;
  }
  const stream = await openStream(context, { method: 'POST', path: `/exec/${id}/start`, body: { Detach: false, Tty: tty } });
  await connect(context, stream, interactive ? (tty ? 'keys' : 'lines') : 'none', flags.string('detach-keys'));
  const { ExitCode: exitCode } = await get<{ readonly ExitCode?: number | null }>(context, `/exec/${id}/json`);
  return exitCode ?? 0;
};
