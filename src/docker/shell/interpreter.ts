import type { ArithmeticCommand, CommandNode, CompoundList, ParsedScript, Statement } from 'unbash';
import { Interrupted } from '../api/client.ts';
import type { TextSink } from '../cli/command.ts';
import { runArithmeticFor, runCase, runFor, runSelect, runTest, runWhile } from './compound.ts';
import { evaluateShown } from './expansion/arithmetic.ts';
import type { ExpansionContext } from './expansion/context.ts';
import { expandParts, expandText } from './expansion/words.ts';
import { Jump } from './jump.ts';
import { TextInput } from './pipe.ts';
import { runPipeline } from './pipeline.ts';
import type { Processes } from './processes.ts';
import { redirected } from './redirect.ts';
import type { ShellHost, ShellSource } from './shell.ts';
import type { CommandIo, RunOptions, ShellControl } from './shell-control.ts';
import { ShellError } from './shell-error.ts';
import { runSimple, runWords } from './simple-command.ts';
import { newShellState, type ShellState, subshellState } from './state.ts';
import { syntaxErrorText } from './syntax-error.ts';
import { MAX_VALUE } from './variables.ts';

/** How deep processes may start processes. */
const MAX_PROCESSES = 100;

/** How deep texts may run texts: eval, source, aliases. */
const MAX_DEPTH = 500;

/** What all shells of one terminal have in common. */
export interface InterpreterServices {
  readonly host: ShellHost;
  readonly parse: (text: string) => ParsedScript;
  readonly processes: Processes;
  readonly enter: ShellControl['enter'];
}

/** Runs parsed scripts for one shell. Streams flow while programs run; Ctrl-C ends at the next command. */
export class Interpreter implements ShellControl {
  readonly host: ShellHost;
  readonly parse: (text: string) => ParsedScript;
  readonly processes: Processes;
  readonly enter: ShellControl['enter'];
  readonly expanding = new Set<string>();
  source = '';
  /** Streams that `exec` has put into the place of others, and descriptors that it has opened. */
  private readonly replaced = new Map<TextSink | ShellSource, TextSink | ShellSource>();
  private opened: CommandIo['others'];
  private substitutions = 0;

  constructor(
    private readonly services: InterpreterServices,
    readonly state: ShellState,
    /** How many processes stand between it and the shell that somebody types at. */
    private readonly level = 0,
  ) {
    this.host = services.host;
    this.parse = services.parse;
    this.processes = services.processes;
    this.enter = services.enter;
  }

  async script(script: ParsedScript, source: string, io: CommandIo): Promise<number> {
    const error = script.errors?.[0];
    if (error) {
      io.stderr.write(`bash: ${syntaxErrorText(error, source)}\n`);
      return (this.state.status = 2);
    }
    const outer = this.source;
    this.source = source;
    try {
      return await this.statements(script.commands, io);
    } finally {
      this.source = outer;
    }
  }

  async text(text: string, io: CommandIo): Promise<number> {
    if (this.state.depth >= MAX_DEPTH) throw new ShellError(`maximum nesting level exceeded (${MAX_DEPTH})`, 1, true);
    this.state.depth++;
    try {
      return await this.script(this.parse(text), text, io);
    } finally {
      this.state.depth--;
    }
  }

  async whole(text: string, io: CommandIo): Promise<number> {
    try {
      const status = await this.text(text, io);
      return (await this.trap('EXIT', io)) ?? status;
    } catch (error) {
      if (error instanceof Jump) return error.status;
      if (error instanceof Interrupted) await this.trap('INT', { ...io, signal: new AbortController().signal });
      throw error;
    }
  }

  fork(over: Partial<Pick<ShellState, 'positional' | 'name'>> = {}): Interpreter {
    const copy = new Interpreter({ ...this.services, enter: undefined }, { ...subshellState(this.state), ...over }, this.level);
    copy.source = this.source;
    for (const [from, to] of this.replaced) copy.replaced.set(from, to);
    copy.opened = this.opened;
    return copy;
  }

  process(name: string, args: readonly string[], over: { readonly [name: string]: string | undefined } = {}): Interpreter {
    if (this.level >= MAX_PROCESSES) throw new ShellError('fork: retry: Resource temporarily unavailable', 254);
    const state = newShellState(this.host.name, { now: () => this.host.clock.now(), random: this.host.random });
    for (const variable of Object.keys(state.variables.environment())) state.variables.unset(variable);
    for (const [variable, value] of Object.entries({ ...this.state.variables.environment(), ...over })) {
      if (value === undefined) continue;
      state.variables.set(variable, value);
      state.variables.mark(variable, { exported: true });
    }
    state.aliases.clear();
    return new Interpreter(this.services, { ...state, cwd: this.state.cwd, name, positional: args }, this.level + 1);
  }

