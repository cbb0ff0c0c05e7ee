import type { ServiceMode } from '../../../api/specs.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { failureText, get } from '../../engine-call.ts';
import { cut } from '../../options/cut.ts';
import { parseUint } from '../../options/go-integer.ts';
import { OptionError } from '../../options/option-error.ts';
import { waitOnService } from '../../progress/wait-on-service.ts';
import { servicePath } from '../../service-path.ts';
import { sendServiceUpdate } from './send-service.ts';
import type { ServiceAnswer } from './service-answer.ts';

/** Checks the arguments before any of them is used. Throws CommandError with the five lines of the real one. */
function checkArguments(args: readonly string[]): void {
  for (const arg of args) {
    const { before, after, found } = cut(arg, '=');
    if (found && before !== '' && after !== '') continue;
    throw new CommandError(
      `invalid scale specifier '${arg}'.\nSee 'docker service scale --help'.\n\n` +
        'Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]\n\nScale one or multiple replicated services',
    );
  }
}

/** The mode with another number: replicas, or for a job the total of completions, never what runs at once. */
function scaledMode(mode: ServiceMode, count: number): ServiceMode {
  if (mode.Replicated !== undefined) return { Replicated: { ...mode.Replicated, Replicas: count } };
  if (mode.ReplicatedJob !== undefined) return { ReplicatedJob: { ...mode.ReplicatedJob, TotalCompletions: count } };
  throw new CommandError('scale can only be used with replicated or replicated-job mode');
}

async function scaleOne(context: CommandContext, name: string, count: number): Promise<void> {
  const service = await get<ServiceAnswer>(context, servicePath(name), { insertDefaults: 'false' });
  const spec = { ...service.Spec, Mode: scaledMode(service.Spec.Mode, count) };
  await sendServiceUpdate(context, service, spec, {}, { queryRegistry: false, sendAuth: false });
}

/** `docker service scale SERVICE=REPLICAS…`: all are scaled, then each is waited for in turn; errors come last (spec/cli.md §8.4). */
export async function serviceScale(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  checkArguments(args);
  const failures: string[] = [];
  const scaled: string[] = [];
  const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failures.push(`${name}: ${failureText(error)}`);
    }
  };
  for (const arg of args) {
    const { before: name, after: text } = cut(arg, '=');
    await attempt(name, async () => {
      let count: number;
      try {
        count = parseUint(text, 10);
      } catch (error) {
        throw error instanceof OptionError ? new CommandError(`invalid replicas value ${text}: ${error.message}`) : error;
      }
      await scaleOne(context, name, count);
      context.stdout.write(`${name} scaled to ${count}\n`);
      scaled.push(name);
    });
  }
  if (!flags.bool('detach')) {
    for (const name of scaled) await attempt(name, () => waitOnService(context, name, { quiet: false, label: name }));
  }
  if (failures.length > 0) throw new CommandError(failures.join('\n'));
  return 0;
}
