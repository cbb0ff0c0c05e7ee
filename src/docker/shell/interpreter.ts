import {
  type ArrayValue,
  type Assignment,
  type Command,
  type CommandNode,
  type CompoundList,
  type ParsedScript,
  type Redirection,
  type Statement,
  type TestExpression,
  type Word,
} from 'unbash';
import { Interrupted } from '../api/client.ts';
import type { TextSink } from '../cli/command.ts';
import { ArithmeticError, evaluate } from './arithmetic.ts';
import { builtins } from './builtins.ts';
import { ExpansionError, expandParts, expandText, expandWords } from './expand.ts';
import { globToRegExp } from './glob.ts';
import { Jump } from './jump.ts';
import { Pipe, TextInput } from './pipe.ts';
import { type ProgramContext, resolvePath } from './program.ts';
import { programs } from './programs/index.ts';
import type { ShellHost, ShellIo } from './shell.ts';
import { type ShellState, subshellState } from './state.ts';
import { testExpression } from './test-command.ts';

/** Commands that may run at one virtual instant before time has to pass: a loop must never hold the clock for ever. */
const COMMANDS_PER_INSTANT = 100;

/** Runs parsed scripts for one shell. Streams flow while programs run; Ctrl-C ends at the next command. */
export class Interpreter {
  private burst = 0;

  constructor(
    readonly host: ShellHost,
    readonly state: ShellState,
    private readonly parse: (text: string) => ParsedScript,
  ) {}

  /** Runs a script's statements and answers the last status. */
  async script(script: { readonly commands: readonly Statement[] }, io: ShellIo): Promise<number> {
    for (const statement of script.commands) {
      if (this.state.exited) break;
      this.state.status = await this.statement(statement, io);
    }
    return this.state.status;
  }

  /** Runs a text in this shell, for `eval`, `sh -c` and `watch`. */
  async text(text: string, io: ShellIo): Promise<number> {
    const script = this.parse(text);
    const error = script.errors?.[0];
    if (error) {
      io.stderr.write(`bash: syntax error: ${error.message}\n`);
      return 2;
    }
    return this.script(script, io);
  }

  private async statement(statement: Statement, io: ShellIo): Promise<number> {
    if (statement.background) {
      // Jobs run beside what follows; their output comes when it comes, and the prompt does not wait for them.
      void this.fork().andOr(statement.command, { ...io, stdin: new TextInput('') });
      return 0;
    }
    return this.andOr(statement.command, io);
  }

  private async andOr(node: Statement['command'], io: ShellIo): Promise<number> {
    if (node.type !== 'AndOr') return this.pipeline(node, io);
    let status = await this.pipeline(node.commands[0] as CommandNode, io);
    for (const [i, operator] of node.operators.entries()) {
      this.state.status = status;
      if ((operator === '&&') === (status === 0)) status = await this.pipeline(node.commands[i + 1] as CommandNode, io);
    }
    return status;
  }

  private async pipeline(node: Exclude<Statement['command'], { type: 'AndOr' }>, io: ShellIo): Promise<number> {
    if (node.type !== 'Pipeline') return this.command(node, io);
    const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1;
    const began = this.host.clock.now();
    const status = node.commands.length === 1 ? await this.command(node.commands[0] as CommandNode, io) : await this.stages(node.commands, node.operators, io);
    if (node.prefixes.some((prefix) => prefix.type === 'Time')) {
      const seconds = (this.host.clock.now() - began) / 1000;
      io.stderr.write(`\nreal\t${Math.floor(seconds / 60)}m${(seconds % 60).toFixed(3)}s\nuser\t0m0.010s\nsys\t0m0.010s\n`);
    }
    return negated ? (status === 0 ? 1 : 0) : status;
  }

