import { type CommandBody, type CommandContext, CommandError, type Flags } from '../../command.ts';
import { call, EngineError, failureText, get, post } from '../../engine-call.ts';
import { forEachArgument } from '../../for-each-argument.ts';
import { waitForExit } from './wait-for-exit.ts';

/** `t` and `signal` of stop and restart. */
function stopQuery(flags: Flags): { readonly [key: string]: string } {
  const seconds = flags.changed('timeout') ? flags.int('timeout') : flags.changed('time') ? flags.int('time') : undefined;
  if (flags.changed('timeout') && flags.changed('time')) throw new CommandError('conflicting options: cannot specify both --timeout and --time');
  return { ...(flags.string('signal') === '' ? {} : { signal: flags.string('signal') }), ...(seconds === undefined ? {} : { t: String(seconds) }) };
}

const act = (context: CommandContext, name: string, verb: string, query: { readonly [key: string]: string } = {}): Promise<unknown> =>
  call(context, { method: 'POST', path: `/containers/${name}/${verb}`, query });

/** `docker stop`. */
export const containerStop: CommandBody = (context, flags, args) => forEachArgument(context, args, (name) => act(context, name, 'stop', stopQuery(flags)));

/** `docker restart`. */
export const containerRestart: CommandBody = (context, flags, args) =>
  forEachArgument(context, args, (name) => act(context, name, 'restart', stopQuery(flags)));

/** `docker kill`. */
export const containerKill: CommandBody = (context, flags, args) =>
  forEachArgument(context, args, (name) => act(context, name, 'kill', flags.string('signal') === '' ? {} : { signal: flags.string('signal') }));

/** `docker pause`. */
export const containerPause: CommandBody = (context, _flags, args) => forEachArgument(context, args, (name) => act(context, name, 'pause'));

/** `docker unpause`. */
export const containerUnpause: CommandBody = (context, _flags, args) => forEachArgument(context, args, (name) => act(context, name, 'unpause'));

/** `docker rm`: with -f one that is missing is only reported. */
export const containerRm: CommandBody = async (context, flags, args) => {
  const query = {
    ...(flags.bool('force') ? { force: '1' } : {}),
    ...(flags.bool('link') ? { link: '1' } : {}),
    ...(flags.bool('volumes') ? { v: '1' } : {}),
  };
  const errors: string[] = [];
  for (const arg of args) {
    const name = arg.replace(/^\/+|\/+$/g, '');
    try {
      if (name === '') throw new CommandError('container name cannot be empty');
      await call(context, { method: 'DELETE', path: `/containers/${name}`, query });
      context.stdout.write(`${arg}\n`);
    } catch (error) {
      const text = failureText(error);
      if (flags.bool('force') && error instanceof EngineError && error.status === 404) context.stderr.write(`${text}\n`);
      else errors.push(text);
    }
  }
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
};

/** `docker wait`: the exit code of each. */
export const containerWait: CommandBody = async (context, _flags, args) => {
  const errors: string[] = [];
  for (const name of args) {
    try {
      context.stdout.write(`${await (await waitForExit(context, name, '')).status()}\n`);
    } catch (error) {
      errors.push(failureText(error));
    }
  }
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
};

/** `docker rename`. */
export const containerRename: CommandBody = async (context, _flags, args) => {
  const [from = '', to = ''] = args.map((arg) => arg.trim());
  if (from === '' || to === '') throw new CommandError('Error: Neither old nor new names may be empty');
  try {
    await post(context, `/containers/${from}/rename`, { name: to });
  } catch (error) {
    context.stderr.write(`${failureText(error)}\n`);
    throw new CommandError(`Error: failed to rename container named ${from}`);
  }
  return 0;
};

/** `docker diff`: kind and path of each change. */
export const containerDiff: CommandBody = async (context, _flags, args) => {
  if (args[0] === '') throw new CommandError('Container name cannot be empty');
  const changes = await get<readonly { readonly Kind: number; readonly Path: string }[] | null>(context, `/containers/${args[0] ?? ''}/changes`);
  for (const change of changes ?? []) context.stdout.write(`${['C', 'A', 'D'][change.Kind] ?? '?'} ${change.Path}\n`);
  return 0;
};
