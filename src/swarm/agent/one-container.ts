import type { Labels, PortConfig } from '../../docker/api/specs.ts';
import type { CancelTimer } from '../../sim/timers.ts';
import type { Container, ContainerConfig, LogLine, NamedContainer, ProbeStep } from './container.ts';
import { sharedPart } from './container-config.ts';
import type { ContainerHost, MountSource } from './container-host.ts';
import { ContainerInside } from './container-inside.ts';
import { changedContainer, createdContainer, startedContainer } from './container-view.ts';
import { HealthMonitor } from './health-monitor.ts';
import type { MainProgram } from './main-program.ts';
import { serve } from './program/commands.ts';
import { LineWriter } from './program/process.ts';
import type { ProcessContext, Program, ProgramAnswer, SignalState } from './program/program.ts';
import { knowsCommand } from './program/run-command.ts';
import { signalName } from './program/signal-name.ts';
import { type ScenarioBehaviour, scenarioBehaviour } from './scenario-labels.ts';
import { type MainProcess, SERVING, ServerProcess } from './server-process.ts';
import { type StartFault, startFault } from './start-fault.ts';

const KEPT_LOG_LINES = 5_000;

/** A server is told to end by any of these, at once. */
const SERVER_SIGNALS = new Map(['TERM', 'INT', 'QUIT', 'WINCH'].map((signal) => [signal, '']));
const SERVER_STATE: SignalState = { handlers: SERVER_SIGNALS, pending: [] };
const NONE: readonly never[] = [];

/** One container: its state, and the programs that run inside it. There are very many, so that it has little of its own. */
export class OneContainer implements NamedContainer {
  view: Container;
  /** It is in its host's table no more. */
  removed = false;
  /** Someone asked for its end: no restart policy brings it back. */
  stopAsked = false;
  restartTimer: CancelTimer | undefined = undefined;
  private lines: LogLine[] | undefined = undefined;
  private behaviour: ScenarioBehaviour;
  private character: Labels;
  private main: MainProcess | undefined = undefined;
  private signals: SignalState = SERVER_STATE;
  private scenarioTimers: CancelTimer[] | undefined = undefined;
  private monitor: HealthMonitor | undefined = undefined;
  private endWaiters: (() => void)[] | undefined = undefined;
  private probes = 0;
  private made: ContainerInside | undefined = undefined;

  constructor(
    readonly id: string,
    config: ContainerConfig,
    readonly program: MainProgram,
    private readonly mountSources: readonly MountSource[],
    private readonly host: ContainerHost,
  ) {
    this.view = createdContainer(id, config, program.image.id, host.now());
    this.character = this.wantedCharacter();
    this.behaviour = scenarioBehaviour(sharedPart(config).labels, this.character);
  }

  get hostname(): string {
    const { hostname } = this.view.config;
    return hostname ? hostname : this.id.slice(0, 12);
  }

  answersTo(name: string): boolean {
    return !this.removed && this.view.config.name === name;
  }

  get inside(): ContainerInside {
    this.made ??= new ContainerInside(this, this.host, this.mountSources);
    return this.made;
  }

  get logLines(): readonly LogLine[] {
    return this.lines ?? NONE;
  }

  get volumeNames(): readonly string[] {
    return this.mountSources.length === 0 ? NONE : this.mountSources.map(({ volume }) => volume).filter((name) => name !== '');
  }

  get isAlive(): boolean {
    return this.view.state === 'running' || this.view.state === 'paused';
  }

  /** It has not begun, or has ended. */
  get isStill(): boolean {
    return this.view.state === 'created' || this.view.state === 'exited';
  }

  /** A server that needs nothing of its surroundings is all that runs in it. */
  get runsAlone(): boolean {
    return this.program.alone && this.isAlive;
  }

  /** Why it cannot be started. */
  startFault(): StartFault | undefined {
    if (this.program.unhindered && this.program.unhindered === sharedPart(this.view.config)) return undefined;
    const [command = ''] = this.program.argv;
    const runs = knowsCommand(command, this.program.own, (path) => this.inside.files.read(path) !== undefined);
    const kind = runs ? 'program' : command.startsWith('/') && this.inside.files.isDirectory(command) ? 'directory' : 'nothing';
    return startFault({ id: this.id, config: this.view.config, command, kind, passwd: () => this.inside.files.read('/etc/passwd') ?? '' });
  }

  run(pid: number, boundPorts: readonly PortConfig[], bridgeAddress: string | undefined): void {
    const { host, program } = this;
    this.view = startedContainer(this.view, host.now(), pid, boundPorts, bridgeAddress);
    this.made?.begin();
    if (program.alone) {
      this.made?.addMain();
      this.signals = SERVER_STATE;
      this.main = new ServerProcess(host.timers, this);
    } else {
      this.signals = { handlers: program.serves ? SERVER_SIGNALS : new Map(), pending: [] };
      this.main = this.inside.runMain(this.signals, this.writer('stdout'), this.writer('stderr'), (code) => this.mainEnded(code));
    }
    this.scheduleBehaviour();
    const { health } = program;
    if (!health) return;
    this.monitor = new HealthMonitor(
      health,
      host.timers,
      () => host.now(),
      (done) => this.probe(health.Test ?? [], done),
      () => {
        this.copyHealth();
        host.healthChanged(this);
      },
    );
    this.copyHealth();
  }