  private async stages(commands: readonly CommandNode[], operators: readonly string[], io: ShellIo): Promise<number> {
    let stdin = io.stdin;
    let close: () => void = () => {};
    const running = commands.map((command, i) => {
      const last = i === commands.length - 1;
      const abort = new AbortController();
      const interrupt = (): void => abort.abort();
      io.signal.addEventListener('abort', interrupt);
      const pipe = last ? undefined : new Pipe(() => abort.abort());
      const stdout: TextSink = pipe ?? io.stdout;
      const stderr: TextSink = pipe && operators[i] === '|&' ? pipe : io.stderr;
      const closeInput = close;
      const stage = this.fork().command(command, { stdin, stdout, stderr, terminal: last ? io.terminal : undefined, signal: abort.signal });
      if (pipe) {
        stdin = pipe;
        close = () => pipe.close();
      }
      const ended = stage.catch((error: unknown) => {
        // Its reader has gone (SIGPIPE): an end, but nobody's Ctrl-C.
        if (error instanceof Interrupted && !io.signal.aborted) return 141;
        throw error;
      });
      return ended.finally(() => {
        io.signal.removeEventListener('abort', interrupt);
        pipe?.end();
        closeInput();
      });
    });
    const statuses = await Promise.all(running);
    if (io.signal.aborted) throw new Interrupted();
    return statuses.at(-1) ?? 0;
  }

  private async command(node: CommandNode, io: ShellIo): Promise<number> {
    if (io.signal.aborted) throw new Interrupted();
    if (++this.burst >= COMMANDS_PER_INSTANT) {
      this.burst = 0;
      await this.host.clock.sleep(1, io.signal);
    }
    try {
      return await this.node(node, io);
    } catch (error) {
      if (error instanceof ExpansionError || error instanceof ArithmeticError) {
        io.stderr.write(`bash: ${error.message}\n`);
        return 1;
      }
      throw error;
    }
  }

  private async node(node: CommandNode, io: ShellIo): Promise<number> {
    switch (node.type) {
      case 'Command':
        return this.simple(node, io);
      case 'Redirected':
        return this.redirected(node.redirects, io, (inner) => this.command(node.command, inner));
      case 'BraceGroup':
        return this.list(node.body, io);
      case 'Subshell':
        return this.fork().list(node.body, io);
      case 'If': {
        if ((await this.list(node.clause, io)) === 0) return this.list(node.then, io);
        for (const elif of node.elif) if ((await this.list(elif.clause, io)) === 0) return this.list(elif.then, io);
        return node.else ? this.list(node.else, io) : 0;
      }
      case 'While':
        return this.loop(async () => ((await this.list(node.clause, io)) === 0) === (node.kind === 'while'), node.body, io);
      case 'For': {
        const words = node.wordlist ? await expandWords(node.wordlist, this.expansion(io)) : [...this.state.positional];
        let i = 0;
        return this.loop(
          async () => {
            if (i >= words.length) return false;
            this.state.variables.set(node.name.value, words[i++] as string);
            return true;
          },
          node.body,
          io,
        );
      }
      case 'ArithmeticFor': {
        if (node.initialize) evaluate(node.initialize, this.state);
        let first = true;
        return this.loop(
          async () => {
            if (!first && node.update) evaluate(node.update, this.state);
            first = false;
            return node.test === undefined || evaluate(node.test, this.state) !== 0;
          },
          node.body,
          io,
        );
      }
      case 'Case': {
        const word = await expandText(node.word, this.expansion(io));
        for (const item of node.items) {
          for (const pattern of item.pattern) {
            if (globToRegExp(await expandText(pattern, this.expansion(io)), true).test(word)) return this.list(item.body, io);
          }
        }
        return 0;
      }
      case 'Function':
        this.state.functions.set(node.name.value, node.body);
        return 0;
      case 'ArithmeticCommand':
        return node.expression && evaluate(node.expression, this.state) !== 0 ? 0 : 1;
      case 'TestCommand':
        return (await this.test(node.expression, io)) ? 0 : 1;
      case 'Select':
      case 'Coproc':
        io.stderr.write(`bash: ${node.type.toLowerCase()}: not available in this shell\n`);
        return 1;
    }
  }

  private async list(list: CompoundList, io: ShellIo): Promise<number> {
    let status = 0;
    for (const statement of list.commands) {
      if (this.state.exited) break;
      status = await this.statement(statement, io);
      this.state.status = status;
    }
    return status;
  }

