import type { JsonObject } from '../../../../base/json.ts';
import { Interrupted } from '../../../api/client.ts';
import { type CommandBody, type CommandContext, CommandError, type Flags } from '../../command.ts';
import { copyOutput, sendInput } from '../../copy-stream.ts';
import { call, daemonMessage, EngineError, openStream, post } from '../../engine-call.ts';
import { taggedName } from '../../format/image-name.ts';
import { EnvFileError } from '../../options/env-file.ts';
import { OptionError } from '../../options/option-error.ts';
import { printImageMessages, pullQuery } from '../image/pull-image.ts';
import { type Attached, containerBody } from './create-body.ts';

/** After Ctrl-C the container gets this long to end. */
const patienceMs = 10_000;

const helpHint = (command: 'run' | 'create', message: string, status: number): CommandError =>
  new CommandError(`docker: ${message}\n\nRun 'docker ${command} --help' for more information`, status);

/** The exit status of a container that could not be started (docker CLI container/run.go toStatusError). */
function startFailureStatus(message: string): number {
  if (/executable file not found|no such file or directory|system cannot find the file specified/.test(message)) return 127;
  if (/permission denied|is a directory/.test(message)) return 126;
  return 125;
}

async function pull(context: CommandContext, flags: Flags, image: string): Promise<void> {
  const { query } = pullQuery(image);
  const out = flags.bool('quiet') ? { write: () => undefined } : context.stderr;
  await printImageMessages(context, { path: '/images/create', query }, out);
}

/** Creates the container; fetches a missing image first unless told not to. Throws EngineError, CommandError. */
async function create(context: CommandContext, flags: Flags, image: string, body: JsonObject): Promise<string> {
  const policy = flags.string('pull');
  if (!['always', 'missing', 'never'].includes(policy))
    throw new CommandError(`invalid pull option: '${policy}': must be one of "always", "missing" or "never"`);
  const query = {
    ...(flags.string('name') === '' ? {} : { name: flags.string('name') }),
    ...(flags.string('platform') === '' ? {} : { platform: flags.string('platform') }),
  };
  const ask = async (): Promise<string> => {
    const answer = await post<{ readonly Id: string; readonly Warnings?: readonly string[] | null }>(context, '/containers/create', query, body);
    for (const warning of answer.Warnings ?? []) context.stderr.write(`WARNING: ${warning}\n`);
    return answer.Id;
  };
  if (policy === 'always') await pull(context, flags, image);
  try {
    return await ask();
  } catch (error) {
    const missing = error instanceof EngineError && error.status === 404 && error.message.startsWith('No such image');
    if (!missing || policy !== 'missing') throw error;
    if (!flags.bool('quiet')) context.stderr.write(`Unable to find image '${taggedName(image)}' locally\n`);
    await pull(context, flags, image);
    return ask();
  }
}

/** What a create refuses, in the words of `run` and `create`. */
function refusal(command: 'run' | 'create', error: unknown): unknown {
  if (error instanceof EngineError) return helpHint(command, daemonMessage(error), 125);
  if (error instanceof OptionError || error instanceof EnvFileError || error instanceof CommandError) return helpHint(command, error.message, 125);
  return error;
}

/** `docker create`: prints the id. */
export const containerCreate: CommandBody = async (context, flags, args) => {
  const [image = '', ...command] = args;
  try {
    const body = containerBody(context, flags, image, command, { stdin: flags.bool('interactive'), stdout: true, stderr: true });
    context.stdout.write(`${await create(context, flags, image, body)}\n`);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw refusal('create', error);
  }
  return 0;
};

/** `docker run`: with -d prints the id, else shows the output and ends as the container does. */
export const containerRun: CommandBody = async (context, flags, args) => {
  const [image = '', ...command] = args;
  const detach = flags.bool('detach');
  const given = flags.list('attach').map((stream) => stream.toLowerCase());
  const attached: Attached = detach
    ? { stdin: false, stdout: false, stderr: false }
    : given.length > 0
      ? { stdin: given.includes('stdin'), stdout: given.includes('stdout'), stderr: given.includes('stderr') }
      : { stdin: flags.bool('interactive'), stdout: true, stderr: true };
  if (flags.bool('tty') && attached.stdin && context.terminal === undefined) throw new CommandError('the input device is not a TTY');
  let id: string;
  try {
    id = await create(context, flags, image, containerBody(context, flags, image, command, attached));
  } catch (error) {
    throw refusal('run', error);
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
  // Asked without the signal: after Ctrl-C it is still to be known how the container ended.
  const ended = detach
    ? undefined
    : context.client.request({ method: 'POST', path: `/containers/${id}/wait`, query: { condition: flags.bool('rm') ? 'removed' : 'next-exit' } });
  ended?.catch(() => undefined);
  try {
    await call(context, { method: 'POST', path: `/containers/${id}/start` });
  } catch (error) {
    stream?.cancel();
    if (error instanceof EngineError) throw helpHint('run', daemonMessage(error), startFailureStatus(error.message));
    throw error;
  }
  if (stream === undefined || ended === undefined) {
    context.stdout.write(`${id}\n`);
    return 0;
  }
  if (attached.stdin) void sendInput(context, stream);
  const statusOf = async (): Promise<number> => {
    const { body } = await ended;
    return typeof body === 'object' && body !== null && 'StatusCode' in body && typeof body['StatusCode'] === 'number' ? body['StatusCode'] : 125;
  };
  try {
    await copyOutput(context, stream);
    return await statusOf();
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    await context.client.request({ method: 'POST', path: `/containers/${id}/kill`, query: { signal: 'INT' } });
    return Promise.race([statusOf(), context.clock.sleep(patienceMs).then(() => 130)]);
  }
};