  /** Somebody has given it another character, perhaps: what it is to do counts from now. */
  characterChanged(): void {
    const character = this.wantedCharacter();
    if (character === this.character) return;
    this.character = character;
    this.behaviour = scenarioBehaviour(sharedPart(this.view.config).labels, character);
    this.cancelScenario();
    if (this.main) this.scheduleBehaviour();
  }

  /** Bytes of the host's memory that it uses. */
  get memoryBytes(): number {
    if (!this.isAlive) return 0;
    return this.behaviour.memoryBytes ?? (this.program.serves ? this.program.known.memoryMb : 1) * 1024 * 1024;
  }

  /** Whether labels say how much memory it uses. */
  get memoryIsSet(): boolean {
    return this.behaviour.memoryBytes !== undefined;
  }

  /** The kernel kills it, as memory has run out. */
  killForMemory(): void {
    this.crash(137, true);
  }

  /** Whether the program ends by itself when it gets the signal. */
  endsOn(signal: string): boolean {
    const name = signalName(signal);
    return name === 'KILL' || this.view.config.init === true || this.program.serves || this.handles(name);
  }

  exitCodeOn(signal: string): number {
    if (this.program.serves) return this.behaviour.exitCode ?? 0;
    return this.handles(signalName(signal)) ? 0 : 143;
  }

  /** A signal to process 1, which ignores those it has no handler for. */
  signal(signal: string): void {
    const name = signalName(signal);
    const { main } = this;
    if (!main) return;
    if (name === 'KILL') this.crash(137);
    else if (name === 'STOP') main.freeze();
    else if (name === 'CONT') main.thaw();
    else if (this.program.serves && this.handles(name)) this.crash(this.behaviour.exitCode ?? 0);
    else if (this.handles(name)) main.interrupt(name);
    else if (this.view.config.init && ['TERM', 'INT', 'HUP', 'QUIT', 'USR1', 'USR2'].includes(name)) {
      this.crash(128 + ({ HUP: 1, INT: 2, QUIT: 3, USR1: 10, USR2: 12, TERM: 15 }[name] ?? 15));
    }
  }

  freeze(): void {
    this.main?.freeze();
    this.change({ state: 'paused' });
  }

  thaw(): void {
    this.main?.thaw();
    this.change({ state: 'running' });
  }

  change(change: Partial<Container>): void {
    this.view = changedContainer(this.view, change);
  }

  /** All its programs are gone. */
  killNow(): void {
    this.monitor?.stop();
    this.monitor = undefined;
    this.main?.kill();
    this.main = undefined;
    this.made?.kill();
    this.cancelScenario();
  }

  end(exitCode: number, oomKilled: boolean): void {
    this.killNow();
    this.change({ state: 'exited', finishedAt: this.host.now(), exitCode, oomKilled, pid: 0, boundPorts: NONE, bridgeAddress: undefined });
  }

  onEnd(run: () => void): void {
    this.endWaiters ??= [];
    this.endWaiters.push(run);
  }

