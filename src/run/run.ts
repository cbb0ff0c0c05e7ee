import { assert } from '../base/assert.ts';
import type { EngineResponse } from '../docker/api/client.ts';
import type { HostShell, PlanText, ShellHost, ShellIo } from '../docker/shell/shell.ts';
import { createEngine, type EngineRoutes, type GrowingEngine } from '../engine/create-engine.ts';
import type { Engine } from '../engine/engine.ts';
import type { Refusal } from '../swarm/agent/container.ts';
import { internet } from '../swarm/agent/internet.ts';
import { SimCluster } from '../swarm/cluster/cluster.ts';
import type { Host, HostSpec } from '../swarm/cluster/host.ts';
import { RoutingMesh } from '../swarm/mesh/routing-mesh.ts';
import type { Reader } from '../swarm/store/tables.ts';
import { applyTrouble } from './apply-trouble.ts';
import { AsyncEdge, type Turn } from './async-edge.ts';
import { LocalEngineClient } from './engine-client.ts';
import type { SchedulingView } from './explain.ts';
import { formSwarm } from './form-swarm.ts';
import type { Frame, TerminalOutput } from './frame.ts';
import { stateHash } from './hash.ts';
import { MemoryFiles } from './host-files.ts';
import type { Input, LoggedInput, Trouble } from './input.ts';
import type { RequestTrace } from './pictures.ts';
import type { PlanRequest } from './plan.ts';
import { RaftTraffic } from './raft-traffic.ts';
import { numberedHost, type Scenario, type ScenarioHost, type SetupStep } from './scenario.ts';
import type { Session } from './session.ts';
import { Settling } from './settle.ts';
import { troubleNote } from './trouble-note.ts';
import type { UpdateFilm } from './update-film.ts';
import type { RequestRecord } from './view.ts';
import { ViewBuilder } from './view-builder.ts';
import { VirtualClock } from './virtual-clock.ts';

/** What a run needs from outside: a turn of the event loop, and the shell's module, loaded when it is first wanted. */
export interface RunServices {
  readonly turn: Turn;
  readonly loadShell: () => Promise<{ readonly createShell: (host: ShellHost) => HostShell }>;
  /** Answers `swarmarium plan` (see `with-plans.ts`), and the answers that are known already, in order. */
  readonly plan?: (run: Run, request: PlanRequest) => Promise<PlanText>;
  readonly knownPlans?: readonly PlanText[];
  /** Opens a file in the page's editor; absent where there is none. */
  readonly canEdit?: boolean;
  /** Benchmarks lift the playground's limits. */
  readonly limits?: 'none';
  /** All routes of the engines, where somebody asks them directly (`engineOf`); else they are loaded when they are first wanted. */
  readonly engineRoutes?: EngineRoutes;
}

/** Something that was done to a run from outside, and when: an input, or what programs do that drive a run without a page. */
export type Deed = { readonly at: number } & (
  | { readonly kind: 'input'; readonly input: Input }
  | { readonly kind: 'execute'; readonly host: string; readonly text: string }
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
);
/** Requests of one frame that are shown; a loop without a pause makes many. */
const MOST_REQUESTS = 100;
/** Virtual milliseconds from `reboot` until the host is up again. */
const BOOT_MS = 12_000;

interface HostRuntime {
  readonly host: Host;
  readonly engine: GrowingEngine;
  readonly client: LocalEngineClient;
  readonly files: MemoryFiles;
  shell: HostShell | undefined;
  session: Session | undefined;
}

/**
 * One run of a scenario: cluster, engines, shells and the log of inputs. Everything that happens enters by
 * `input`, everything that is seen leaves by `takeFrame`; in between only virtual time passes. The same scenario
 * and log give the same states at the same times, wherever they are run.
 */
export class Run {
  readonly cluster: SimCluster;
  readonly settling: Settling;
  private readonly traffic: RaftTraffic;
  private readonly edge: AsyncEdge;
  private readonly clock: VirtualClock;
  private readonly view: ViewBuilder;
  readonly mesh: RoutingMesh;
  private readonly runtimes = new Map<string, HostRuntime>();
  private readonly log: LoggedInput[] = [];
  private readonly done: Deed[] = [];
  private readonly plans: PlanText[] = [];
  private output: TerminalOutput[] = [];
  private readonly requests: RequestRecord[] = [];
  /** Inputs that frames have told of. */
  private told = 0;
  /** Virtual time of the first change that no frame has told of. */
  private changedAt: number | undefined;
  private routes: EngineRoutes | undefined;
  private shellModule: Awaited<ReturnType<RunServices['loadShell']>> | undefined;

