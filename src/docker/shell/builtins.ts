import { Jump } from './jump.ts';
import { resolvePath } from './program.ts';
import type { ShellHost, ShellIo } from './shell.ts';
import type { ShellState } from './state.ts';
import { testExpression } from './test-command.ts';

/** The shell as its own commands see it. */
export interface ShellControl {
  readonly host: ShellHost;
  readonly state: ShellState;
  text(text: string, io: ShellIo): Promise<number>;
}

/** A command that works on the shell itself. */
export type Builtin = (shell: ShellControl, io: ShellIo, args: readonly string[]) => Promise<number> | number;

const NAME = /^[A-Za-z_]\w*$/;

/** The shell's own commands by name. */
export const builtins: { readonly [name: string]: Builtin } = {
  ':': () => 0,
  true: () => 0,
  false: () => 1,
  cd: (shell, io, [target]) => {
    const { state } = shell;
    const wanted = target === undefined ? (state.variables.get('HOME') ?? '/root') : target === '-' ? (state.variables.get('OLDPWD') ?? state.cwd) : target;
    const path = resolvePath(state.cwd, wanted);
    if (!shell.host.files.isFolder(path)) {
      io.stderr.write(`bash: cd: ${target}: ${shell.host.files.read(path) === undefined ? 'No such file or directory' : 'Not a directory'}\n`);
      return 1;
    }
    state.variables.set('OLDPWD', state.cwd);
    state.variables.set('PWD', path);
    state.cwd = path;
    return 0;
  },
  pwd: (shell, io) => {
    io.stdout.write(`${shell.state.cwd}\n`);
    return 0;
  },
  export: (shell, io, args) => {
    if (args.length === 0)
      for (const name of [...shell.state.exported].sort()) io.stdout.write(`declare -x ${name}="${shell.state.variables.get(name) ?? ''}"\n`);
    return assign('export', shell, io, args, true);
  },
  local: (shell, io, args) => assign('local', shell, io, args, false),
  declare: (shell, io, args) =>
    assign(
      'declare',
      shell,
      io,
      args.filter((arg) => !arg.startsWith('-')),
      false,
    ),
  readonly: (shell, io, args) => assign('readonly', shell, io, args, false),
  unset: (shell, _io, args) => {
    for (const name of args) {
      shell.state.variables.delete(name);
      shell.state.exported.delete(name);
      shell.state.functions.delete(name);
    }
    return 0;
  },
  set: (shell, io, args) => {
    if (args.length === 0) for (const name of [...shell.state.variables.keys()].sort()) io.stdout.write(`${name}=${shell.state.variables.get(name)}\n`);
    return 0;
  },
  shift: (shell, _io, [count]) => {
    shell.state.positional = shell.state.positional.slice(Number(count ?? 1));
    return 0;
  },
  read: async (shell, io, args) => {
    const names = args.filter((arg) => !arg.startsWith('-'));
    const line = await io.stdin.readLine();
    const words = (line ?? '').trim().split(/[ \t]+/);
    const targets = names.length > 0 ? names : ['REPLY'];
    targets.forEach((name, i) => {
      shell.state.variables.set(name, (i === targets.length - 1 ? words.slice(i).join(' ') : words[i]) ?? '');
    });
    return line === undefined ? 1 : 0;
  },
  eval: (shell, io, args) => shell.text(args.join(' '), io),
  source: sourceFile,
  '.': sourceFile,
  exit: (shell, _io, [status]) => {
    shell.state.exited = true;
    return status === undefined ? shell.state.status : Number(status) & 255;
  },
  logout: (shell) => {
    shell.state.exited = true;
    return 0;
  },
  return: (shell, _io, [status]) => {
    throw new Jump('return', status === undefined ? shell.state.status : Number(status) & 255);
  },
  break: () => {
    throw new Jump('break', 0);
  },
  continue: () => {
    throw new Jump('continue', 0);
  },
  test: (shell, _io, args) => (testExpression(args, shell.host.files, shell.state.cwd) ? 0 : 1),
  '[': (shell, io, args) => {
    if (args.at(-1) !== ']') {
      io.stderr.write("bash: [: missing `]'\n");
      return 2;
    }
    return testExpression(args.slice(0, -1), shell.host.files, shell.state.cwd) ? 0 : 1;
  },
  wait: () => 0,
  jobs: () => 0,
  alias: () => 0,
  shopt: () => 0,
};

function sourceFile(shell: ShellControl, io: ShellIo, [path]: readonly string[]): Promise<number> | number {
  const text = path === undefined ? undefined : shell.host.files.read(resolvePath(shell.state.cwd, path));
  if (text === undefined) {
    io.stderr.write(path === undefined ? 'bash: source: filename argument required\n' : `bash: ${path}: No such file or directory\n`);
    return path === undefined ? 2 : 1;
  }
  return shell.text(text, io);
}

function assign(command: string, shell: ShellControl, io: ShellIo, args: readonly string[], exported: boolean): number {
  let status = 0;
  for (const arg of args) {
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (!NAME.test(name)) {
      io.stderr.write(`bash: ${command}: \`${arg}': not a valid identifier\n`);
      status = 1;
      continue;
    }
    if (equals >= 0) shell.state.variables.set(name, arg.slice(equals + 1));
    if (exported) shell.state.exported.add(name);
  }
  return status;
}
