import type { Redirection } from 'unbash';
import type { TextSink } from '../cli/command.ts';
import { expandParts, expandText } from './expansion/words.ts';
import { TextInput } from './pipe.ts';
import { resolvePath } from './program.ts';
import type { CommandIo, ShellControl } from './shell-control.ts';
import { ShellError } from './shell-error.ts';

const NOWHERE: TextSink = { write: () => {} };

/** What one file of the playground may hold (characters). */
const MAX_FILE = 16_000_000;

/** The streams as a command's redirections make them. @throws ShellError, in bash's words, for files that cannot be opened */
export async function redirected(redirects: readonly Redirection[], io: CommandIo, shell: ShellControl): Promise<CommandIo> {
  let current = io;
  for (const redirect of redirects) {
    if (redirect.type === 'HereDoc') {
      const { body, delimiter, operator } = redirect;
      const text = body.parts && !delimiter?.quoted ? await expandParts(body.parts, shell.expansion(io)) : body.text;
      current = { ...current, keyboard: false, stdin: new TextInput(operator === '<<-' ? text.replace(/^\t+/gm, '') : text) };
      continue;
    }
    const target = redirect.target ? await expandText(redirect.target, shell.expansion(io)) : '';
    if (redirect.type === 'HereString') {
      current = { ...current, keyboard: false, stdin: new TextInput(`${target}\n`) };
      continue;
    }
    if (redirect.descriptor?.type === 'FileDescriptorVariable') throw new ShellError(`{${redirect.descriptor.name}}: not available in this shell`);
    const descriptor = redirect.descriptor?.value;
    switch (redirect.operator) {
      case '<':
      case '<>':
        current = { ...current, keyboard: false, stdin: new TextInput(readFile(target, shell)) };
        break;
      case '<&':
        break;
      case '>&':
        if (/^\d+$|^-$/.test(target)) current = connected(current, descriptor ?? 1, target === '-' ? NOWHERE : sinkOf(current, Number(target)));
        else current = connected(connected(current, 1, fileSink(target, false, io, shell)), 2, fileSink(target, true, io, shell));
        break;
      case '&>':
      case '&>>': {
        const sink = fileSink(target, redirect.operator === '&>>', io, shell);
        current = { ...connected(connected(current, 1, sink), 2, sink), terminal: undefined };
        break;
      }
      default: {
        current = connected(current, descriptor ?? 1, fileSink(target, redirect.operator === '>>', io, shell));
        if ((descriptor ?? 1) === 1 && target !== '/dev/tty' && target !== '/dev/stdout') current = { ...current, terminal: undefined };
      }
    }
  }
  return current;
}

function connected(io: CommandIo, descriptor: number, sink: TextSink): CommandIo {
  if (descriptor === 1) return { ...io, stdout: sink };
  if (descriptor === 2) return { ...io, stderr: sink };
  return { ...io, others: new Map(io.others).set(descriptor, sink) };
}

function sinkOf(io: CommandIo, descriptor: number): TextSink {
  const sink = descriptor === 1 ? io.stdout : descriptor === 2 ? io.stderr : io.others?.get(descriptor);
  if (!sink) throw new ShellError(`${descriptor}: Bad file descriptor`);
  return sink;
}

function readFile(target: string, shell: ShellControl): string {
  const path = resolvePath(shell.state.cwd, target);
  const text = shell.host.files.read(path);
  if (text === undefined) throw new ShellError(`${target}: ${shell.host.files.isFolder(path) ? 'Is a directory' : 'No such file or directory'}`);
  return text;
}

function fileSink(target: string, append: boolean, io: CommandIo, shell: ShellControl): TextSink {
  const { files } = shell.host;
  const path = resolvePath(shell.state.cwd, target);
  if (path === '/dev/null') return NOWHERE;
  if (path === '/dev/stdout' || path === '/dev/tty') return io.stdout;
  if (path === '/dev/stderr') return io.stderr;
  if (target === '') throw new ShellError(': No such file or directory');
  if (files.isFolder(path)) throw new ShellError(`${target}: Is a directory`);
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  if (!files.isFolder(folder)) throw new ShellError(`${target}: No such file or directory`);
  if (!append) files.write(path, '');
  let full = false;
  return {
    write: (part) => {
      const text = files.read(path) ?? '';
      if (text.length + part.length <= MAX_FILE) files.write(path, text + part);
      else if (!full) io.stderr.write(`bash: ${target}: No space left on device\n`);
      full ||= text.length + part.length > MAX_FILE;
    },
  };
}