  /** Builds the cluster and forms its swarm; the setup inputs are taken by `begin`. */
  constructor(
    readonly scenario: Scenario,
    private readonly services: RunServices,
  ) {
    this.routes = services.engineRoutes;
    this.cluster = new SimCluster({ seed: scenario.seed, hosts: scenario.hosts.map(hostSpec), registry: scenario.registry });
    this.edge = new AsyncEdge(services.turn);
    this.clock = new VirtualClock(this.cluster.kernel, this.edge, scenario.epochMs);
    this.view = new ViewBuilder(this.cluster);
    this.mesh = new RoutingMesh(this.cluster);
    this.mesh.onAnswer((request) => {
      this.requests.push(request);
      if (this.requests.length > MOST_REQUESTS) this.requests.shift();
    });
    this.traffic = new RaftTraffic(this.cluster.network);
    for (const host of this.cluster.hosts()) this.adopt(host);
    const labels = new Map(scenario.hosts.flatMap((host) => (host.labels ? [[host.name, host.labels] as const] : [])));
    if (scenario.swarm) formSwarm(this.cluster, (name) => this.runtime(name).engine, scenario.swarm, labels);
    this.view.follow();
    this.settling = new Settling(this.cluster);
  }

  /** Virtual milliseconds since the run began. */
  get now(): number {
    return this.cluster.kernel.now;
  }

  /** Inputs so far, in order, without the scenario's own. */
  get inputs(): readonly LoggedInput[] {
    return this.log;
  }

  /** All that was done so far, in order, without the scenario's own; commands that have not ended are missing. */
  get deeds(): readonly Deed[] {
    return this.done;
  }

  /** The answers that `swarmarium plan` gave so far, in order. */
  get plansGiven(): readonly PlanText[] {
    return this.plans;
  }

  /**
   * Takes the scenario's setup: each input when the one before has ended and the cluster has come to rest. `advance`
   * lets time pass meanwhile, for somebody who wants to look.
   */
  async begin(advance: (until: number) => Promise<void> = (until) => this.advance(until)): Promise<void> {
    for (const step of this.scenario.setup) {
      if (step.kind === 'request') await this.request(step);
      else {
        await this.apply(step);
        if (step.kind === 'line') await this.untilIdle(step.host);
      }
      await advance(this.now);
    }
    await this.settling.settle(advance, { quietMs: 1500, afterFaultMs: 0, limitMs: 60_000 });
  }

  /** Takes an input now, and logs it. */
  async input(input: Input): Promise<void> {
    await this.advance(this.now);
    this.log.push({ at: this.now, input });
    this.done.push({ kind: 'input', at: this.now, input });
    await this.apply(input);
  }

  /** Lets virtual time pass up to `until` (milliseconds); commands that wait for something run when it happens. */
  async advance(until: number): Promise<void> {
    await this.edge.settle();
    while (this.cluster.kernel.step(until)) if (this.edge.needsTurn) await this.edge.settle();
    this.cluster.kernel.advanceTo(until);
  }

  /**
   * As `advance`, but stops early, `grainMs` after the first change that no frame has told of. With a grain of 0 no two
   * changes of different milliseconds share a frame.
   */
  async advanceToChange(until: number, grainMs: number): Promise<void> {
    await this.edge.settle();
    let stop = until;
    const look = (): void => {
      if (this.changedAt === undefined && this.hasNews) this.changedAt = this.now;
      if (this.changedAt !== undefined) stop = Math.max(this.now, Math.min(until, this.changedAt + grainMs));
    };
    look();
    while (this.cluster.kernel.step(stop)) {
      if (this.edge.needsTurn) await this.edge.settle();
      if (this.changedAt === undefined) look();
    }
    this.cluster.kernel.advanceTo(stop);
  }

  /** Delivers the next event, at the latest at `limit`; false when there is none before. */
  async step(limit: number): Promise<boolean> {
    await this.edge.settle();
    const stepped = this.cluster.kernel.step(limit);
    if (this.edge.needsTurn) await this.edge.settle();
    return stepped;
  }