  run(argv: readonly string[], io: CommandIo, how: RunOptions = {}): Promise<number> {
    return runWords(argv, io, this, how);
  }

  replace(from: CommandIo, to: CommandIo): void {
    if (from.stdout !== to.stdout) this.replaced.set(from.stdout, to.stdout);
    if (from.stderr !== to.stderr) this.replaced.set(from.stderr, to.stderr);
    if (from.stdin !== to.stdin) this.replaced.set(from.stdin, to.stdin);
    this.opened = new Map([...(this.opened ?? []), ...(to.others ?? [])]);
    // A stream stands for itself: it marks that there is something to look up.
    if (this.replaced.size === 0 && this.opened.size > 0) this.replaced.set(to.stdout, to.stdout);
  }

  list(list: CompoundList, io: CommandIo): Promise<number> {
    return this.statements(list.commands, io);
  }

  async command(node: CommandNode, io: CommandIo): Promise<number> {
    if (io.signal.aborted) throw new Interrupted();
    try {
      return await this.node(node, this.replaced.size === 0 ? io : this.withReplaced(io));
    } catch (error) {
      if (!(error instanceof ShellError)) throw error;
      io.stderr.write(`bash: ${error.message}\n`);
      if (error.ends) {
        this.state.status = error.status;
        this.state.exited = true;
        this.state.abandoned = true;
      }
      return error.status;
    }
  }

  expansion(io: CommandIo): ExpansionContext {
    const context: ExpansionContext = {
      state: this.state,
      files: this.host.files,
      parse: this.parse,
      substituted: undefined,
      text: (word, use) => expandText(word, context, use),
      parts: (parts) => expandParts(parts, context),
      capture: async (script) => {
        let output = '';
        const abort = new AbortController();
        const interrupt = (): void => abort.abort();
        const sink = {
          write: (part: string) => {
            if (output.length + part.length <= MAX_VALUE) output += part;
            else interrupt();
          },
        };
        const end = this.processes.begin();
        io.signal.addEventListener('abort', interrupt);
        try {
          const inner = { ...io, stdout: sink, terminal: undefined, signal: abort.signal };
          context.substituted = await this.fork().script(script, script.source ?? this.source, inner);
        } catch (error) {
          if (error instanceof Interrupted && !io.signal.aborted)
            throw new ShellError(`command substitution: cannot allocate more than ${MAX_VALUE} bytes`, 1, true);
          throw error;
        } finally {
          io.signal.removeEventListener('abort', interrupt);
          end();
        }
        return output;
      },
      substitute: async (operator, script) => {
        const path = `/dev/fd/${63 - (this.substitutions++ % 60)}`;
        if (operator === '>') throw new ShellError('>( ): not available in this shell: use a pipe');
        this.host.files.write(path, await context.capture(script));
        return path;
      },
    };
    return context;
  }

  private withReplaced(io: CommandIo): CommandIo {
    const stdin = this.replaced.get(io.stdin);
    const stdout = this.replaced.get(io.stdout);
    const stderr = this.replaced.get(io.stderr);
    return {
      ...io,
      ...(stdin && 'readLine' in stdin ? { stdin, keyboard: false } : {}),
      ...(stdout && 'write' in stdout ? { stdout, terminal: stdout === io.stdout ? io.terminal : undefined } : {}),
      ...(stderr && 'write' in stderr ? { stderr } : {}),
      others: new Map([...(this.opened ?? []), ...(io.others ?? [])]),
    };
  }

  private async statements(statements: readonly Statement[], io: CommandIo): Promise<number> {
    let status = 0;
    for (const statement of statements) {
      if (this.state.exited) break;
      status = statement.background ? this.background(statement, io) : await this.foreground(statement.command, io);
      this.state.status = status;
    }
    return this.state.exited ? this.state.status : status;
  }

  private async foreground(node: Statement['command'], io: CommandIo): Promise<number> {
    const { options } = this.state;
    if (options.noexec) return 0;
    const { status, decided } = await this.andOr(node, io);
    if (status !== 0 && options.errexit && !io.tested && !decided) {
      this.state.status = status;
      this.state.exited = true;
    }
    return status;
  }

