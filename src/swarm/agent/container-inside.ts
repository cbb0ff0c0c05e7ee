import { RandomStream } from '../../sim/random.ts';
import type { ExecProcess, ExecRequest, OutputSink } from './container.ts';
import { ContainerFiles } from './container-files.ts';
import type { ContainerHost, MountSource } from './container-host.ts';
import { containerNet } from './container-net.ts';
import { imageFiles } from './image-catalogue.ts';
import type { OneContainer } from './one-container.ts';
import { Process } from './program/process.ts';
import { ProcessTable } from './program/process-table.ts';
import type { ProcessContext, Program, ProgramSystem, SignalState } from './program/program.ts';
import { LONGEST_INPUT, ProgramInput } from './program/program-input.ts';
import { isShell, knowsCommand, runCommand } from './program/run-command.ts';
import { Terminal } from './program/terminal.ts';
import { programEnv } from './program-env.ts';

/** How long a probe or a command of `exec` takes to get into the container. */
const EXEC_MS = { min: 20, max: 60 };

/** The writing side of what a program reads. */
interface InputEnd {
  write(text: string): void;
  close(): void;
}

/**
 * The inside of a container: its files, its table of processes, and the programs beside a lone server. Most containers
 * are never looked into: it is made when somebody does.
 */
export class ContainerInside {
  readonly files: ContainerFiles;
  processes: ProcessTable;
  /** What the main program reads, while it runs. */
  private input: InputEnd | undefined;
  /** What was typed before the program began. */
  private typedEarly = { text: '', closed: false };
  /** Programs beside the main one; what comes from outside is told of its end when the container ends first. */
  private readonly children = new Map<Process, ((code: number) => void) | undefined>();

  constructor(
    private readonly one: OneContainer,
    private readonly host: ContainerHost,
    mountSources: readonly MountSource[],
  ) {
    const { known } = one.program;
    this.files = new ContainerFiles(one.view.config, one.hostname, mountSources, host.volumes, known.files ?? {}, () => imageFiles(known));
    this.processes = new ProcessTable(host.now);
    // The server has been running for a while, perhaps.
    if (one.runsAlone) this.processes.add(one.program.argv.join(' '), 0, one.view.startedAt);
  }

  /** The main program is about to run: another life of the container. */
  begin(): void {
    this.processes = new ProcessTable(this.host.now);
  }

  /** The table's line of the main program. */
  addMain(): number {
    return this.processes.add(this.one.program.argv.join(' '), 0);
  }

  /** Runs the container's own program with all that it may touch. */
  runMain(signals: SignalState, out: (text: string) => void, err: (text: string) => void, ended: (code: number) => void): Process {
    const { host, one } = this;
    const { name, tty, openStdin } = one.view.config;
    const { argv } = one.program;
    const [path = ''] = argv;
    let process: Process | undefined;
    // Process 1 only ends by a key that it has a handler for; a shell has.
    const typed = (signal: 'INT' | 'QUIT'): void => {
      if (signals.handlers.has(signal) || isShell(path.slice(path.lastIndexOf('/') + 1))) process?.typed(signal);
    };
    const terminal = tty ? new Terminal(out, typed) : undefined;
    const stdin = openStdin ? (terminal?.input ?? new ProgramInput()) : terminal ? terminal.input : ProgramInput.of('');
    const context = this.context({ pid: 1, row: this.addMain(), signals, stdin, terminal, out, err, exec: undefined });
    process = new Process(host.timers, signals, runCommand(context, argv), name, ended);
    if (openStdin) {
      this.input = inputOf(stdin, terminal);
      this.input.write(this.typedEarly.text);
      if (this.typedEarly.closed) this.input.close();
      this.typedEarly = { text: '', closed: false };
    }
    return process;
  }

  /** What somebody types to the main program; before it has begun, it finds it there. */
  write(text: string): void {
    if (this.one.isStill) this.typedEarly.text = `${this.typedEarly.text}${text}`.slice(0, LONGEST_INPUT);
    else this.host.timers.after(0, `input of ${this.one.view.config.name}`, () => this.input?.write(text));
  }

  closeInput(): void {
    if (this.one.isStill) this.typedEarly.closed = true;
    else this.host.timers.after(0, `input of ${this.one.view.config.name} ends`, () => this.input?.close());
  }

  /** All programs beside the main one are gone. */
  kill(): void {
    this.input = undefined;
    const children = [...this.children];
    this.children.clear();
    for (const [process, ended] of children) {
      process.kill();
      ended?.(137);
    }
  }

