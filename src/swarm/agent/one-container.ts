import type { Labels, PortConfig } from '../../docker/api/specs.ts';
import { RandomStream } from '../../sim/random.ts';
import type { CancelTimer, Timers } from '../../sim/timers.ts';
import { commandLine } from './command-line.ts';
import type { Container, ContainerConfig, ExecProcess, ExecRequest, Image, LogLine, OutputSink, ProbeStep } from './container.ts';
import { ContainerFiles } from './container-files.ts';
import { containerNet } from './container-net.ts';
import { HealthMonitor, hasHealthCheck, mergeHealth } from './health-monitor.ts';
import type { HostTroubles } from './host-troubles.ts';
import { type CatalogueImage, imageFiles } from './image-catalogue.ts';
import { serve } from './program/commands.ts';
import { LineWriter, Process } from './program/process.ts';
import { ProcessTable } from './program/process-table.ts';
import type { ProcessContext, Program, ProgramAnswer, ProgramNet, ProgramSystem, SignalState } from './program/program.ts';
import { LONGEST_INPUT, ProgramInput } from './program/program-input.ts';
import { isOwnProgram, isShell, knowsCommand, runCommand } from './program/run-command.ts';
import { signalName } from './program/signal-name.ts';
import { Terminal } from './program/terminal.ts';
import { programEnv } from './program-env.ts';
import { type ScenarioBehaviour, scenarioBehaviour } from './scenario-labels.ts';
import { type StartFault, startFault } from './start-fault.ts';
import type { VolumeStore } from './volume-store.ts';

const KEPT_LOG_LINES = 5_000;
/** How long a probe or a command of `exec` takes to get into the container. */
const EXEC_MS = { min: 20, max: 60 };

/** A server is told to end by any of these, at once. */
const SERVER_SIGNALS = new Map(['TERM', 'INT', 'QUIT', 'WINCH'].map((signal) => [signal, '']));

/** What a container needs of its host. */
export interface ContainerParts {
  readonly id: string;
  readonly config: ContainerConfig;
  readonly image: Image;
  readonly known: CatalogueImage;
  readonly mountSources: readonly { readonly target: string; readonly volume: string; readonly readOnly: boolean }[];
  readonly timers: Timers;
  readonly random: RandomStream;
  readonly now: () => number;
  readonly epochMs: number;
  readonly volumes: VolumeStore;
  readonly net: () => ProgramNet | undefined;
  readonly troubles: HostTroubles;
  /** Whether there is an internet behind the host. */
  readonly internet: boolean;
  readonly log: (line: LogLine) => void;
  readonly output: OutputSink;
  readonly healthChanged: () => void;
  readonly probed: (probe: ProbeStep) => void;
  readonly processEnded: (exitCode: number, oomKilled: boolean) => void;
}

/** One container: its state, and the programs that run inside it. */
export class OneContainer {
  readonly id: string;
  view: Container;
  readonly logLines: LogLine[] = [];
  /** Someone asked for its end: no restart policy brings it back. */
  stopAsked = false;
  restartTimer: CancelTimer | undefined;
  readonly volumeNames: readonly string[];
  private behaviour: ScenarioBehaviour;
  private character: Labels;
  readonly files: ContainerFiles;
  private readonly hostname: string;
  private readonly argv: readonly string[];
  private main: { readonly process: Process; readonly signals: SignalState } | undefined;
  /** What the main program reads, while it runs. */
  private input: { write(text: string): void; close(): void } | undefined;
  /** What was typed before the program began. */
  private typedEarly = { text: '', closed: false };
  processes: ProcessTable;
  /** Programs beside the main one; what comes from outside is told of its end when the container ends first. */
  private readonly children = new Map<Process, ((code: number) => void) | undefined>();
  private scenarioTimers: CancelTimer[] = [];
  private monitor: HealthMonitor | undefined;
  private endWaiters: (() => void)[] = [];
  private probes = 0;

  constructor(private readonly parts: ContainerParts) {
    const { id, config, image, mountSources, volumes } = parts;
    this.id = id;
    this.hostname = config.hostname ? config.hostname : id.slice(0, 12);
    this.argv = commandLine(config, image);
    this.processes = new ProcessTable(parts.now);
    this.character = this.wantedCharacter();
    this.behaviour = scenarioBehaviour({ ...config.labels, ...this.character });
    this.volumeNames = mountSources.map(({ volume }) => volume).filter((name) => name !== '');
    this.files = new ContainerFiles(config, this.hostname, mountSources, volumes, parts.known.files ?? {}, () => imageFiles(parts.known));
    this.view = {
      id,
      config,
      imageId: image.id,
      state: 'created',
      createdAt: parts.now(),
      exitCode: 0,
      pid: 0,
      oomKilled: false,
      error: '',
      restartCount: 0,
      boundPorts: [],
    };
  }

