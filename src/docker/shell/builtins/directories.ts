import { resolvePath } from '../program.ts';
import type { CommandIo, ShellControl } from '../shell-control.ts';
import { type Builtin, complain } from './builtin.ts';

/** cd, pwd, pushd, popd, dirs. */
export const directoryBuiltins: { readonly [name: string]: Builtin } = {
  cd: (shell, io, args) => {
    const [target] = args.filter((arg) => arg !== '--' && arg !== '-P' && arg !== '-L');
    const { cwd, variables } = shell.state;
    if (args.length > 1 && target !== args[0] && args[0] !== '--' && !args[0]?.startsWith('-')) return complain(io, 'cd: too many arguments');
    const wanted = target === undefined ? (variables.get('HOME') ?? '/root') : target === '-' ? variables.get('OLDPWD') : target;
    if (wanted === undefined) return complain(io, 'cd: OLDPWD not set');
    const status = change(shell, io, 'cd', wanted);
    if (target === '-' && status === 0 && cwd !== shell.state.cwd) io.stdout.write(`${shell.state.cwd}\n`);
    return status;
  },
  pwd: (shell, io) => {
    io.stdout.write(`${shell.state.cwd}\n`);
    return 0;
  },
  pushd: (shell, io, [target]) => {
    const { cwd, folders } = shell.state;
    const [top] = folders;
    if (target === undefined && top === undefined) return complain(io, 'pushd: no other directory');
    const status = change(shell, io, 'pushd', target ?? top ?? cwd);
    if (status !== 0) return status;
    if (target === undefined) folders.shift();
    folders.unshift(cwd);
    return print(shell, io);
  },
  popd: (shell, io) => {
    const target = shell.state.folders.shift();
    if (target === undefined) return complain(io, 'popd: directory stack empty');
    const status = change(shell, io, 'popd', target);
    return status === 0 ? print(shell, io) : status;
  },
  dirs: (shell, io) => print(shell, io),
};

function change(shell: ShellControl, io: CommandIo, command: string, target: string): number {
  const { state, host } = shell;
  const path = resolvePath(state.cwd, target);
  if (!host.files.isFolder(path))
    return complain(io, `${command}: ${target}: ${host.files.read(path) === undefined ? 'No such file or directory' : 'Not a directory'}`);
  state.variables.set('OLDPWD', state.cwd);
  state.variables.set('PWD', path);
  state.cwd = path;
  return 0;
}

function print(shell: ShellControl, io: CommandIo): number {
  const home = shell.state.variables.get('HOME') ?? '/root';
  const short = (path: string): string => (path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path);
  io.stdout.write(`${[shell.state.cwd, ...shell.state.folders].map(short).join(' ')}\n`);
  return 0;
}
