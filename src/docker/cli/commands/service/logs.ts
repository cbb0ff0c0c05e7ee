import { Interrupted } from '../../../api/client.ts';
import type { ContainerSpec } from '../../../api/specs.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { find, openStream } from '../../engine-call.ts';
import { OptionError } from '../../options/option-error.ts';
import { parseTimestamp } from '../../options/timestamp.ts';
import { servicePath } from '../../service-path.ts';
import { LogLines } from './log-lines.ts';
import type { ServiceAnswer } from './service-answer.ts';

interface TaskAnswer {
  readonly Slot?: number;
  readonly Spec: { readonly ContainerSpec?: ContainerSpec };
}

/** Where the logs are, whether they come from a terminal, and how wide slots are printed. */
interface Target {
  readonly path: string;
  readonly tty: boolean;
  readonly slotWidth: number;
}

async function findTarget(context: CommandContext, name: string): Promise<Target> {
  const service = await find<ServiceAnswer>(context, servicePath(name), { insertDefaults: 'false' });
  if (service !== undefined) {
    const replicas = service.Spec.Mode.Replicated?.Replicas;
    const tty = service.Spec.TaskTemplate.ContainerSpec?.TTY === true;
    return { path: `${servicePath(name)}/logs`, tty, slotWidth: replicas === undefined ? 1 : String(replicas).length };
  }
  const task = await find<TaskAnswer>(context, `/tasks/${name}`);
  if (task === undefined) throw new CommandError(`no such task or service: ${name}`);
  return { path: `/tasks/${name}/logs`, tty: task.Spec.ContainerSpec?.TTY === true, slotWidth: String(task.Slot ?? 0).length };
}

function logQuery(context: CommandContext, flags: Flags): { readonly [key: string]: string } {
  const on = (flag: string): { readonly [key: string]: string } => (flags.bool(flag) ? { [flag]: '1' } : {});
  const since = flags.string('since');
  try {
    return {
      // The details say which task a line is from.
      ...(flags.bool('details') || !flags.bool('raw') ? { details: '1' } : {}),
      ...on('follow'),
      ...(since === '' ? {} : { since: parseTimestamp(since, context.clock.now()) }),
      stderr: '1',
      stdout: '1',
      tail: flags.string('tail'),
      ...on('timestamps'),
    };
  } catch (error) {
    throw error instanceof OptionError ? new CommandError(`invalid value for "since": ${error.message}`) : error;
  }
}

/** `docker service logs [OPTIONS] SERVICE|TASK` (spec/cli.md §8.4): what the containers wrote, to the stream they wrote it to. */
export async function serviceLogs(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  const target = await findTarget(context, args[0] ?? '');
  const raw = flags.bool('raw');
  if (target.tty && !raw) throw new CommandError('tty service logs only supported with --raw');
  const stream = await openStream(context, { method: 'GET', path: target.path, query: logQuery(context, flags) });
  const lines = new LogLines(context, {
    noResolve: flags.bool('no-resolve'),
    noTrunc: flags.bool('no-trunc'),
    noTaskIds: flags.bool('no-task-ids'),
    timestamps: flags.bool('timestamps'),
    details: flags.bool('details'),
    slotWidth: target.slotWidth,
  });
  const stop = (): void => stream.cancel();
  context.signal.addEventListener('abort', stop);
  try {
    for await (const chunk of stream) {
      if (chunk.kind === 'json') continue;
      // moby api/pkg/stdcopy: the third stream carries the engine's own errors.
      if (chunk.kind === 'error') throw new CommandError(`error from daemon in stream: ${chunk.text.trimEnd()}`);
      const sink = chunk.kind === 'stderr' && !target.tty ? context.stderr : context.stdout;
      sink.write(raw ? chunk.text : await lines.format(chunk.text));
    }
  } finally {
    context.signal.removeEventListener('abort', stop);
  }
  if (context.signal.aborted) throw new Interrupted();
  return 0;
}