  /** Why it cannot be started. */
  startFault(): StartFault | undefined {
    const [command = ''] = this.argv;
    const runs = knowsCommand(command, this.mainProgram, (path) => this.files.read(path) !== undefined);
    const kind = runs ? 'program' : command.startsWith('/') && this.files.isDirectory(command) ? 'directory' : 'nothing';
    return startFault({ id: this.id, config: this.view.config, command, kind, passwd: this.files.read('/etc/passwd') ?? '' });
  }

  run(pid: number, boundPorts: readonly PortConfig[], bridgeAddress: string | undefined): void {
    const { parts } = this;
    const { health: _health, finishedAt: _finishedAt, bridgeAddress: _bridge, ...view } = this.view;
    this.view = {
      ...view,
      state: 'running',
      startedAt: parts.now(),
      exitCode: 0,
      pid,
      oomKilled: false,
      error: '',
      boundPorts,
      ...(bridgeAddress === undefined ? {} : { bridgeAddress }),
    };
    const { serves } = this;
    const signals: SignalState = { handlers: serves ? SERVER_SIGNALS : new Map(), pending: [] };
    this.processes = new ProcessTable(parts.now);
    const row = this.processes.add(this.argv.join(' '), 0);
    const { name, tty, openStdin } = this.view.config;
    const out = this.writer('stdout');
    let process: Process | undefined;
    const ended = (code: number): void => this.mainEnded(code);
    // Servers are by far the most of all programs, and need nothing of their surroundings but a place to write to.
    if (serves && !tty && !openStdin && isOwnProgram(this.argv[0] ?? '', this.mainProgram)) {
      process = new Process(parts.timers, signals, this.runMain({ pid: 1, signals, out }), name, ended);
    } else {
      // Process 1 only ends by a key that it has a handler for; a shell has.
      const typed = (signal: 'INT' | 'QUIT'): void => {
        if (signals.handlers.has(signal) || isShell(programName(this.argv))) process?.typed(signal);
      };
      const terminal = tty ? new Terminal(out, typed) : undefined;
      const stdin = openStdin ? (terminal?.input ?? new ProgramInput()) : terminal ? terminal.input : ProgramInput.of('');
      const context = this.context({ pid: 1, row, signals, stdin, terminal, out, err: this.writer('stderr'), exec: undefined });
      process = new Process(parts.timers, signals, runCommand(context, this.argv), name, ended);
      if (openStdin) {
        this.input = inputOf(stdin, terminal);
        this.input.write(this.typedEarly.text);
        if (this.typedEarly.closed) this.input.close();
        this.typedEarly = { text: '', closed: false };
      }
    }
    this.main = { process, signals };
    this.scheduleBehaviour();
    const health = mergeHealth(this.view.config.health, parts.image.health);
    if (hasHealthCheck(health)) {
      this.monitor = new HealthMonitor(
        health,
        parts.timers,
        parts.now,
        (done) => this.probe(health.Test ?? [], done),
        () => {
          this.copyHealth();
          parts.healthChanged();
        },
      );
      this.copyHealth();
    }
  }

  /** Somebody has given it another character, perhaps: what it is to do counts from now. */
  characterChanged(): void {
    const character = this.wantedCharacter();
    if (character === this.character) return;
    this.character = character;
    this.behaviour = scenarioBehaviour({ ...this.view.config.labels, ...character });
    for (const cancel of this.scenarioTimers) cancel();
    this.scenarioTimers = [];
    if (this.main) this.scheduleBehaviour();
  }

  /** Bytes of the host's memory that it uses. */
  get memoryBytes(): number {
    if (this.view.state !== 'running' && this.view.state !== 'paused') return 0;
    return this.behaviour.memoryBytes ?? (this.serves ? this.parts.known.memoryMb : 1) * 1024 * 1024;
  }

  /** Whether labels say how much memory it uses. */
  get memoryIsSet(): boolean {
    return this.behaviour.memoryBytes !== undefined;
  }

  /** The kernel kills it, as memory has run out. */
  killForMemory(): void {
    this.crash(137, true);
  }

  private wantedCharacter(): Labels {
    const { config, troubles } = this.parts;
    return troubles.character(config.name, config.task?.serviceName);
  }