  /** @returns the status, and whether a failure in it was one that `&&`, `||` or `!` asked for. */
  private async andOr(node: Statement['command'], io: CommandIo): Promise<{ readonly status: number; readonly decided: boolean }> {
    if (node.type !== 'AndOr')
      return { status: await runPipeline(node, io, this), decided: node.type === 'Pipeline' && node.prefixes.some((prefix) => prefix.type === 'Negation') };
    let status = 0;
    let decided = false;
    for (const [i, command] of node.commands.entries()) {
      const operator = node.operators[i - 1];
      if (operator !== undefined && (operator === '&&') !== (status === 0)) continue;
      const last = i === node.commands.length - 1;
      status = await runPipeline(command, last ? io : { ...io, tested: true }, this);
      this.state.status = status;
      decided = !last;
      if (this.state.exited) break;
    }
    return { status, decided };
  }

  /** Jobs run beside what follows; their output comes when it comes, and Ctrl-C is not for them. */
  private background(statement: Statement, io: CommandIo): number {
    const { jobs } = this.state;
    const end = this.processes.begin();
    const abort = new AbortController();
    const forget = this.processes.remember(() => abort.abort());
    const inner = { ...io, stdin: new TextInput(''), keyboard: false, signal: abort.signal };
    const ended = this.fork()
      .andOr(statement.command, inner)
      .then(({ status }) => status)
      .catch((error: unknown) => {
        if (!abort.signal.aborted && !(error instanceof Jump)) io.stderr.write(`bash: ${error instanceof Error ? error.message : String(error)}\n`);
        return abort.signal.aborted ? 143 : 1;
      })
      .finally(() => {
        end();
        forget();
      });
    const text = this.source.slice(statement.pos, statement.end).replace(/\s*&\s*$/, '');
    const job = jobs.add(text, () => abort.abort(), ended);
    void ended.then((status) => {
      job.status = status;
      job.killed = abort.signal.aborted;
    });
    if (io.terminal && this.enter) io.stderr.write(`[${job.id}] ${job.pid}\n`);
    return 0;
  }

  private async arithmetic({ expression, body }: ArithmeticCommand, io: CommandIo): Promise<bigint> {
    try {
      return await evaluateShown(expression, body, this.expansion(io), false);
    } catch (error) {
      if (!(error instanceof ShellError) || error.ends) throw error;
      throw new ShellError(`((: ${error.message}`, error.status);
    }
  }

  private async node(node: CommandNode, io: CommandIo): Promise<number> {
    switch (node.type) {
      case 'Command':
        return runSimple(node, io, this);
      case 'Redirected':
        return this.command(node.command, await redirected(node.redirects, io, this));
      case 'BraceGroup':
        return this.list(node.body, io);
      case 'Subshell': {
        const inner = this.fork();
        const status = await inner.list(node.body, io);
        return (await inner.trap('EXIT', io)) ?? status;
      }
      case 'If': {
        const tested = { ...io, tested: true };
        if ((await this.list(node.clause, tested)) === 0) return this.list(node.then, io);
        for (const elif of node.elif) if ((await this.list(elif.clause, tested)) === 0) return this.list(elif.then, io);
        return node.else ? this.list(node.else, io) : 0;
      }
      case 'While':
        return runWhile(node, io, this);
      case 'For':
        return runFor(node, io, this);
      case 'ArithmeticFor':
        return runArithmeticFor(node, io, this);
      case 'Select':
        return runSelect(node, io, this);
      case 'Case':
        return runCase(node, io, this);
      case 'Function':
        this.state.functions.set(node.name.value, { body: node.body, source: this.source, from: node.pos, to: node.end });
        return 0;
      case 'ArithmeticCommand':
        return (await this.arithmetic(node, io)) !== 0n ? 0 : 1;
      case 'TestCommand':
        return (await runTest(node.expression, io, this)) ? 0 : 1;
      case 'Coproc':
        throw new ShellError('coproc: not available in this shell');
    }
  }

  /** Runs what `trap` has set for a signal; the status when that was `exit`. */
  private async trap(signal: string, io: CommandIo): Promise<number | undefined> {
    const text = this.state.traps.get(signal);
    if (text === undefined) return undefined;
    this.state.traps.delete(signal);
    const before = this.state.status;
    this.state.exited = false;
    await this.text(text, io);
    return this.state.exited ? this.state.status : before;
  }
}