  tellEnd(): void {
    const { endWaiters } = this;
    this.endWaiters = undefined;
    for (const run of endWaiters ?? NONE) run();
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

  /** The answer to an HTTP request from outside; undefined when nothing listens on the port. */
  answer(port: number): ProgramAnswer | undefined {
    const { known, argv, serves } = this.program;
    if (this.view.state === 'paused') return { ok: false, status: 0, text: 'timed out' };
    if (this.view.state !== 'running' || this.host.now() - (this.view.startedAt ?? 0) < this.behaviour.startAfterMs) return undefined;
    const { files } = this.inside;
    if (!serves) {
      const httpd = argv.join(' ').match(/\bhttpd\b(?:.*?-p\s*(?:\S*:)?(\d+))?|http\.server(?:\s+(\d+))?/);
      if (!httpd || port !== Number(httpd[1] ?? httpd[2] ?? (httpd[0].startsWith('http.') ? 8000 : 80))) return undefined;
      const page = files.read('/www/index.html') ?? files.read('/index.html');
      return page === undefined ? { ok: false, status: 404, text: '404 Not Found\n' } : { ok: true, status: 200, text: page };
    }
    if (known.ports.length > 0 && !known.ports.some((exposed) => Number.parseInt(exposed, 10) === port)) return undefined;
    if (known.page === undefined) return { ok: false, status: 0, text: 'Empty reply from server' };
    const own = files.read('/usr/share/nginx/html/index.html') ?? files.read('/usr/local/apache2/htdocs/index.html');
    const text = own ?? known.page.replaceAll('{hostname}', this.hostname).replaceAll('{address}', this.address);
    return { ok: true, status: 200, text };
  }

  get address(): string {
    return this.view.config.networks[0]?.address.replace(/\/.*$/, '') || (this.view.bridgeAddress ?? '127.0.0.1');
  }

  /** Health as it is now, with the log of probes that changed nothing. */
  get withHealth(): Container {
    return this.monitor ? changedContainer(this.view, { health: this.monitor.health }) : this.view;
  }

  /** What the image's own program does. */
  *runOwn(process: Pick<ProcessContext, 'pid' | 'out' | 'signals'>): Program {
    const { known } = this.program;
    for (const line of known.log ?? []) process.out(`${line}\n`);
    if (known.behaviour === 'say') return 0;
    yield* serve(process, process.pid === 1);
    return 0;
  }

  /** A server that runs alone has begun. */
  serverBegins(): void {
    this.main = SERVING;
    const { log } = this.program.known;
    if (!log || log.length === 0) return;
    const write = this.writer('stdout');
    for (const line of log) write(`${line}\n`);
  }

  private wantedCharacter(): Labels {
    const { name, task } = this.view.config;
    return this.host.troubles.character(name, task?.serviceName);
  }

  private handles(signal: string): boolean {
    return this.main !== undefined && this.signals.handlers.has(signal);
  }

  private scheduleBehaviour(): void {
    const { behaviour } = this;
    if (behaviour.crashAfterMs !== undefined) this.scenario(behaviour.crashAfterMs, 'scenario: the program crashes', () => this.crash(behaviour.exitCode ?? 1));
    const limit = this.view.config.memoryBytes ?? 0;
    if (behaviour.memoryBytes !== undefined && limit > 0 && behaviour.memoryBytes > limit) {
      this.scenario(Math.max(behaviour.startAfterMs, 1_000), 'out of memory', () => this.crash(137, true));
    }
    if (behaviour.log) this.scenarioLog(behaviour.log.everyMs, behaviour.log.text);
  }

  private scenario(ms: number, what: string, run: () => void): CancelTimer {
    const cancel = this.host.timers.after(ms, what, run);
    this.scenarioTimers ??= [];
    this.scenarioTimers.push(cancel);
    return cancel;
  }

  private cancelScenario(): void {
    for (const cancel of this.scenarioTimers ?? NONE) cancel();
    this.scenarioTimers = undefined;
  }

  private scenarioLog(everyMs: number, text: string): void {
    const cancel = this.scenario(everyMs, 'scenario: a line of log', () => {
      this.scenarioTimers = this.scenarioTimers?.filter((other) => other !== cancel);
      this.logLine('stdout', text);
      this.scenarioLog(everyMs, text);
    });
  }

  private mainEnded(exitCode: number): void {
    this.main = undefined;
    this.finish(this.behaviour.exitCode ?? exitCode, false);
  }

  private crash(exitCode: number, oomKilled = false): void {
    this.main?.kill();
    this.main = undefined;
    this.finish(exitCode, oomKilled);
  }

  private finish(exitCode: number, oomKilled: boolean): void {
    if (this.view.state === 'paused') this.change({ state: 'running' });
    this.killNow();
    this.host.processEnded(this, exitCode, oomKilled);
  }

  private probe(test: readonly string[], done: (exitCode: number, output: string) => void): () => void {
    const { behaviour } = this;
    const number = ++this.probes;
    const forced = behaviour.health === 'unhealthy' || (behaviour.health === 'flaky' && number % 3 === 0) ? 1 : behaviour.health === 'healthy' ? 0 : undefined;
    const starting = this.host.now() - (this.view.startedAt ?? 0) < behaviour.startAfterMs;
    const asked = test[0] === 'CMD-SHELL' ? ['/bin/sh', '-c', test.slice(1).join(' ')] : test.slice(1);
    const command = forced !== undefined || (starting && behaviour.health === undefined) ? [forced === 0 ? 'true' : 'false'] : asked;
    const tell = (step: ProbeStep['step'], exitCode = 0): void => this.host.probed(this, { step, number, command: asked, exitCode });
    let [output, running] = ['', true];
    tell('create');
    tell('start');
    const probe = this.inside.exec(
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
    if (this.monitor) this.change({ health: this.monitor.health });
  }

  private writer(stream: LogLine['stream']): (text: string) => void {
    const lines = new LineWriter((text) => this.logLine(stream, this.view.config.tty ? text.replace(/\r$/, '') : text));
    return (text) => {
      this.host.output(this.id, stream, text);
      lines.write(text);
    };
  }

  private logLine(stream: LogLine['stream'], text: string): void {
    const line: LogLine = { at: this.host.now(), stream, text };
    this.lines ??= [];
    this.lines.push(line);
    if (this.lines.length > KEPT_LOG_LINES) this.lines.splice(0, 1_000);
    if (this.view.config.logDriver?.name !== 'none') this.host.log(this.id, line);
  }
}