  private scheduleBehaviour(): void {
    const { parts, behaviour } = this;
    const after = (ms: number, what: string, run: () => void): void => void this.scenarioTimers.push(parts.timers.after(ms, what, run));
    if (behaviour.crashAfterMs !== undefined) after(behaviour.crashAfterMs, 'scenario: the program crashes', () => this.crash(behaviour.exitCode ?? 1));
    const limit = this.view.config.memoryBytes ?? 0;
    if (behaviour.memoryBytes !== undefined && limit > 0 && behaviour.memoryBytes > limit) {
      after(Math.max(behaviour.startAfterMs, 1_000), 'out of memory', () => this.crash(137, true));
    }
    if (behaviour.log) this.scenarioLog(behaviour.log.everyMs, behaviour.log.text);
  }

  /** Whether the program ends by itself when it gets the signal. */
  endsOn(signal: string): boolean {
    const name = signalName(signal);
    return name === 'KILL' || this.view.config.init === true || this.serves || (this.main?.signals.handlers.has(name) ?? false);
  }

  exitCodeOn(signal: string): number {
    if (this.serves) return this.behaviour.exitCode ?? 0;
    return this.main?.signals.handlers.has(signalName(signal)) ? 0 : 143;
  }

  /** A signal to process 1, which ignores those it has no handler for. */
  signal(signal: string): void {
    const name = signalName(signal);
    const { main } = this;
    if (!main) return;
    if (name === 'KILL') this.crash(137);
    else if (name === 'STOP') main.process.freeze();
    else if (name === 'CONT') main.process.thaw();
    else if (this.serves && main.signals.handlers.has(name)) this.crash(this.behaviour.exitCode ?? 0);
    else if (main.signals.handlers.has(name)) main.process.interrupt(name);
    else if (this.view.config.init && ['TERM', 'INT', 'HUP', 'QUIT', 'USR1', 'USR2'].includes(name)) {
      this.crash(128 + ({ HUP: 1, INT: 2, QUIT: 3, USR1: 10, USR2: 12, TERM: 15 }[name] ?? 15));
    }
  }

  freeze(): void {
    this.main?.process.freeze();
    this.change({ state: 'paused' });
  }

  thaw(): void {
    this.main?.process.thaw();
    this.change({ state: 'running' });
  }

  change(change: Partial<Container>): void {
    this.view = { ...this.view, ...change };
  }

  /** All its programs are gone. */
  killNow(): void {
    this.monitor?.stop();
    this.monitor = undefined;
    this.main?.process.kill();
    this.main = undefined;
    this.input = undefined;
    const children = [...this.children];
    this.children.clear();
    for (const [process, ended] of children) {
      process.kill();
      ended?.(137);
    }
    for (const cancel of this.scenarioTimers) cancel();
    this.scenarioTimers = [];
  }

  end(exitCode: number, oomKilled: boolean): void {
    this.killNow();
    const { bridgeAddress: _bridge, ...view } = this.view;
    this.view = { ...view, state: 'exited', finishedAt: this.parts.now(), exitCode, oomKilled, pid: 0, boundPorts: [] };
  }

  onEnd(run: () => void): void {
    this.endWaiters.push(run);
  }

  tellEnd(): void {
    for (const run of this.endWaiters.splice(0)) run();
  }

  /** It is removed: who still waits learns so. */
  gone(): void {
    this.killNow();
    this.tellEnd();
  }

  cancelRestart(): void {
    this.restartTimer?.();
    this.restartTimer = undefined;
  }

  /** What somebody types to the main program; before it has begun, it finds it there. */
  write(text: string): void {
    if (this.view.state === 'created' || this.view.state === 'exited') this.typedEarly.text = `${this.typedEarly.text}${text}`.slice(0, LONGEST_INPUT);
    else this.parts.timers.after(0, `input of ${this.view.config.name}`, () => this.input?.write(text));
  }

  closeInput(): void {
    if (this.view.state === 'created' || this.view.state === 'exited') this.typedEarly.closed = true;
    else this.parts.timers.after(0, `input of ${this.view.config.name} ends`, () => this.input?.close());
  }

