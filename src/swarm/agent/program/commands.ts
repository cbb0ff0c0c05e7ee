import { type Command, plain } from './command.ts';
import { dateText, printf, unescape } from './command-text.ts';
import { NETWORK_COMMANDS } from './network-commands.ts';
import { type ProcessContext, resolvePath, sleepDuration, type Wait } from './program.ts';
import { readInput, readToEnd } from './program-input.ts';

/** The commands that every simulated image has: busybox's names and texts. */
const COMMANDS: { readonly [name: string]: Command } = {
  true: plain(() => 0),
  false: plain(() => 1),
  echo: plain((process, args) => {
    let words = args;
    let newline = true;
    let escapes = false;
    while (words[0] !== undefined && /^-[neE]+$/.test(words[0])) {
      if (words[0].includes('n')) newline = false;
      if (words[0].includes('e')) escapes = true;
      words = words.slice(1);
    }
    const text = words.join(' ');
    process.out(`${escapes ? unescape(text) : text}${newline ? '\n' : ''}`);
    return 0;
  }),
  printf: plain((process, [format = '', ...args]) => {
    process.out(printf(format, args));
    return 0;
  }),
  sleep: function* (process, args) {
    const ms = sleepDuration(args);
    if (ms === undefined) {
      process.err(args.length === 0 ? 'sleep: missing operand\n' : `sleep: invalid number '${args[0]}'\n`);
      return 1;
    }
    yield { kind: 'sleep', ms };
    return 0;
  },
  usleep: function* (_process, args) {
    yield { kind: 'sleep', ms: Math.ceil(Number(args[0] ?? 0) / 1000) || 0 };
    return 0;
  },
  test: plain((_process, args) => (test(_process, args) ? 0 : 1)),
  '[': plain((process, args) => (test(process, args.slice(0, -1)) ? 0 : 1)),
  '[[': plain((process, args) => (test(process, args.slice(0, -1)) ? 0 : 1)),
  cat: function* (process, args) {
    const names = args.filter((name) => name === '-' || !/^-[a-zA-Z]+$/.test(name));
    let status = 0;
    for (const name of names.length === 0 ? ['-'] : names) {
      if (name === '-') {
        for (let text = yield* readInput(process.stdin, 'all'); text !== undefined; text = yield* readInput(process.stdin, 'all')) process.out(text);
        continue;
      }
      const text = process.system.files.read(resolvePath(process.cwd, name));
      if (text !== undefined) process.out(text);
      else {
        process.err(`cat: can't open '${name}': No such file or directory\n`);
        status = 1;
      }
    }
    return status;
  },
  hostname: plain((process, args) => {
    process.out(`${args[0] === '-i' ? process.system.address : process.system.hostname}\n`);
    return 0;
  }),
  whoami: plain((process) => {
    process.out(`${process.system.user === '' ? 'root' : process.system.user}\n`);
    return 0;
  }),
  id: plain((process, [option = '']) => {
    const user = process.system.user || 'root';
    const id = user === 'root' ? 0 : 1000;
    const long = `uid=${id}(${user}) gid=${id}(${user})${id > 0 ? '' : ' groups=0(root)'}`;
    process.out(`${option.includes('n') ? user : option === '' ? long : id}\n`);
    return 0;
  }),
  pwd: plain((process) => {
    process.out(`${process.cwd}\n`);
    return 0;
  }),
  env: plain((process) => {
    for (const [name, value] of process.env) process.out(`${name}=${value}\n`);
    return 0;
  }),
  printenv: plain((process, [name]) => {
    if (name === undefined) {
      for (const [key, value] of process.env) process.out(`${key}=${value}\n`);
      return 0;
    }
    const value = process.env.get(name);
    if (value !== undefined) process.out(`${value}\n`);
    return value === undefined ? 1 : 0;
  }),
  uname: plain((process, args) => {
    const { hostname } = process.system;
    process.out(
      args[0] === '-a' ? `Linux ${hostname} 6.1.0 #1 SMP x86_64 GNU/Linux\n` : args[0] === '-n' ? `${hostname}\n` : args[0] === '-m' ? 'x86_64\n' : 'Linux\n',
    );
    return 0;
  }),
  date: plain((process, [format]) => {
    process.out(`${dateText(process.system.epochMs + process.system.now(), format)}\n`);
    return 0;
  }),
  ls: plain((process, args) => {
    const targets = args.filter((arg) => !arg.startsWith('-'));
    let status = 0;
    for (const target of targets.length === 0 ? ['.'] : targets) {
      const path = resolvePath(process.cwd, target);
      if (process.system.files.isDirectory(path)) for (const name of process.system.files.list(path)) process.out(`${name}\n`);
      else if (process.system.files.read(path) !== undefined) process.out(`${target}\n`);
      else {
        process.err(`ls: ${target}: No such file or directory\n`);
        status = 1;
      }
    }
    return status;
  }),
  mkdir: plain((process, args) => {
    for (const arg of args.filter((name) => !name.startsWith('-'))) process.system.files.makeDirectory(resolvePath(process.cwd, arg));
    return 0;
  }),
  touch: plain((process, args) => {
    let status = 0;
    for (const arg of args.filter((name) => !name.startsWith('-'))) {
      const path = resolvePath(process.cwd, arg);
      const refused = process.system.files.write(path, process.system.files.read(path) ?? '');
      if (refused === undefined) continue;
      process.err(`touch: ${arg}: ${refused}\n`);
      status = 1;
    }
    return status;
  }),
  rm: plain((process, args) => {
    const force = args.some((arg) => arg.startsWith('-') && arg.includes('f'));
    let status = 0;
    for (const arg of args.filter((name) => !name.startsWith('-'))) {
      const path = resolvePath(process.cwd, arg);
      if (process.system.files.remove(path)) continue;
      const stays = process.system.files.read(path) !== undefined;
      if (force && !stays) continue;
      process.err(`rm: can't remove '${arg}': ${stays ? 'Read-only file system' : 'No such file or directory'}\n`);
      status = 1;
    }
    return status;
  }),
  tee: function* (process, args) {
    const text = yield* readToEnd(process.stdin);
    for (const arg of args.filter((name) => !name.startsWith('-'))) {
      const path = resolvePath(process.cwd, arg);
      process.system.files.write(path, (args.includes('-a') ? (process.system.files.read(path) ?? '') : '') + text);
    }
    process.out(text);
    return 0;
  },
  head: function* (process, args) {
    process.out(
      lines(yield* input(process, args))
        .slice(0, count(args, 10))
        .join(''),
    );
    return 0;
  },
  tail: function* (process, args) {
    const all = lines(yield* input(process, args));
    process.out(all.slice(Math.max(0, all.length - count(args, 10))).join(''));
    if (args.some((arg) => /^-[nq0-9]*[fF]/.test(arg))) yield { kind: 'forever' };
    return 0;
  },
  wc: function* (process, args) {
    const text = yield* input(process, args);
    process.out(`${args.includes('-c') ? text.length : args.includes('-w') ? text.split(/\s+/).filter((word) => word !== '').length : lines(text).length}\n`);
    return 0;
  },
  grep: function* (process, args) {
    const [pattern = '', ...files] = args.filter((arg) => !arg.startsWith('-'));
    const flags = args.filter((arg) => arg.startsWith('-')).join('');
    const expression = safeExpression(pattern, flags.includes('i'));
    const found = lines(yield* input(process, files)).filter((line) => expression.test(line.replace(/\n$/, '')) !== flags.includes('v'));
    if (flags.includes('c')) process.out(`${found.length}\n`);
    else if (!flags.includes('q')) process.out(found.join(''));
    return found.length > 0 ? 0 : 1;
  },
  seq: plain((process, args) => {
    const numbers = args.map((arg) => Number.parseInt(arg, 10) || 0);
    const [from, step, to] =
      numbers.length === 1
        ? [1, 1, numbers[0] ?? 0]
        : numbers.length === 2
          ? [numbers[0] ?? 0, 1, numbers[1] ?? 0]
          : [numbers[0] ?? 0, numbers[1] ?? 1, numbers[2] ?? 0];
    let text = '';
    for (let n = from, left = 10_000; step > 0 && n <= to && left > 0; n += step, left--) text += `${n}\n`;
    process.out(text);
    return 0;
  }),
  ps: plain((process) => {
    process.out('PID   USER     TIME  COMMAND\n');
    for (const { pid, command } of process.system.processes.list()) process.out(`${String(pid).padStart(5)} root      0:00 ${command}\n`);
    return 0;
  }),
  kill: plain(() => 0),
  yes: function* (process, args) {
    for (;;) {
      process.out(`${args[0] ?? 'y'}\n`);
      yield { kind: 'sleep', ms: 100 };
    }
  },
  stress: forever(),
  'stress-ng': forever(),
  top: forever(),
  crond: forever(),
  sshd: forever(),
  nc: forever(),
  httpd: function* (process) {
    yield* serve(process, process.pid === 1 && process.system.mainProgram === 'httpd');
    return 0;
  },
  ...NETWORK_COMMANDS,
  pg_isready: plain((process) => {
    process.out('/var/run/postgresql:5432 - accepting connections\n');
    return 0;
  }),
  'redis-cli': plain((process, args) => {
    process.out(args.includes('ping') || args.includes('PING') ? 'PONG\n' : 'OK\n');
    return 0;
  }),
  mysqladmin: plain((process) => {
    process.out('mysqld is alive\n');
    return 0;
  }),
};