  exec(request: ExecRequest, output: OutputSink, done: (exitCode: number) => void): ExecProcess {
    const { timers, random, troubles } = this.host;
    const what = `exec in ${this.one.view.config.name}`;
    let process: Process | undefined;
    const out = (text: string): void => output('stdout', text);
    const err = (text: string): void => output('stderr', text);
    const terminal = request.tty ? new Terminal(out, (signal) => process?.typed(signal)) : undefined;
    const stdin = terminal?.input ?? (request.stdin ? new ProgramInput() : ProgramInput.of(''));
    const cancelStart = timers.after(random.between(EXEC_MS.min, EXEC_MS.max) + troubles.slowMs, what, () => {
      if (this.one.view.state !== 'running') {
        done(137);
        return;
      }
      const cannot = this.cannotExec(request);
      if (cannot) {
        out(`OCI runtime exec failed: exec failed: unable to start container process: ${cannot.why}: unknown\r\n`);
        done(cannot.code);
        return;
      }
      const signals = { handlers: new Map<string, string>(), pending: [] };
      const row = this.processes.add(request.command.join(' '), 0);
      const context = this.context({ pid: 2, row, signals, stdin, terminal, out, err, exec: request });
      const ended = (code: number): void => {
        this.processes.remove(row);
        done(code);
      };
      process = this.child(context, runCommand(context, request.command), request.command.join(' '), ended);
      this.children.set(process, ended);
    });
    const input = inputOf(stdin, terminal);
    return {
      write: (text) => void timers.after(0, `${what}: input`, () => input.write(text)),
      closeInput: () => void timers.after(0, `${what}: end of input`, () => input.close()),
      kill: () => {
        cancelStart();
        if (process) this.children.delete(process);
        process?.kill();
      },
    };
  }

  private cannotExec({ command, workingDir = '' }: ExecRequest): { readonly why: string; readonly code: number } | undefined {
    if (workingDir !== '' && !this.files.isDirectory(workingDir)) {
      return { why: `chdir to cwd (${JSON.stringify(workingDir)}) set in config.json failed: no such file or directory`, code: 126 };
    }
    const [name = ''] = command;
    if (knowsCommand(name, this.one.program.own, (path) => this.files.read(path) !== undefined)) return undefined;
    return { why: `exec: "${name}": ${name.includes('/') ? `stat ${name}: no such file or directory` : 'executable file not found in $PATH'}`, code: 127 };
  }

  private child(context: ProcessContext, program: Program, what: string, ended: (code: number) => void): Process {
    const process = new Process(this.host.timers, context.signals, program, what, (code) => {
      this.children.delete(process);
      ended(code);
    });
    this.children.set(process, undefined);
    return process;
  }

  private context(how: {
    readonly pid: number;
    readonly row: number;
    readonly signals: SignalState;
    readonly stdin: ProgramInput;
    readonly terminal: Terminal | undefined;
    readonly out: (text: string) => void;
    readonly err: (text: string) => void;
    /** Absent: the container's own program. */
    readonly exec: ExecRequest | undefined;
  }): ProcessContext {
    const { config } = this.one.view;
    const { image } = this.one.program;
    const { exec, terminal } = how;
    const given = [...image.env, ...config.env, ...(exec?.env ?? [])];
    const env = programEnv([`HOSTNAME=${this.one.hostname}`, ...(terminal ? ['TERM=xterm'] : []), ...given], this.files);
    const print = terminal && ((text: string): void => terminal.print(text));
    const context: ProcessContext = {
      system: this.system(exec?.user ?? ''),
      pid: how.pid,
      row: how.row,
      env,
      cwd: exec?.workingDir || config.workingDir || image.workingDir || '/',
      stdin: how.stdin,
      terminal,
      out: print ?? how.out,
      err: print ?? how.err,
      signals: how.signals,
      spawn: (program, what, ended) => void this.child(context, program, what, ended),
    };
    return context;
  }

  private system(user: string): ProgramSystem {
    const { host, one } = this;
    return {
      now: host.now,
      epochMs: host.epochMs,
      random: host.random,
      hostname: one.hostname,
      user: asUser(user || (one.view.config.user ?? '')),
      shellBanner: one.program.known.shellBanner ?? '',
      files: this.files,
      net: containerNet({
        hostname: one.hostname,
        address: () => one.address,
        outside: () => host.net(one.view),
        internet: host.internet,
        timers: host.timers,
        answer: (port) => one.answer(port),
      }),
      mainProgram: one.program.own,
      runMain: (process) => one.runOwn(process),
      runCommand,
      processes: this.processes,
      address: one.address,
    };
  }

  /** How much of processor and memory it uses now, so many bytes at least: numbers that waver. */
  usage(baseBytes: number): { readonly cpuPercent: number; readonly memoryBytes: number; readonly pids: number } {
    const { view, program } = this.one;
    if (!this.one.isAlive) return { cpuPercent: 0, memoryBytes: 0, pids: 0 };
    // Drawn without touching the run's own streams: looking must not change anything.
    const waver = new RandomStream(`usage/${this.one.id}/${Math.floor(this.host.now() / 2_000)}`);
    const busy = /\b(stress|yes)\b/.test(program.argv.join(' '));
    const limit = view.config.nanoCpus ? view.config.nanoCpus / 1e7 : 100;
    return {
      cpuPercent: view.state === 'paused' ? 0 : busy ? limit - waver.below(100) / 100 : waver.below(30) / 100,
      memoryBytes: baseBytes + waver.below(Math.max(1, Math.floor(baseBytes / 20))),
      pids: (program.serves ? 2 : 0) + this.processes.list().length,
    };
  }
}

/** Root is who is not named. */
function asUser(user: string): string {
  const [name = ''] = user.split(':');
  return name === '0' || name === 'root' ? '' : name;
}

function inputOf(stdin: ProgramInput, terminal: Terminal | undefined): InputEnd {
  if (terminal) return { write: (text) => terminal.type(text), close: () => terminal.hangUp() };
  return { write: (text) => stdin.push(text), close: () => stdin.close() };
}
