import { Jump } from '../jump.ts';
import { resolvePath } from '../program.ts';
import type { CommandIo, ShellControl } from '../shell-control.ts';
import { type Builtin, complain } from './builtin.ts';

const SIGNALS = ['EXIT', 'HUP', 'INT', 'QUIT', 'TERM', 'ERR', 'DEBUG', 'RETURN', 'USR1', 'USR2'];

/** exit, return, break, continue, eval, source, exec, trap: what runs next. */
export const flowBuiltins: { readonly [name: string]: Builtin } = {
  exit: (shell, io, [status]) => {
    shell.state.status = statusOf(shell, io, 'exit', status);
    shell.state.exited = true;
    return shell.state.status;
  },
  logout: (shell, io, [status]) => {
    shell.state.status = statusOf(shell, io, 'logout', status);
    shell.state.exited = true;
    return shell.state.status;
  },
  return: (shell, io, [status]) => {
    if (shell.state.returns === 0) return complain(io, "return: can only `return' from a function or sourced script", 2);
    throw new Jump('return', statusOf(shell, io, 'return', status));
  },
  break: (_shell, _io, [levels]) => {
    throw new Jump('break', 0, Math.max(1, Number(levels ?? 1) || 1));
  },
  continue: (_shell, _io, [levels]) => {
    throw new Jump('continue', 0, Math.max(1, Number(levels ?? 1) || 1));
  },
  eval: (shell, io, args) => shell.text(args.join(' '), io),
  source,
  '.': source,
  exec: async (shell, io, args) => {
    if (args.length === 0) return 0;
    // A shell in a shell's place is still a shell.
    if (/^(?:\S*\/)?(?:ba|z|)sh$/.test(args[0] ?? '') && args.slice(1).every((arg) => /^-[il]+$/.test(arg))) return 0;
    shell.state.status = await shell.run(args, io, { functions: false });
    shell.state.exited = true;
    return shell.state.status;
  },
  trap: (shell, io, args) => {
    const { traps } = shell.state;
    if (args.length === 0 || args[0] === '-p') {
      for (const [signal, text] of traps) io.stdout.write(`trap -- '${text}' ${signal === 'EXIT' ? '' : 'SIG'}${signal}\n`);
      return 0;
    }
    const [text = '', ...names] = args[0] === '--' ? args.slice(1) : args;
    const resets = names.length === 0 || text === '-';
    for (const name of resets && names.length === 0 ? [text] : names) {
      const signal = name === '0' ? 'EXIT' : name === '2' ? 'INT' : name === '15' ? 'TERM' : name.toUpperCase().replace(/^SIG/, '');
      if (!SIGNALS.includes(signal)) return complain(io, `trap: ${name}: invalid signal specification`);
      if (resets) traps.delete(signal);
      else traps.set(signal, text);
    }
    return 0;
  },
};

function statusOf(shell: ShellControl, io: CommandIo, command: string, word: string | undefined): number {
  if (word === undefined) return shell.state.status;
  if (/^-?\d+$/.test(word)) return Number(word) & 255;
  return complain(io, `${command}: ${word}: numeric argument required`, 2);
}

async function source(shell: ShellControl, io: CommandIo, [path, ...args]: readonly string[]): Promise<number> {
  if (path === undefined) return complain(io, 'source: filename argument required', 2);
  const text = shell.host.files.read(resolvePath(shell.state.cwd, path));
  if (text === undefined) return complain(io, `${path}: No such file or directory`);
  const outer = shell.state.positional;
  if (args.length > 0) shell.state.positional = args;
  shell.state.returns++;
  try {
    return await shell.text(text, io);
  } catch (error) {
    if (error instanceof Jump && error.kind === 'return') return error.status;
    throw error;
  } finally {
    shell.state.positional = outer;
    shell.state.returns--;
  }
}