/** The command of a name, if the simulated images have it. */
export function commandNamed(name: string): Command | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

/** A server: waits until a signal that ends it comes. As process 1 it sets the handlers that let it be told to stop. */
export function* serve(process: Pick<ProcessContext, 'signals'>, isMain: boolean): Generator<{ readonly kind: 'forever' }, void, unknown> {
  if (isMain) for (const signal of ['TERM', 'INT', 'QUIT', 'WINCH']) process.signals.handlers.set(signal, '');
  do yield { kind: 'forever' };
  while (isMain && process.signals.pending.length === 0);
}

function forever(): Command {
  return function* () {
    yield { kind: 'forever' };
    return 0;
  };
}

function* input(process: ProcessContext, args: readonly string[]): Generator<Wait, string, unknown> {
  const names = args.filter((arg, i) => !arg.startsWith('-') && !(args[i - 1] === '-n'));
  if (names.length === 0) return yield* readToEnd(process.stdin);
  return names.map((name) => process.system.files.read(resolvePath(process.cwd, name)) ?? '').join('');
}

function count(args: readonly string[], otherwise: number): number {
  const at = args.indexOf('-n');
  const text = at >= 0 ? args[at + 1] : args.find((arg) => /^-\d+$/.test(arg))?.slice(1);
  return text === undefined ? otherwise : Math.abs(Number.parseInt(text, 10)) || 0;
}

