import type { CommandBody } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { alignTable } from '../../format/table.ts';

/** `docker top CONTAINER [ps options]`. */
export const containerTop: CommandBody = async (context, _flags, args) => {
  const [name = '', ...options] = args;
  const answer = await get<{ readonly Titles: readonly string[]; readonly Processes: readonly (readonly string[])[] | null }>(
    context,
    `/containers/${name}/top`,
    options.length === 0 ? {} : { ps_args: options.join(' ') },
  );
  const lines = [answer.Titles, ...(answer.Processes ?? [])].map((cells) => `${cells.join('\t')}\n`);
  context.stdout.write(alignTable(lines.join(''), 20));
  return 0;
};