  exec(request: ExecRequest, output: OutputSink, done: (exitCode: number) => void): ExecProcess {
    const { timers, random } = this.parts;
    const what = `exec in ${this.view.config.name}`;
    let process: Process | undefined;
    const out = (text: string): void => output('stdout', text);
    const err = (text: string): void => output('stderr', text);
    const terminal = request.tty ? new Terminal(out, (signal) => process?.typed(signal)) : undefined;
    const stdin = terminal?.input ?? (request.stdin ? new ProgramInput() : ProgramInput.of(''));
    const cancelStart = timers.after(random.between(EXEC_MS.min, EXEC_MS.max) + this.parts.troubles.slowMs, what, () => {
      if (this.view.state !== 'running') {
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
    if (knowsCommand(name, this.mainProgram, (path) => this.files.read(path) !== undefined)) return undefined;
    return { why: `exec: "${name}": ${name.includes('/') ? `stat ${name}: no such file or directory` : 'executable file not found in $PATH'}`, code: 127 };
  }

  /** The answer to an HTTP request from outside; undefined when nothing listens on the port. */
  answer(port: number): ProgramAnswer | undefined {
    const { known, now } = this.parts;
    if (this.view.state === 'paused') return { ok: false, status: 0, text: 'timed out' };
    if (this.view.state !== 'running' || now() - (this.view.startedAt ?? 0) < this.behaviour.startAfterMs) return undefined;
    if (!this.serves) {
      const httpd = this.argv.join(' ').match(/\bhttpd\b(?:.*?-p\s*(?:\S*:)?(\d+))?|http\.server(?:\s+(\d+))?/);
      if (!httpd || port !== Number(httpd[1] ?? httpd[2] ?? (httpd[0].startsWith('http.') ? 8000 : 80))) return undefined;
      const page = this.files.read('/www/index.html') ?? this.files.read('/index.html');
      return page === undefined ? { ok: false, status: 404, text: '404 Not Found\n' } : { ok: true, status: 200, text: page };
    }
    if (known.ports.length > 0 && !known.ports.some((exposed) => Number.parseInt(exposed, 10) === port)) return undefined;
    if (known.page === undefined) return { ok: false, status: 0, text: 'Empty reply from server' };
    const own = this.files.read('/usr/share/nginx/html/index.html') ?? this.files.read('/usr/local/apache2/htdocs/index.html');
    const text = own ?? known.page.replaceAll('{hostname}', this.hostname).replaceAll('{address}', this.address);
    return { ok: true, status: 200, text };
  }

  usage(): { readonly cpuPercent: number; readonly memoryBytes: number; readonly pids: number } {
    if (this.view.state !== 'running' && this.view.state !== 'paused') return { cpuPercent: 0, memoryBytes: 0, pids: 0 };
    // Numbers that waver, drawn without touching the run's own streams: looking must not change anything.
    const waver = new RandomStream(`usage/${this.id}/${Math.floor(this.parts.now() / 2_000)}`);
    const busy = /\b(stress|yes)\b/.test(this.argv.join(' '));
    const baseBytes = this.memoryBytes;
    const limit = this.view.config.nanoCpus ? this.view.config.nanoCpus / 1e7 : 100;
    return {
      cpuPercent: this.view.state === 'paused' ? 0 : busy ? limit - waver.below(100) / 100 : waver.below(30) / 100,
      memoryBytes: baseBytes + waver.below(Math.max(1, Math.floor(baseBytes / 20))),
      pids: (this.serves ? 2 : 0) + this.processes.list().length,
    };
  }

  /** The container runs its image's own server. */
  private get serves(): boolean {
    return this.parts.known.behaviour === 'serve' && this.argv[0] === this.mainProgram;
  }

  private get mainProgram(): string {
    const { known } = this.parts;
    return known.behaviour === 'shell' ? '' : (known.command[0] ?? known.entrypoint[0] ?? '');
  }

  private get address(): string {
    return this.view.config.networks[0]?.address.replace(/\/.*$/, '') || (this.view.bridgeAddress ?? '127.0.0.1');
  }

  private mainEnded(exitCode: number): void {
    this.main = undefined;
    this.finish(this.behaviour.exitCode ?? exitCode, false);
  }

  private crash(exitCode: number, oomKilled = false): void {
    this.main?.process.kill();
    this.main = undefined;
    this.finish(exitCode, oomKilled);
  }

  private finish(exitCode: number, oomKilled: boolean): void {
    if (this.view.state === 'paused') this.change({ state: 'running' });
    this.killNow();
    this.parts.processEnded(exitCode, oomKilled);
  }

  private *runMain(process: Pick<ProcessContext, 'pid' | 'out' | 'signals'>): Program {
    const { known } = this.parts;
    for (const line of known.log ?? []) process.out(`${line}\n`);
    if (known.behaviour === 'say') return 0;
    yield* serve(process, process.pid === 1);
    return 0;
  }

  private probe(test: readonly string[], done: (exitCode: number, output: string) => void): () => void {
    const { behaviour } = this;
    const number = ++this.probes;
    const forced = behaviour.health === 'unhealthy' || (behaviour.health === 'flaky' && number % 3 === 0) ? 1 : behaviour.health === 'healthy' ? 0 : undefined;
    const starting = this.parts.now() - (this.view.startedAt ?? 0) < behaviour.startAfterMs;
    const asked = test[0] === 'CMD-SHELL' ? ['/bin/sh', '-c', test.slice(1).join(' ')] : test.slice(1);
    const command = forced !== undefined || (starting && behaviour.health === undefined) ? [forced === 0 ? 'true' : 'false'] : asked;
    const tell = (step: ProbeStep['step'], exitCode = 0): void => this.parts.probed({ step, number, command: asked, exitCode });
    let [output, running] = ['', true];
    tell('create');
    tell('start');
    const probe = this.exec(
      { command },
      (_stream, text) => void (output += text),
      (code) => {
        running = false;
        tell('die', code);
        done(code, output);
      },
    );
    return () => {
      probe.kill();
      if (running) tell('die', 137);
      running = false;
    };
  }

  private copyHealth(): void {
    if (this.monitor) this.view = { ...this.view, health: this.monitor.health };
  }

  /** Health as it is now, with the log of probes that changed nothing. */
  get withHealth(): Container {
    return this.monitor ? { ...this.view, health: this.monitor.health } : this.view;
  }

  private scenarioLog(everyMs: number, text: string): void {
    const cancel = this.parts.timers.after(everyMs, 'scenario: a line of log', () => {
      this.scenarioTimers = this.scenarioTimers.filter((other) => other !== cancel);
      this.logLine('stdout', text);
      this.scenarioLog(everyMs, text);
    });
    this.scenarioTimers.push(cancel);
  }

  private writer(stream: LogLine['stream']): (text: string) => void {
    const lines = new LineWriter((text) => this.logLine(stream, this.view.config.tty ? text.replace(/\r$/, '') : text));
    return (text) => {
      this.parts.output(stream, text);
      lines.write(text);
    };
  }

  private logLine(stream: LogLine['stream'], text: string): void {
    const line: LogLine = { at: this.parts.now(), stream, text };
    this.logLines.push(line);
    if (this.logLines.length > KEPT_LOG_LINES) this.logLines.splice(0, 1_000);
    if (this.view.config.logDriver?.name !== 'none') this.parts.log(line);
  }

  private child(context: ProcessContext, program: Program, what: string, ended: (code: number) => void): Process {
    const process = new Process(this.parts.timers, context.signals, program, what, (code) => {
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
    const { config } = this.view;
    const { exec, terminal } = how;
    const given = [...this.parts.image.env, ...config.env, ...(exec?.env ?? [])];
    const env = programEnv([`HOSTNAME=${this.hostname}`, ...(terminal ? ['TERM=xterm'] : []), ...given], this.files);
    const print = terminal && ((text: string): void => terminal.print(text));
    const context: ProcessContext = {
      system: this.system(exec?.user ?? ''),
      pid: how.pid,
      row: how.row,
      env,
      cwd: exec?.workingDir || config.workingDir || this.parts.image.workingDir || '/',
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
    return {
      now: this.parts.now,
      epochMs: this.parts.epochMs,
      random: this.parts.random,
      hostname: this.hostname,
      user: asUser(user || (this.view.config.user ?? '')),
      shellBanner: this.parts.known.shellBanner ?? '',
      files: this.files,
      net: containerNet({
        hostname: this.hostname,
        address: () => this.address,
        outside: this.parts.net,
        internet: this.parts.internet,
        timers: this.parts.timers,
        answer: (port) => this.answer(port),
      }),
      mainProgram: this.mainProgram,
      runMain: (process) => this.runMain(process),
      runCommand,
      processes: this.processes,
      address: this.address,
    };
  }
}

/** Root is who is not named. */
function asUser(user: string): string {
  const [name = ''] = user.split(':');
  return name === '0' || name === 'root' ? '' : name;
}

function programName([path = '']: readonly string[]): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The writing side of what a program reads. */
function inputOf(stdin: ProgramInput, terminal: Terminal | undefined): { write(text: string): void; close(): void } {
  if (terminal) return { write: (text) => terminal.type(text), close: () => terminal.hangUp() };
  return { write: (text) => stdin.push(text), close: () => stdin.close() };
}