  private async loop(next: () => Promise<boolean>, body: CompoundList, io: ShellIo): Promise<number> {
    let status = 0;
    while (await next()) {
      if (io.signal.aborted) throw new Interrupted();
      // An empty body must let time pass too.
      if (body.commands.length === 0) await this.host.clock.sleep(1, io.signal);
      try {
        status = await this.list(body, io);
      } catch (error) {
        if (!(error instanceof Jump) || error.kind === 'return') throw error;
        if (error.kind === 'break') break;
      }
      if (this.state.exited) break;
    }
    return status;
  }

  private async simple(node: Command, io: ShellIo): Promise<number> {
    const expansion = this.expansion(io);
    const assignments: [string, string][] = [];
    const redirects: Redirection[] = [...node.redirects];
    for (const prefix of node.prefix) if (prefix.type === 'Assignment') assignments.push(await this.assignment(prefix, io));
    const words: (Word | Assignment)[] = node.name ? [node.name, ...node.args] : [];
    const argv: string[] = [];
    for (const word of words) {
      if (word.type === 'Word') for (const text of await expandWords([word], expansion)) argv.push(text);
      else {
        const [name, value] = await this.assignment(word, io);
        argv.push(`${name}=${value}`);
      }
    }
    if (argv.length === 0) {
      for (const [name, value] of assignments) this.state.variables.set(name, value);
      return redirects.length > 0 ? this.redirected(redirects, io, async () => 0) : 0;
    }
    return this.redirected(redirects, io, (inner) => this.run(argv, assignments, inner));
  }

  private async assignment(assignment: Assignment, io: ShellIo): Promise<[string, string]> {
    const { value } = assignment;
    const text = isArray(value) ? (await expandWords(value.elements, this.expansion(io))).join(' ') : await expandText(value, this.expansion(io));
    return [assignment.name, assignment.append ? (this.state.variables.get(assignment.name) ?? '') + text : text];
  }

  private async run(argv: readonly string[], assignments: readonly (readonly [string, string])[], io: ShellIo): Promise<number> {
    const [name, ...args] = argv as [string, ...string[]];
    const body = this.state.functions.get(name);
    if (body) {
      const outer = this.state.positional;
      this.state.positional = args;
      try {
        return body.type === 'CompoundList' ? await this.list(body, io) : await this.command(body, io);
      } catch (error) {
        if (error instanceof Jump && error.kind === 'return') return error.status;
        throw error;
      } finally {
        this.state.positional = outer;
      }
    }
    const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
    if (builtin) return builtin(this, io, args);
    const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
    if (!program) {
      const path = resolvePath(this.state.cwd, name);
      if (name.includes('/') && this.host.files.read(path) !== undefined) return this.fork(args).text(this.host.files.read(path) as string, io);
      io.stderr.write(name.includes('/') ? `bash: ${name}: No such file or directory\n` : `bash: ${name}: command not found\n`);
      return 127;
    }
    const env: Record<string, string | undefined> = {};
    for (const variable of this.state.exported) env[variable] = this.state.variables.get(variable);
    for (const [variable, value] of assignments) env[variable] = value;
    return program(this.programContext(io, env), args);
  }

  private programContext(io: ShellIo, env: { readonly [name: string]: string | undefined }): ProgramContext {
    return {
      host: this.host,
      ...io,
      env,
      cwd: this.state.cwd,
      exec: (words, over) => (words.length === 0 ? Promise.resolve(0) : this.run(words, [], { ...io, ...over })),
      shell: (text, over) => this.fork().text(text, { ...io, ...over }),
    };
  }