  /**
   * Runs a line at a host's shell without a terminal and waits for its end, letting time pass as it needs. What has not
   * ended after `limitMs` is interrupted.
   */
  async execute(hostName: string, text: string, io: Pick<ShellIo, 'stdout' | 'stderr'>, limitMs = Number.POSITIVE_INFINITY): Promise<number> {
    const interrupt = new AbortController();
    const at = this.now;
    const shell = await this.shellOf(hostName);
    let status: number | undefined;
    this.edge.wake();
    void shell
      .run(text, {
        ...io,
        stdin: { readLine: async () => undefined, read: async () => undefined, readAll: async () => '' },
        terminal: undefined,
        signal: interrupt.signal,
      })
      .then((code) => {
        status = code;
      });
    await this.edge.settle();
    const limit = Math.min(this.now + limitMs, Number.MAX_SAFE_INTEGER);
    while (status === undefined && (await this.step(limit)));
    if (status === undefined && limit < Number.MAX_SAFE_INTEGER) {
      this.edge.wake();
      interrupt.abort();
      await this.edge.settle();
      while (status === undefined && (await this.step(Number.MAX_SAFE_INTEGER)));
    }
    assert(status !== undefined, `nothing can end: ${text}`);
    this.done.push({ kind: 'execute', at, host: hostName, text });
    return status;
  }

  /** Writes a file on every host. */
  writeFile(path: string, text: string): void {
    this.done.push({ kind: 'write', at: this.now, path, text });
    this.putFile(path, text);
  }

