import { forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';
import { Interrupted } from '../api/client.ts';
import { completeLine } from './complete.ts';
import { expandHistory } from './history-expansion.ts';
import { Interpreter } from './interpreter.ts';
import { Processes } from './processes.ts';
import type { HostShell, ShellHost, ShellIo } from './shell.ts';
import { newShellState } from './state.ts';
import { systemFiles } from './system-files.ts';

/** Lines longer than this are refused: no keyboard and no paste of sense makes them. */
const MAX_LINE_LENGTH = 1_000_000;

/** Typed lines that are kept. */
const MAX_HISTORY = 1000;

/** The parser's complaints that more input may mend. */
const UNFINISHED =
  /unterminated|expected 'done'|expected 'fi'|expected 'esac'|expected '\}'|expected '\)'|expected command after '(?:\||\|\||&&|then|do|else|\|&)'|here-?doc/i;

/** A bash-like shell on a host: variables, working directory, functions and jobs stay from line to line. */
export function createShell(machine: ShellHost): HostShell {
  return new BashShell({ ...machine, files: systemFiles(machine) });
}

class BashShell implements HostShell {
  /** The shell that has been entered from this one, and what is said when it is left. */
  private inner: { readonly shell: HostShell; readonly farewell: string } | undefined;
  private interpreter: Interpreter;
  private exited = false;

  constructor(private readonly host: ShellHost) {
    this.interpreter = this.begin([]);
  }

  prompt(): string {
    const { cwd } = this.interpreter.state;
    return this.inner?.shell.prompt() ?? `${this.host.name} ${cwd === '/root' ? '~' : cwd.replace(/^\/root\//, '~/')} $ `;
  }

  incomplete(text: string): boolean {
    return text.length <= MAX_LINE_LENGTH && (/(?:^|[^\\])(?:\\\\)*\\$/.test(text) || unfinished(parse(text)));
  }

  complete(line: string, cursor: number): Promise<{ readonly from: number; readonly words: readonly string[] }> {
    return this.inner?.shell.complete(line, cursor) ?? completeLine(this.interpreter, line, cursor);
  }

  remember(text: string): void {
    const { history } = this.interpreter.state;
    if (text.trim() !== '' && history.at(-1) !== text) history.push(text);
    if (history.length > MAX_HISTORY) history.shift();
  }

  hangUp(): void {
    this.inner?.shell.hangUp();
    this.inner = undefined;
    this.interpreter.processes.interruptAll();
  }

  left(): boolean {
    return this.exited;
  }

  async run(text: string, io: ShellIo): Promise<number> {
    if (this.inner) return this.runInside(this.inner, text, io);
    const { state } = this.interpreter;
    const line = io.terminal ? this.typed(text, io) : text;
    state.status = line === undefined ? 1 : await this.runHere(line, io);
    if (io.terminal) for (const ended of state.jobs.takeEnded()) io.stdout.write(ended);
    if (state.abandoned) state.exited = false;
    state.abandoned = false;
    this.exited = state.exited;
    if (this.exited) this.interpreter = this.begin(state.history);
    return state.status;
  }

  private begin(history: string[]): Interpreter {
    const { host } = this;
    const state = newShellState(host.name, { now: () => host.clock.now(), random: host.random }, history);
    const enter = (shell: HostShell, farewell: string): void => {
      this.inner = { shell, farewell };
    };
    return new Interpreter({ host, parse, processes: new Processes(host.clock), enter }, state);
  }

  private async runInside({ shell, farewell }: { readonly shell: HostShell; readonly farewell: string }, text: string, io: ShellIo): Promise<number> {
    const status = await shell.run(text, io);
    if (shell.left()) {
      this.inner = undefined;
      io.stdout.write(farewell);
    }
    this.interpreter.state.status = status;
    return status;
  }

  private async runHere(text: string, io: ShellIo): Promise<number> {
    if (text.length > MAX_LINE_LENGTH) {
      io.stderr.write(`bash: line too long: ${text.length} characters, at most ${MAX_LINE_LENGTH} are taken\n`);
      return 2;
    }
    try {
      return await this.interpreter.whole(text, io);
    } catch (error) {
      if (error instanceof Interrupted || io.signal.aborted) return 130;
      io.stderr.write(`bash: ${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    }
  }

  /** The line with its `!` expanded, remembered; undefined after it has said that there is none of the kind. */
  private typed(text: string, io: ShellIo): string | undefined {
    const expanded = expandHistory(text, this.interpreter.state.history);
    if ('missing' in expanded) {
      io.stderr.write(`bash: ${expanded.missing}\n`);
      return undefined;
    }
    if (expanded.changed) io.stdout.write(`${expanded.line}\n`);
    this.remember(expanded.line);
    return expanded.line;
  }
}

function unfinished(script: ParsedScript): boolean {
  return (script.errors?.some((error) => UNFINISHED.test(error.message)) ?? false) || openHereDocument(script);
}

function openHereDocument(node: SyntaxNode): boolean {
  if (node.type === 'HereDoc' && !node.closing) return true;
  let open = false;
  forEachChild(node, (child) => {
    open ||= openHereDocument(child);
  });
  return open;
}
