import { type ProcessContext, type Program, ProgramInterrupt, resolvePath } from './program.ts';
import { ProgramInput, readInput } from './program-input.ts';
import { ShellExit } from './shell-exit.ts';
import { type Running, WordExpansion } from './shell-expansion.ts';
import { matches } from './shell-pattern.ts';
import { openRedirects, type RedirectedStreams } from './shell-redirect.ts';
import { type Node, parseShell, type Redirect } from './shell-syntax.ts';
import { signalName } from './signal-name.ts';

/** After so many commands a script lets a little time pass: no loop stops the clock, nor costs much. */
const COMMANDS_PER_PAUSE = 100;
const PAUSE_MS = 5;
/** Characters of what a program gives to the next one in a pipe. */
const LONGEST_PIPE = 1 << 20;

class LoopControl {
  constructor(readonly kind: 'break' | 'continue') {}
}

class FunctionReturn {
  constructor(readonly code: number) {}
}

/** Variables stand in the order of ash's hash table (busybox shell/ash.c, VTABSIZE). */
function bucket(name: string): number {
  let hash = name.charCodeAt(0) * 16;
  for (const letter of name) hash += letter.charCodeAt(0);
  return hash % 39;
}

/**
 * `sh -c script arg0 args…` as busybox and bash do the common things; ends with the script's exit code.
 * @param last the script is all that the shell will ever run: its last command takes the shell's place
 */
export function* runShell(process: ProcessContext, script: string, args: readonly string[], last = false): Program {
  const tree = parseShell(script);
  if (typeof tree === 'string') {
    process.err(`sh: ${tree}\n`);
    return 2;
  }
  enterShell(process);
  const shell = new Shell(process, args);
  try {
    return yield* shell.run(tree, last);
  } catch (end) {
    if (end instanceof ShellExit) return end.code;
    throw end;
  }
}

/** What a shell sets when it begins. */
export function enterShell({ env, cwd }: ProcessContext): void {
  env.set('SHLVL', String((Number(env.get('SHLVL')) || 0) + 1));
  env.set('PWD', cwd);
}

/** One shell, or subshell: its variables, functions and jobs. */
export class Shell {
  private status = 0;
  private commands = 0;
  private jobs: { done: boolean; notify: (() => void) | undefined }[] = [];
  private readonly functions: Map<string, Node>;
  private readonly words: WordExpansion;

  constructor(
    private readonly process: ProcessContext,
    private args: readonly string[],
    functions?: Map<string, Node>,
    private readonly options = { exitOnError: false },
  ) {
    this.functions = functions ?? new Map();
    this.words = new WordExpansion({
      process,
      args: () => this.args,
      variable: (name) => this.variable(name),
      capture: (script) => this.capture(script),
    });
  }

  /** Exit code of the last command. */
  get lastStatus(): number {
    return this.status;
  }

  /** @param last nothing comes after this node: a command there takes the shell's place */
  *run(node: Node, last = false): Running<number> {
    switch (node.kind) {
      case 'simple':
        this.status = yield* this.simple(node, last);
        yield* this.handleSignals();
        return this.status;
      case 'list':
        for (const [i, { node: item, background }] of node.items.entries()) {
          if (background) this.background(item);
          else {
            this.status = yield* this.run(item, last && i === node.items.length - 1);
            if (this.options.exitOnError && this.status !== 0 && item.kind === 'simple') throw new ShellExit(this.status);
          }
        }
        return this.status;
      case 'and-or': {
        const left = yield* this.run(node.left);
        if ((left === 0) === (node.operator === '&&')) return yield* this.run(node.right, last);
        return left;
      }
      case 'pipeline':
        return yield* this.pipeline(node.parts, node.negated, last);
      case 'if':
        for (const { condition, body } of node.branches) if ((yield* this.run(condition)) === 0) return yield* this.run(body, last);
        return node.otherwise ? yield* this.run(node.otherwise, last) : 0;
      case 'while':
        return yield* this.loop(function* (this: Shell) {
          return ((yield* this.run(node.condition)) === 0) !== node.until;
        }, node.body);
      case 'for': {
        const words = yield* this.words.expandAll(node.words);
        return yield* this.loop(function* (this: Shell) {
          yield* this.tick();
          const word = words.shift();
          if (word !== undefined) this.process.env.set(node.name, word);
          return word !== undefined;
        }, node.body);
      }
      case 'case': {
        const word = yield* this.words.expandOne(node.word);
        for (const { patterns, body } of node.branches) {
          for (const pattern of patterns) if (matches(word, yield* this.words.expandOne(pattern))) return yield* this.run(body);
        }
        return 0;
      }
      case 'function':
        this.functions.set(node.name, node.body);
        return 0;
      case 'group':
        return yield* this.group(node.body, node.subshell, node.redirects);
    }
  }

  private *loop(more: (this: Shell) => Running<boolean>, body: Node): Running<number> {
    let status = 0;
    while (yield* more.call(this)) {
      yield* this.tick();
      try {
        status = yield* this.run(body);
      } catch (control) {
        if (!(control instanceof LoopControl)) throw control;
        if (control.kind === 'break') break;
      }
    }
    return status;
  }

