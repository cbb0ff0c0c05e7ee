import type { Json } from '../../../../base/json.ts';
import { type CommandBody, type CommandContext, CommandError, type Flags } from '../../command.ts';
import { copyOutput, sendInput } from '../../copy-stream.ts';
import { call, get, openStream, post } from '../../engine-call.ts';
import { completeEnv } from '../../options/env.ts';
import { parseEnvFile } from '../../options/env-file.ts';

/** Variables of `--env-file`, then of `--env`; null when there are none. Throws CommandError. */
export function readEnv(context: CommandContext, flags: Flags): readonly string[] | null {
  const fromFiles = flags.list('env-file').flatMap((path) => {
    const text = context.files.read(path);
    if (text === undefined) throw new CommandError(`open ${path}: no such file or directory`);
    return parseEnvFile(path, text, context.env);
  });
  const all = [...fromFiles, ...flags.list('env').map((text) => completeEnv(text, context.env))];
  return all.length === 0 ? null : all;
}

/** `docker exec`: ends with the status of the command. */
export const containerExec: CommandBody = async (context, flags, args) => {
  const [container = '', ...command] = args;
  const detach = flags.bool('detach');
  const tty = flags.bool('tty');
  const interactive = flags.bool('interactive') && !detach;
  const env = readEnv(context, flags);
  await get(context, `/containers/${container}/json`);
  if (tty && interactive && context.terminal === undefined) throw new CommandError('the input device is not a TTY');
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
  if (interactive) void sendInput(context, stream);
  await copyOutput(context, stream);
  const { ExitCode: exitCode } = await get<{ readonly ExitCode?: number | null }>(context, `/exec/${id}/json`);
  return exitCode ?? 0;
};