  /** The text of a file, from the first host that has it. */
  readFile(path: string): string | undefined {
    for (const { files } of this.runtimes.values()) {
      const text = files.read(path);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** The difference to the last frame. With `whole` it begins with all there is. */
  takeFrame(whole = false): Frame {
    const { changed, removed, notes } = this.view.collect();
    const output = this.output;
    const inputs = this.log.slice(this.told);
    const from = this.changedAt ?? this.now;
    this.output = [];
    this.told = this.log.length;
    this.changedAt = undefined;
    const messages = this.traffic.take();
    const requests = this.requests.splice(0);
    return { now: this.now, from, changed: whole ? this.view.all() : changed, removed: whole ? [] : removed, output, notes, messages, requests, inputs };
  }

  /** Whether frames carry what managers tell each other. Watching changes nothing in the run. */
  watchRaft(on: boolean): void {
    this.traffic.watch(on);
  }

  /** Whether something has changed that no frame has told of. */
  private get hasNews(): boolean {
    return this.view.hasNews || this.output.length > 0 || this.requests.length > 0 || this.traffic.hasNews || this.told < this.log.length;
  }

  hash(): string {
    return stateHash(this.cluster);
  }

  /** Why a task is where it is, as the scheduler recorded it; undefined when it never looked at the task. */
  explain(taskId: string): SchedulingView | undefined {
    const placement = this.view.reader?.get('task', taskId)?.placement;
    if (!placement) return undefined;
    const task = this.view.reader?.get('task', taskId);
    return {
      at: placement.at,
      message: task?.nodeId ? '' : placement.message,
      chosen: task?.nodeId ? this.nodeName(task.nodeId) : '',
      rows: placement.verdicts.map((verdict) => ({
        host: this.nodeName(verdict.nodeId),
        ...(verdict.refusedBy === undefined ? {} : { refusedBy: verdict.refusedBy }),
        ...(verdict.detail === undefined ? {} : { detail: verdict.detail }),
        recentFailures: verdict.recentFailures,
        serviceTasks: verdict.serviceTasks,
        totalTasks: verdict.totalTasks,
        placed: verdict.placed,
      })),
    };
  }

  /** The state that is shown now; undefined before there is a swarm. */
  get reader(): Reader | undefined {
    return this.view.reader;
  }

  /** The way that a request would take now. */
  trace({ from, url, turn, taskId }: { readonly from: string; readonly url: string; readonly turn: number; readonly taskId?: string }): RequestTrace {
    return this.mesh.trace(from, /^\w+:\/\//.test(url) ? url : `http://${url}`, turn, taskId);
  }

  /** The updates of a service that were seen, oldest first. */
  films(serviceId: string): readonly UpdateFilm[] {
    return this.view.films(serviceId);
  }

  /** Tab completion at a host's shell. */
  async complete(hostName: string, line: string, cursor: number): Promise<{ readonly from: number; readonly words: readonly string[] }> {
    const shell = await this.shellOf(hostName);
    const answer = shell.complete(line, cursor);
    await this.edge.settle();
    return answer;
  }

  /** A host's engine, for the HTTP server; undefined for unknown hosts and while the engine is down. */
  engineOf(hostName: string): Engine | undefined {
    const runtime = this.runtimes.get(hostName);
    return runtime?.host.engineUp ? runtime.engine : undefined;
  }

  /** Milliseconds that a clean stop of a host's engine takes now; nobody is answered meanwhile. */
  stopTimeMs(hostName: string): number {
    return this.runtime(hostName).host.containers.stopTimeMs();
  }

  /** A host's engine as commands see it. */
  clientOf(hostName: string): LocalEngineClient {
    return this.runtime(hostName).client;
  }

  private async apply(input: Input): Promise<void> {
    switch (input.kind) {
      case 'line': {
        const session = await this.sessionOf(input.host);
        if (input.from === 'click') {
          this.edge.wake();
          void session?.click(input.text);
        } else session?.line(input.text);
        break;
      }
      case 'keys':
        this.runtimes.get(input.host)?.session?.keys(input.data);
        break;
      case 'resize':
        (await this.sessionOf(input.host))?.resize(input.columns, input.rows);
        break;
      case 'fault':
        this.fault(input.fault, input.host);
        break;
      case 'link':
        this.cluster.network.setPairCut(input.a, input.b, input.cut);
        this.view.note({ at: this.now, kind: input.cut ? 'link-cut' : 'link-healed', subject: `${input.a} – ${input.b}`, words: {} });
        for (const name of [input.a, input.b]) this.view.touchHost(name);
        this.settling.disturbed();
        break;
      case 'partition':
      case 'quality':
      case 'slow':
      case 'memory':
      case 'image':
      case 'character':
        this.trouble(input);
        break;
      case 'add-host': {
        if (this.runtimes.has(input.name)) break;
        const number = Number(/(\d+)$/.exec(input.name)?.[1] ?? this.runtimes.size + 1);
        const host = this.cluster.addHost(hostSpec({ ...numberedHost(number), name: input.name }));
        this.mesh.attach(host);
        this.adopt(host);
        this.view.note({ at: this.now, kind: 'host-added', subject: input.name, words: {} });
        break;
      }
      case 'remove-host':
        this.removeHost(input.host);
        break;
      case 'file':
        this.putFile(input.path, input.content);
        break;
    }
    await this.edge.settle();
  }

  private async request({ host, path, body }: Extract<SetupStep, { kind: 'request' }>): Promise<void> {
    const limit = this.now + 60_000;
    let answer: EngineResponse | undefined;
    void this.clientOf(host)
      .request({ method: 'POST', path, body })
      .then((response) => {
        answer = response;
      });
    do await this.edge.settle();
    while (!answer && (await this.step(limit)));
    assert(answer && answer.status < 400, `the scenario's request to ${path} failed: ${JSON.stringify(answer?.body)}`);
  }

  private putFile(path: string, text: string): void {
    for (const { files } of this.runtimes.values()) files.write(path, text);
  }

  private fault(fault: 'engine-stop' | 'engine-start' | 'power-off' | 'power-on' | 'cut' | 'heal', name: string): void {
    const runtime = this.runtimes.get(name);
    if (!runtime) return;
    const { host, client } = runtime;
    const note = (kind: Parameters<ViewBuilder['note']>[0]['kind']): void => this.view.note({ at: this.now, kind, subject: name, words: {} });
    switch (fault) {
      case 'engine-stop':
        if (!host.engineUp) return;
        host.stopEngine();
        client.down();
        note('engine-stopped');
        break;
      case 'engine-start':
        if (host.engineUp || !host.power) return;
        host.startEngine();
        note('engine-started');
        break;
      case 'power-off':
        if (!host.power) return;
        host.setPower(false);
        client.down();
        runtime.session?.kill();
        note('power-off');
        break;
      case 'power-on':
        if (host.power) return;
        host.setPower(true);
        note('power-on');
        break;
      case 'cut':
      case 'heal':
        host.setLink(fault === 'heal');
        note(fault === 'heal' ? 'link-healed' : 'link-cut');
        break;
    }
    this.settling.disturbed();
    this.view.touchHost(name);
  }

  private trouble(trouble: Trouble): void {
    applyTrouble(this.cluster, trouble);
    this.view.note({ at: this.now, ...troubleNote(trouble) });
    this.settling.disturbed();
    for (const { spec } of this.cluster.hosts()) this.view.touchHost(spec.name);
  }

  private removeHost(name: string): void {
    const runtime = this.runtimes.get(name);
    if (!runtime || this.runtimes.size === 1) return;
    this.fault('power-off', name);
    this.cluster.removeHost(name);
    this.runtimes.delete(name);
    this.view.touchHost(name);
    this.view.note({ at: this.now, kind: 'host-removed', subject: name, words: {} });
  }

  private adopt(host: Host): void {
    const name = host.spec.name;
    const options = {
      kernel: this.cluster.kernel,
      epochMs: this.scenario.epochMs,
      ...(this.services.limits ? { limits: this.services.limits } : {}),
      remoteContainers: (nodeId: string) => this.reachable(host, nodeId)?.containers,
      attachments: {
        network: (term: string) => this.mesh.services.swarmNetwork(host, term),
        attach: (networkId: string, containerId: string, done: (refused: Refusal | undefined) => void) =>
          this.mesh.attachments.attach(host, networkId, containerId, done),
        detach: (taskId: string) => this.mesh.attachments.detach(host, taskId),
      },
    };
    const daemon = createEngine(host, options, this.routes);
    const engine: GrowingEngine = {
      ...daemon,
      handle: (request, sink) => {
        // Before the swarm is formed nobody waits for rest.
        this.settling?.requested(request);
        return daemon.handle(request, sink);
      },
    };
    this.runtimes.set(name, {
      host,
      engine,
      client: new LocalEngineClient(
        engine,
        () => host.engineUp,
        this.edge,
        () => this.view.touchHost(name),
        () => this.completeEngines(),
      ),
      files: new MemoryFiles(),
      shell: undefined,
      session: undefined,
    });
    host.containers.onEvent(() => this.view.touchHost(name));
    this.view.touchHost(name);
  }

  /** The host of a node, if a message from `from` would come through to its engine now. */
  private reachable(from: Host, nodeId: string): Host | undefined {
    const host = this.cluster.hostOfNode(nodeId);
    return host?.engineUp && this.cluster.network.connected(from.spec.name, host.spec.name) ? host : undefined;
  }

  private runtime(name: string): HostRuntime {
    const runtime = this.runtimes.get(name);
    assert(runtime, `there is no host ${name}`);
    return runtime;
  }

  /** The name of a node's host, or its id. */
  nodeName(nodeId: string): string {
    return this.view.reader?.get('node', nodeId)?.description?.Hostname ?? nodeId;
  }

  private async shellOf(name: string): Promise<HostShell> {
    const runtime = this.runtime(name);
    runtime.shell ??= await this.newShell(runtime);
    return runtime.shell;
  }

  private async sessionOf(name: string): Promise<Session | undefined> {
    const runtime = this.runtimes.get(name);
    if (!runtime) return undefined;
    if (!runtime.session) {
      const shell = await this.shellOf(name);
      const clickShell = await this.newShell(runtime);
      const sessions = await this.edge.wait(import('./session.ts'));
      runtime.session = new sessions.Session(shell, clickShell, this.edge, (data, prompt) =>
        this.output.push({ at: this.now, host: name, data, ...(prompt === undefined ? {} : { prompt }) }),
      );
    }
    return runtime.session;
  }

  private async newShell(runtime: HostRuntime): Promise<HostShell> {
    // Whoever types needs the engines whole, and must find them so however often the run is repeated.
    const [shellModule] = await this.edge.wait(Promise.all([this.shellModule ?? this.services.loadShell(), this.completeEngines()]));
    this.shellModule ??= shellModule;
    return this.shellModule.createShell(this.shellHost(runtime));
  }

  /** Gives all engines, those that come later too, all of their routes. */
  private async completeEngines(): Promise<void> {
    if (this.routes) return;
    const { moreRoutes } = await this.edge.wait(import('../engine/more-routes.ts'));
    this.routes = moreRoutes;
    for (const { engine } of this.runtimes.values()) engine.complete(moreRoutes);
  }

  private shellHost({ host, client, files }: HostRuntime): ShellHost {
    const name = host.spec.name;
    const stream = this.cluster.kernel.random(`shell/${name}`);
    return {
      name,
      address: host.spec.address,
      client,
      clock: this.clock,
      files,
      hosts: () => this.cluster.hosts().map((h) => ({ name: h.spec.name, address: h.spec.address })),
      lookup: (other) => this.lookup(other),
      answersPing: (address) => this.answersPing(host, address),
      engineUp: () => host.engineUp,
      systemctl: async (action) => {
        if (action !== 'start' && host.engineUp) {
          const ms = host.containers.stopTimeMs();
          this.fault('engine-stop', name);
          await this.clock.sleep(ms);
        }
        if (action !== 'stop') this.fault('engine-start', name);
      },
      linkUp: () => host.linkUp,
      setLink: (up) => this.fault(up ? 'heal' : 'cut', name),
      get: (url) => this.get(host, url),
      ...(this.services.plan || this.services.knownPlans ? { plan: (request) => this.plan({ ...request, host: name }) } : {}),
      edit: (path) => {
        if (!this.services.canEdit) return false;
        this.output.push({ at: this.now, host: name, data: '', edit: { path, content: files.read(path) ?? '' } });
        return true;
      },
      shellOf: async (other) => {
        const there = this.runtimes.get(other);
        return there?.host.power ? this.newShell(there) : undefined;
      },
      engineOf: (other) => {
        const address = this.lookup(other);
        const there = address === undefined ? undefined : [...this.runtimes.values()].find((runtime) => runtime.host.spec.address === address);
        return there && this.answersPing(host, there.host.spec.address) ? there.client : undefined;
      },
      powerOff: (again) => {
        this.fault('power-off', name);
        if (again) void this.clock.sleep(BOOT_MS).then(() => this.fault('power-on', name));
      },
      random: (limit) => stream.below(limit),
      outside: (work) => this.edge.wait(work),
    };
  }

  /** The address of a host, or of a name of the internet where the scenario has one. */
  private lookup(name: string): string | undefined {
    if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return name;
    if (name === 'localhost') return '127.0.0.1';
    const found = this.cluster.hosts().find((host) => host.spec.name.toLowerCase() === name.toLowerCase());
    return found?.spec.address ?? (this.scenario.registry === 'simulated' ? internet.resolve(name) : undefined);
  }

  private answersPing(from: Host, address: string): boolean {
    if (address.startsWith('127.') || address === from.spec.address) return true;
    const there = this.cluster.hosts().find((host) => host.spec.address === address);
    if (there) return there.power && this.cluster.network.connected(from.spec.name, there.spec.name);
    return from.linkUp && this.scenario.registry === 'simulated' && internet.answersPing(address);
  }

  private get(host: Host, url: string): Promise<{ readonly ok: boolean; readonly text: string; readonly status: number }> {
    return new Promise((resolve) => {
      this.mesh.request(host.spec.name, url, (answer) => {
        this.edge.wake();
        const by = answer.hops.findLast((hop) => hop.kind === 'task');
        // A real page does not say which task served it; here the answer does, as people ask curl for just that.
        resolve(
          answer.ok && by && answer.text.startsWith('<')
            ? { ...answer, text: `${answer.text.trimEnd()}\n<!-- answered by ${by.at} at ${by.address} -->\n` }
            : answer,
        );
      });
    });
  }

  /** A replayed command gets the answer that it got; a branch that is made to answer it waits, as the command itself does. */
  private async plan(request: PlanRequest): Promise<PlanText> {
    const { plan, knownPlans } = this.services;
    const known = knownPlans?.[this.plans.length];
    if (known === undefined && !plan) return new Promise(() => undefined);
    const answer = known ?? (plan ? await this.edge.wait(plan(this, request)) : { text: '', status: 1 });
    this.plans.push(answer);
    return answer;
  }

  /** Lets time pass until a host's terminal is at its prompt. */
  private async untilIdle(name: string): Promise<void> {
    const limit = this.now + 120_000;
    while (this.runtimes.get(name)?.session?.busy && (await this.step(limit)));
  }
}

function hostSpec(host: ScenarioHost): HostSpec {
  return {
    name: host.name,
    address: host.address,
    cpus: host.cpus,
    memoryBytes: host.memoryBytes,
    engineLabels: host.engineLabels ?? {},
    genericResources: [],
  };
}