  private async redirected(redirects: readonly Redirection[], io: ShellIo, inner: (io: ShellIo) => Promise<number>): Promise<number> {
    let current = io;
    const flush: (() => void)[] = [];
    for (const redirect of redirects) {
      if (redirect.type === 'HereDoc') {
        const text = redirect.body.parts && !redirect.delimiter?.quoted ? await expandParts(redirect.body.parts, this.expansion(io)) : redirect.body.text;
        current = { ...current, stdin: new TextInput(redirect.operator === '<<-' ? text.replace(/^\t+/gm, '') : text) };
        continue;
      }
      const target = redirect.target ? await expandText(redirect.target, this.expansion(io)) : '';
      if (redirect.type === 'HereString') {
        current = { ...current, stdin: new TextInput(`${target}\n`) };
        continue;
      }
      const descriptor = redirect.descriptor?.type === 'FileDescriptor' ? redirect.descriptor.value : undefined;
      switch (redirect.operator) {
        case '<': {
          const path = resolvePath(this.state.cwd, target);
          const text = path === '/dev/null' ? '' : this.host.files.read(path);
          if (text === undefined) {
            io.stderr.write(`bash: ${target}: ${this.host.files.isFolder(path) ? 'Is a directory' : 'No such file or directory'}\n`);
            return 1;
          }
          current = { ...current, stdin: new TextInput(text) };
          break;
        }
        case '>&':
        case '<&': {
          const sink = target === '1' ? current.stdout : target === '2' ? current.stderr : undefined;
          if (!sink) {
            io.stderr.write(`bash: ${target}: Bad file descriptor\n`);
            return 1;
          }
          current = descriptor === 2 ? { ...current, stderr: sink } : { ...current, stdout: sink };
          break;
        }
        default: {
          const sink = this.fileSink(target, redirect.operator.includes('>>'), io);
          if (!sink) return 1;
          flush.push(sink.flush);
          if (redirect.operator.startsWith('&')) current = { ...current, stdout: sink, stderr: sink, terminal: undefined };
          else if (descriptor === 2) current = { ...current, stderr: sink };
          else current = { ...current, stdout: sink, terminal: undefined };
        }
      }
    }
    try {
      return await inner(current);
    } finally {
      for (const write of flush) write();
    }
  }

  private fileSink(target: string, append: boolean, io: ShellIo): (TextSink & { readonly flush: () => void }) | undefined {
    const path = resolvePath(this.state.cwd, target);
    if (path === '/dev/null') return { write: () => {}, flush: () => {} };
    if (this.host.files.isFolder(path)) {
      io.stderr.write(`bash: ${target}: Is a directory\n`);
      return undefined;
    }
    let text = append ? (this.host.files.read(path) ?? '') : '';
    this.host.files.write(path, text);
    return {
      write: (part) => {
        text += part;
      },
      flush: () => this.host.files.write(path, text),
    };
  }

  private async test(expression: TestExpression, io: ShellIo): Promise<boolean> {
    switch (expression.type) {
      case 'TestLogical': {
        for (const operand of expression.operands) if ((await this.test(operand, io)) !== (expression.operator === '&&')) return expression.operator === '||';
        return expression.operator === '&&';
      }
      case 'TestNot':
        return (await this.test(expression.operand, io)) !== (expression.negations.length % 2 === 1);
      case 'TestGroup':
        return this.test(expression.expression, io);
      case 'TestUnary':
        return testExpression([expression.operator, await expandText(expression.operand, this.expansion(io))], this.host.files, this.state.cwd);
      case 'TestBinary': {
        const left = await expandText(expression.left, this.expansion(io));
        const right = await expandText(expression.right, this.expansion(io));
        if (expression.operator === '=~') return safeRegExp(right)?.test(left) ?? false;
        if (expression.operator === '==' || expression.operator === '=') return globToRegExp(right, true).test(left);
        if (expression.operator === '!=') return !globToRegExp(right, true).test(left);
        return testExpression([left, expression.operator, right], this.host.files, this.state.cwd);
      }
    }
  }

  private expansion(io: ShellIo): Parameters<typeof expandWords>[1] {
    return {
      state: this.state,
      files: this.host.files,
      capture: async (script) => {
        let output = '';
        const inner = this.fork();
        await inner.script(script, { ...io, stdout: { write: (part) => (output += part) }, terminal: undefined });
        this.state.status = inner.state.status;
        return output;
      },
    };
  }

  private fork(positional = this.state.positional): Interpreter {
    return new Interpreter(this.host, { ...subshellState(this.state), positional }, this.parse);
  }
}

function isArray(value: Word | ArrayValue): value is ArrayValue {
  return value.type === 'ArrayValue';
}

function safeRegExp(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}
