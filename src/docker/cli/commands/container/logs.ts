import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { copyOutput } from '../../copy-stream.ts';
import { get, openStream } from '../../engine-call.ts';
import { OptionError } from '../../options/option-error.ts';
import { parseTimestamp } from '../../options/timestamp.ts';
import type { ContainerAnswer } from './container-answer.ts';

function timestamp(context: CommandContext, name: string, text: string): { readonly [key: string]: string } {
  if (text === '') return {};
  try {
    return { [name]: parseTimestamp(text, context.clock.now()) };
  } catch (error) {
    if (error instanceof OptionError) throw new CommandError(`invalid value for "${name}": ${error.message}`);
    throw error;
  }
}

/** `docker logs`. */
export const containerLogs: CommandBody = async (context, flags, args) => {
  const container = await get<ContainerAnswer>(context, `/containers/${args[0] ?? ''}/json`);
  const stream = await openStream(context, {
    method: 'GET',
    path: `/containers/${container.Id}/logs`,
    query: {
      ...(flags.bool('details') ? { details: '1' } : {}),
      ...(flags.bool('follow') ? { follow: '1' } : {}),
      ...timestamp(context, 'since', flags.string('since')),
      stderr: '1',
      stdout: '1',
      tail: flags.string('tail'),
      ...(flags.bool('timestamps') ? { timestamps: '1' } : {}),
      ...timestamp(context, 'until', flags.string('until')),
    },
  });
  await copyOutput(context, stream);
  return 0;
};