  private *group(body: Node, subshell: boolean, redirects: readonly Redirect[]): Running<number> {
    const files = yield* this.open(redirects);
    if (typeof files === 'number') return files;
    const process = { ...this.process, ...files, ...(subshell ? { env: new Map(this.process.env) } : {}) };
    const inner = new Shell(process, this.args, this.functions, this.options);
    let status: number;
    try {
      status = yield* inner.run(body);
    } catch (end) {
      if (!(subshell && end instanceof ShellExit)) throw end;
      status = end.code;
    }
    if (!subshell) this.process.cwd = process.cwd;
    return status;
  }

  private *pipeline(parts: readonly Node[], negated: boolean, alone: boolean): Running<number> {
    let stdin = this.process.stdin;
    let status = 0;
    for (const [i, part] of parts.entries()) {
      let buffer = '';
      const last = i === parts.length - 1;
      const out = last ? this.process.out : (text: string) => void (buffer = `${buffer}${text}`.slice(-LONGEST_PIPE));
      const process: ProcessContext = {
        ...this.process,
        pid: parts.length > 1 ? 2 : this.process.pid,
        stdin,
        out,
        env: parts.length > 1 ? new Map(this.process.env) : this.process.env,
      };
      try {
        status = yield* new Shell(process, this.args, this.functions, this.options).run(part, alone && parts.length === 1);
      } catch (end) {
        if (!(end instanceof ShellExit) || parts.length === 1) throw end;
        status = end.code;
      }
      stdin = ProgramInput.of(buffer);
    }
    return negated ? (status === 0 ? 1 : 0) : status;
  }

  private background(node: Node): void {
    const job = { done: false, notify: undefined as (() => void) | undefined };
    this.jobs.push(job);
    const { processes } = this.process.system;
    const row = processes.add(this.args[0] ?? 'sh', this.process.row);
    const process: ProcessContext = { ...this.process, pid: 2, row, env: new Map(this.process.env), signals: { handlers: new Map(), pending: [] } };
    const inner = new Shell(process, this.args, this.functions, this.options);
    function* program(): Program {
      try {
        return yield* inner.run(node, true);
      } catch (end) {
        if (end instanceof ShellExit) return end.code;
        throw end;
      }
    }
    this.process.spawn(program(), 'background job', () => {
      processes.remove(row);
      job.done = true;
      job.notify?.();
    });
    this.process.env.set('!', String(row));
    this.status = 0;
  }

  private *simple(node: Node & { readonly kind: 'simple' }, last: boolean): Running<number> {
    yield* this.tick();
    const words = yield* this.words.expandAll(node.words);
    const assigned: [string, string][] = [];
    for (const { name, value } of node.assignments) assigned.push([name, yield* this.words.expandOne(value)]);
    const [name, ...args] = words;
    const { env } = this.process;
    if (name === undefined) {
      for (const [key, value] of assigned) env.set(key, value);
      const files = yield* this.open(node.redirects);
      if (typeof files === 'number') return files;
      return node.assignments.length > 0 && node.assignments.some(({ value }) => value.includes('$(')) ? this.status : 0;
    }
    const files = yield* this.open(node.redirects);
    if (typeof files === 'number') return files;
    const isExec = name === 'exec';
    const process: ProcessContext = {
      ...this.process,
      ...files,
      pid: isExec ? this.process.pid : this.process.pid === 1 ? 2 : this.process.pid,
      env: assigned.length > 0 ? new Map([...env, ...assigned]) : env,
    };
    try {
      return yield* this.command(process, name, args, last);
    } catch (end) {
      // A trap is run after the command that the key has ended.
      if (!(end instanceof ProgramInterrupt && process.signals.handlers.has(end.signal))) throw end;
      process.signals.pending.push(end.signal);
      return end.code;
    } finally {
      if (name === 'cd') this.process.cwd = process.cwd;
    }
  }

