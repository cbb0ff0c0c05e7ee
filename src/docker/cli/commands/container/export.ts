import { type CommandBody, CommandError } from '../../command.ts';
import { callFully } from '../../engine-call.ts';

/** `docker export`: the files of a container as a tar archive, into a file or on the standard output (docker CLI container/export.go). */
export const containerExport: CommandBody = async (context, flags, args) => {
  const path = flags.string('output');
  if (path === '' && context.terminal !== undefined) {
    throw new CommandError('cowardly refusing to save to a terminal. Use the -o flag or redirect');
  }
  const { body } = await callFully(context, { method: 'GET', path: `/containers/${args[0] ?? ''}/export` });
  const text = typeof body === 'string' ? body : '';
  if (path === '') context.stdout.write(text);
  else context.files.write(path, text);
  return 0;
};