function lines(text: string): string[] {
  return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

function safeExpression(pattern: string, ignoreCase: boolean): RegExp {
  try {
    return new RegExp(pattern, ignoreCase ? 'i' : '');
  } catch {
    return new RegExp(pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), ignoreCase ? 'i' : '');
  }
}

function test(process: ProcessContext, args: readonly string[]): boolean {
  const or = args.indexOf('-o');
  if (or > 0) return test(process, args.slice(0, or)) || test(process, args.slice(or + 1));
  const and = args.indexOf('-a');
  if (and > 0) return test(process, args.slice(0, and)) && test(process, args.slice(and + 1));
  if (args[0] === '!' && args.length > 1) return !test(process, args.slice(1));
  const [a = '', operator = '', b = ''] = args;
  if (args.length === 1) return a !== '';
  const { files } = process.system;
  if (args.length === 2) {
    const path = resolvePath(process.cwd, operator);
    switch (a) {
      case '-z':
        return operator === '';
      case '-n':
        return operator !== '';
      case '-f':
        return files.read(path) !== undefined;
      case '-s':
        return (files.read(path) ?? '') !== '';
      case '-d':
        return files.isDirectory(path);
      case '-e':
      case '-r':
      case '-w':
      case '-x':
        return files.read(path) !== undefined || files.isDirectory(path);
      default:
        return false;
    }
  }
  const [x, y] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
  switch (operator) {
    case '=':
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '-eq':
      return x === y;
    case '-ne':
      return x !== y;
    case '-gt':
      return x > y;
    case '-ge':
      return x >= y;
    case '-lt':
      return x < y;
    case '-le':
      return x <= y;
    default:
      return false;
  }
}