  private *command(process: ProcessContext, name: string, args: readonly string[], last: boolean): Running<number> {
    const body = this.functions.get(name);
    if (body) {
      const before = this.args;
      this.args = [this.args[0] ?? 'sh', ...args];
      try {
        return yield* this.run(body);
      } catch (end) {
        if (end instanceof FunctionReturn) return end.code;
        throw end;
      } finally {
        this.args = before;
      }
    }
    switch (name) {
      case ':':
        return 0;
      case 'exit':
        throw new ShellExit((args[0] === undefined ? this.status : Number.parseInt(args[0], 10) || 0) & 255);
      case 'return':
        throw new FunctionReturn(Number.parseInt(args[0] ?? String(this.status), 10) & 255);
      case 'break':
      case 'continue':
        throw new LoopControl(name);
      case 'cd': {
        const target = args[0] ?? process.env.get('HOME') ?? '/';
        const path = resolvePath(process.cwd, target);
        if (!process.system.files.isDirectory(path)) {
          process.err(`sh: cd: can't cd to ${target}: No such file or directory\n`);
          return 2;
        }
        process.cwd = path;
        process.env.set('PWD', path);
        return 0;
      }
      case 'set':
        if (args[0]?.startsWith('-') && args[0].includes('e')) this.options.exitOnError = true;
        if (args[0] === '--') this.args = [this.args[0] ?? 'sh', ...args.slice(1)];
        return 0;
      case 'shift':
        this.args = [this.args[0] ?? 'sh', ...this.args.slice(2)];
        return 0;
      case 'export':
      case 'local':
      case 'readonly':
        for (const arg of args) {
          const equals = arg.indexOf('=');
          if (equals > 0) this.process.env.set(arg.slice(0, equals), arg.slice(equals + 1));
        }
        return 0;
      case 'unset':
        for (const arg of args) this.process.env.delete(arg);
        return 0;
      case 'read':
        return yield* this.read(
          process,
          args.filter((arg) => !arg.startsWith('-')),
        );
      case 'trap': {
        const [script = '', ...signals] = args;
        for (const signal of signals) process.signals.handlers.set(signalName(signal), script);
        return 0;
      }
      case 'wait':
        yield* this.waitForJobs();
        return 0;
      case 'eval': {
        const tree = parseShell(args.join(' '));
        return typeof tree === 'string' ? 2 : yield* this.run(tree);
      }
      case 'exec': {
        if (args.length === 0) return 0;
        throw new ShellExit(yield* this.program(process, args, true));
      }
      default:
        return yield* this.program(process, [name, ...args], last);
    }
  }

  /** Runs a program beside the shell or, at last, in its place. */
  private *program(process: ProcessContext, argv: readonly string[], inPlace: boolean): Running<number> {
    const { processes } = process.system;
    const row = inPlace ? process.row : processes.add(argv.join(' '), process.row);
    if (inPlace) processes.rename(row, argv.join(' '));
    const env = new Map([...process.env].sort(([a], [b]) => bucket(a) - bucket(b)));
    try {
      return yield* process.system.runCommand({ ...process, row, env }, argv);
    } finally {
      if (!inPlace) processes.remove(row);
    }
  }

  /** `read a b`: words of a line, the rest of it in the last one. */
  private *read(process: ProcessContext, names: readonly string[]): Running<number> {
    const line = yield* readInput(process.stdin, 'line');
    let rest = (line ?? '').replace(/\n$/, '').trim();
    for (const [i, name] of (names.length === 0 ? ['REPLY'] : names).entries()) {
      const end = i + 1 < names.length ? rest.search(/\s|$/) : rest.length;
      this.process.env.set(name, rest.slice(0, end));
      rest = rest.slice(end).trimStart();
    }
    return line?.endsWith('\n') ? 0 : 1;
  }

  private *waitForJobs(): Running<void> {
    const open = this.jobs.filter((job) => !job.done);
    if (open.length === 0) return;
    yield {
      kind: 'ask',
      interruptible: true,
      start: (done) => {
        for (const job of open) job.notify = () => (open.every((other) => other.done) ? done(undefined) : undefined);
      },
    };
  }

  private *handleSignals(): Running<void> {
    const { pending, handlers } = this.process.signals;
    for (let signal = pending.shift(); signal !== undefined; signal = pending.shift()) {
      const script = handlers.get(signal) ?? '';
      const tree = parseShell(script);
      if (script !== '' && typeof tree !== 'string') {
        const { status } = this;
        yield* this.run(tree);
        this.status = status;
      }
    }
  }

  private *tick(): Running<void> {
    if (++this.commands % COMMANDS_PER_PAUSE === 0) yield { kind: 'sleep', ms: PAUSE_MS };
  }

  private open(redirects: readonly Redirect[]): Running<number | RedirectedStreams> {
    return openRedirects(this.process, redirects, (word) => this.words.expandOne(word));
  }

  private variable(name: string): string {
    if (/^\d+$/.test(name)) return this.args[Number(name)] ?? '';
    switch (name) {
      case '?':
        return String(this.status);
      case '$':
        return String(this.process.row);
      case '#':
        return String(Math.max(0, this.args.length - 1));
      case '@':
      case '*':
        return this.args.slice(1).join(' ');
      case 'RANDOM':
        return String(this.process.system.random.below(32768));
      case 'HOSTNAME':
        return this.process.env.get('HOSTNAME') ?? this.process.system.hostname;
      case 'PWD':
        return this.process.cwd;
      default:
        return this.process.env.get(name) ?? '';
    }
  }

  private *capture(script: string): Running<string> {
    const tree = parseShell(script);
    if (typeof tree === 'string') return '';
    let text = '';
    const process = { ...this.process, pid: 2, env: new Map(this.process.env), out: (more: string) => void (text += more) };
    try {
      this.status = yield* new Shell(process, this.args, this.functions, this.options).run(tree);
    } catch (end) {
      if (!(end instanceof ShellExit)) throw end;
      this.status = end.code;
    }
    return text.replace(/\n+$/, '');
  }
}
