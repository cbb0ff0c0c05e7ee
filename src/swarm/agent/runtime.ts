import { assert } from '../../base/assert.ts';
import type { Labels, Mount } from '../../docker/api/specs.ts';
import type { Kernel } from '../../sim/kernel.ts';
import type { RandomStream } from '../../sim/random.ts';
import { type CancelTimer, Timers } from '../../sim/timers.ts';
import { bindPorts } from './bind-ports.ts';
import {
  type Container,
  type ContainerConfig,
  type ContainerEvent,
  type ContainerNetwork,
  type ContainerRuntime,
  type ExecProcess,
  type ExecRequest,
  type Image,
  isRefusal,
  type LogLine,
  type NamedContainer,
  type OutputSink,
  type ProbeStep,
  type Refusal,
  type RegistryAnswer,
} from './container.ts';
import { changedConfig } from './container-config.ts';
import type { ContainerHost, MountSource } from './container-host.ts';
import { type ContainerListener, ContainerListeners } from './container-listeners.ts';
import { ContainerTable, newestFirst } from './container-table.ts';
import { creationFault, optionsFault, settingsFault } from './creation-fault.ts';
import { HostTroubles } from './host-troubles.ts';
import { familiarImage } from './image-reference.ts';
import { ImageStore } from './image-store.ts';
import { mainProgram } from './main-program.ts';
import { NetworkAttachments } from './network-attachments.ts';
import { OneContainer } from './one-container.ts';
import type { ProcessRow } from './program/process-table.ts';
import type { ProgramAnswer, ProgramFiles, ProgramNet } from './program/program.ts';
import { signalName, signalNumber } from './program/signal-name.ts';
import { restartDelay, startsWithEngine } from './restart-policy.ts';
import { usualHostPath } from './usual-host-path.ts';
import { type Volume, VolumeStore } from './volume-store.ts';

const NO_MOUNTS: readonly MountSource[] = [];
const NO_LABELS: Labels = {};
const DEFAULT_STOP_TIMEOUT_S = 10;
/** How long a container takes to go once its process has ended: network, mounts, bookkeeping. */
const TEARDOWN_MS = { min: 60, max: 220 };
/** How long after its start a container has filled the memory that it uses. */
const MEMORY_FILLS_MS = 1_000;
/** How long it then takes until a container that removes itself is gone. */
const AUTO_REMOVE_MS = { min: 100, max: 300 };

/** Where a host's engine can pull from: nowhere, as on the recorded hosts, or a registry with well-known images. */
export type Registry = 'offline' | 'simulated';

/** A container runtime whose containers live on the virtual clock. */
export interface SimContainerRuntime extends ContainerRuntime {
  /** The engine stops, or the host loses power: containers end, there is no live-restore. An engine that stops takes those of tasks away. */
  stopAllForEngineStop(how?: 'stop' | 'power'): void;
  /** The swarm's part of the engine stops: the containers of its tasks are stopped and removed. */
  removeTaskContainers(): void;

  /** The container that has exactly this name. */
  named(containerName: string): NamedContainer | undefined;

  /** Tells of the events of the container that has this name then, until `forget`. */
  follow(containerName: string, listener: ContainerListener): void;
  forget(containerName: string, listener: ContainerListener): void;
  /** The engine serves again: containers with a restart policy come back. */
  engineStarted(): void;
  /** The host is taken away for good. */
  dispose(): void;
}

/**
 * The containers of one host (what runc, containerd and the engine's local part do). Everything happens at once but
 * what real programs take time for; containers and volumes outlive the engine.
 */
export function createContainerRuntime(options: {
  readonly kernel: Kernel;
  readonly host: string;
  readonly registry?: Registry;
  /** Unix milliseconds of virtual 0, for programs that ask for the date. */
  readonly epochMs?: number;
  /** Whether a path of the host exists, for bind mounts; absent: the usual directories do. */
  readonly hostPathExists?: (path: string) => boolean;
  /** Bytes of memory that the host has; absent: more than anybody needs. */
  readonly memoryBytes?: number;
  /** Logical CPUs of the host; absent: more than anybody needs. */
  readonly cpus?: number;
  /** Whether the host reaches the world outside, where the registry is; absent: always. */
  readonly online?: () => boolean;
}): SimContainerRuntime {
  return new Runtime({
    registry: 'offline',
    epochMs: 0,
    hostPathExists: usualHostPath,
    memoryBytes: Number.POSITIVE_INFINITY,
    cpus: Number.POSITIVE_INFINITY,
    online: () => true,
    ...options,
  });
}

class Runtime implements SimContainerRuntime {
  private readonly containers = new ContainerTable();
  private readonly listeners = new ContainerListeners();
  /** Those that have had ports of the host open. */
  private readonly publishing = new Set<OneContainer>();
  private readonly imageStore = new ImageStore();
  private readonly volumeStore = new VolumeStore();
  private readonly timers: Timers;
  private readonly random: RandomStream;
  private network: ((container: Container) => ProgramNet) | undefined;
  private knownNetworks = (container: Container): readonly ContainerNetwork[] => container.config.networks;
  /** The engine is going down: nothing is restarted or cleaned up now. */
  private halting = false;
  private lastPid = 1_800;
  private lastBridgeAddress = 1;

  readonly troubles: HostTroubles;
  readonly attachments = new NetworkAttachments();
  private readonly kernel: Kernel;
  private readonly reach: Registry;
  /** What the containers see of all this. */
  private readonly own: ContainerHost;
  private readonly hostPathExists: (path: string) => boolean;
  private readonly memoryBytes: number;
  private readonly cpus: number;

  constructor(options: Required<Parameters<typeof createContainerRuntime>[0]>) {
    const { kernel, host, registry, epochMs, hostPathExists, memoryBytes, cpus, online } = options;
    this.kernel = kernel;
    this.reach = registry;
    this.hostPathExists = hostPathExists;
    this.memoryBytes = memoryBytes;
    this.cpus = cpus;
    this.timers = new Timers(kernel, `${host}/containers`);
    this.random = kernel.random(`${host}/containers`);
    this.troubles = new HostTroubles(() => this.troubled(), online);
    this.own = {
      timers: this.timers,
      random: this.random,
      now: () => kernel.now,
      epochMs,
      volumes: this.volumeStore,
      troubles: this.troubles,
      internet: registry === 'simulated',
      net: (container) => this.network?.(container),
      log: (id, line) => this.listeners.logs.tell(id, line),
      output: (id, stream, text) => this.listeners.outputs.tell(id, stream, text),
      healthChanged: (one) => this.emit(`health_status: ${one.view.health?.status ?? 'starting'}`, one),
      probed: (one, probe) => this.listeners.probes.tell(one.view, probe),
      processEnded: (one, exitCode, oomKilled) => this.processEnded(one, exitCode, oomKilled),
    };
  }

  list(): readonly Container[] {
    return this.containers.list();
  }

  withOpenPorts(): readonly Container[] {
    const open: Container[] = [];
    for (const one of this.publishing) if (one.view.state === 'running' && one.view.boundPorts.length > 0) open.push(one.withHealth);
    return open.length > 1 ? open.sort(newestFirst) : open;
  }

  runningCount(): number {
    let count = 0;
    for (const one of this.containers.values()) if (one.view.state === 'running') count++;
    return count;
  }

  find(ref: string): Container | Refusal {
    const one = this.one(ref);
    return isRefusal(one) ? one : one.withHealth;
  }

  create(config: ContainerConfig): Container | Refusal {
    const settings = settingsFault(config, { cpus: this.cpus, pathExists: this.hostPathExists });
    if (settings !== undefined) return { status: 400, message: settings };
    const image = this.imageStore.find(config.image);
    if (!image) return { status: 404, message: `No such image: ${familiarImage(config.image)}` };
    const fault = creationFault(config, image);
    if (fault !== undefined) return { status: 400, message: fault };
    const holder = this.containers.named(config.name);
    if (holder) {
      const message = `Conflict. The container name "/${config.name}" is already in use by container "${holder.id}". You have to remove (or rename) that container to be able to reuse that name.`;
      return { status: 409, message };
    }
    const wrong = optionsFault(config);
    if (wrong !== undefined) return { status: 400, message: wrong };
    const known = this.imageStore.known(image.id);
    assert(known, 'an image without a catalogue entry');
    const id = this.random.hex(64);
    const mountSources = config.mounts.length === 0 ? NO_MOUNTS : config.mounts.map((mount) => this.mountSource(mount));
    const one = new OneContainer(id, config, mainProgram(config, image, known), mountSources, this.own);
    this.containers.add(one);
    this.emit('create', one);
    return one.view;
  }

  private mountSource(mount: Mount): MountSource {
    const volume =
      mount.Type === 'volume' || mount.Type === undefined
        ? this.createVolume({
            name: mount.Source ?? '',
            driver: mount.VolumeOptions?.DriverConfig?.Name ?? 'local',
            labels: mount.VolumeOptions?.Labels ?? {},
            options: mount.VolumeOptions?.DriverConfig?.Options ?? {},
          }).name
        : '';
    return { target: (mount.Target ?? '').replace(/\/+$/, ''), volume, readOnly: mount.ReadOnly === true };
  }

  start(id: string): Refusal | undefined {
    const one = this.one(id);
    if (isRefusal(one)) return one;
    if (one.view.state === 'running' || one.view.state === 'paused') return undefined;
    const ports = bindPorts(one.view.config, this.containers.values(), this.random);
    if (isRefusal(ports)) return ports;
    const fault = one.startFault();
    if (fault) {
      one.change({ exitCode: fault.exitCode, error: fault.message });
      return { status: fault.exitCode === 128 ? 500 : 400, message: fault.message };
    }
    one.stopAsked = false;
    const bridge =
      one.view.config.networkMode === 'host' || one.view.config.networkMode === 'none'
        ? undefined
        : this.nextBridgeAddress(one.view.config.networks.length > 0);
    one.run(++this.lastPid, ports, bridge);
    if (ports.length > 0) this.publishing.add(one);
    if (one.memoryIsSet || this.troubles.foreignMemoryBytes > 0) this.checkMemorySoon();
    this.emit('start', one);
    return undefined;
  }

  stop(id: string, timeoutS: number | undefined, done: () => void, signal?: string): void {
    const one = this.one(id);
    if (isRefusal(one) || (one.view.state !== 'running' && one.view.state !== 'paused' && one.view.state !== 'restarting')) {
      if (!isRefusal(one)) one.stopAsked = true;
      done();
      return;
    }
    one.stopAsked = true;
    if (one.view.state === 'restarting') {
      one.cancelRestart();
      one.change({ state: 'exited' });
      done();
      return;
    }
    const seconds = timeoutS ?? one.view.config.stopTimeoutS ?? DEFAULT_STOP_TIMEOUT_S;
    const asked = signal === undefined || signal === '' ? (one.view.config.stopSignal ?? 'SIGTERM') : signal;
    let killTimer: CancelTimer | undefined;
    one.onEnd(() => {
      killTimer?.();
      this.emit('stop', one);
      done();
    });
    this.signal(one, asked);
    if (seconds >= 0) killTimer = this.timers.after(seconds * 1000, `${one.view.config.name} is killed`, () => this.signal(one, 'SIGKILL'));
  }

  kill(id: string, signal: string): Refusal | undefined {
    const one = this.one(id);
    if (isRefusal(one)) return one;
    if (one.view.state !== 'running' && one.view.state !== 'paused')
      return { status: 409, message: `cannot kill container: ${id}: container ${one.id} is not running` };
    if (['KILL', 'TERM', 'INT', 'QUIT'].includes(signalName(signal))) one.stopAsked = true;
    this.signal(one, signal === '' ? 'SIGKILL' : signal);
    return undefined;
  }

  pause(id: string): Refusal | undefined {
    const one = this.one(id);
    if (isRefusal(one)) return one;
    if (one.view.state === 'paused') return { status: 409, message: `Container ${one.id} is already paused` };
    if (one.view.state !== 'running') return { status: 409, message: `container ${one.id} is not running` };
    one.freeze();
    this.emit('pause', one);
    return undefined;
  }

  unpause(id: string): Refusal | undefined {
    const one = this.one(id);
    if (isRefusal(one)) return one;
    if (one.view.state !== 'paused') return { status: 500, message: `Container ${one.id} is not paused` };
    one.thaw();
    this.emit('unpause', one);
    return undefined;
  }

  rename(id: string, name: string): Refusal | undefined {
    const one = this.one(id);
    if (isRefusal(one)) return one;
    const holder = this.containers.named(name);
    if (holder) {
      const message = `Error when allocating new name: Conflict. The container name "/${name}" is already in use by container "${holder.id}". You have to remove (or rename) that container to be able to reuse that name.`;
      return { status: 409, message };
    }
    const oldName = one.view.config.name;
    one.change({ config: changedConfig(one.view.config, { name }) });
    this.containers.renamed(one, oldName);
    this.emit('rename', one, { oldName: `/${oldName}` });
    return undefined;
  }

  update(id: string, changes: Pick<Partial<ContainerConfig>, 'memoryBytes' | 'nanoCpus' | 'pidsLimit' | 'restartPolicy'>): Refusal | undefined {
    const one = this.one(id);
    if (isRefusal(one)) return one;
    one.change({ config: changedConfig(one.view.config, changes) });
    this.emit('update', one);
    return undefined;
  }

  remove(id: string, options: { readonly force: boolean; readonly volumes: boolean }): Refusal | undefined {
    const one = this.one(id);
    if (isRefusal(one)) return one;
    const { state } = one.view;
    if (state === 'running' || state === 'paused' || state === 'restarting') {
      if (!options.force) {
        const advice = state === 'paused' ? 'unpause the container before removing or force remove' : 'stop the container before removing or force remove';
        return { status: 409, message: `cannot remove container "${id}": container is ${state}: ${advice}` };
      }
      one.stopAsked = true;
      one.cancelRestart();
      if (state !== 'restarting') {
        this.emit('kill', one, { signal: '9' });
        one.killNow();
        this.ended(one, 137, false);
      }
    }
    one.cancelRestart();
    this.containers.delete(one);
    this.publishing.delete(one);
    if (options.volumes) {
      for (const name of one.volumeNames)
        if (this.volumeStore.get(name)?.anonymous && this.containers.usersOf(name).length === 0) this.volumeStore.remove(name, []);
    }
    this.emit('destroy', one);
    one.gone();
    return undefined;
  }

  wait(id: string, done: (exitCode: number) => void): void {
    const one = this.one(id);
    if (isRefusal(one) || (one.view.state !== 'running' && one.view.state !== 'paused')) {
      done(isRefusal(one) ? 0 : one.view.exitCode);
      return;
    }
    one.onEnd(() => done(one.view.exitCode));
  }

  logs(id: string): readonly LogLine[] {
    const one = this.one(id);
    return isRefusal(one) || one.view.config.logDriver?.name === 'none' ? [] : one.logLines;
  }

  exec(id: string, request: ExecRequest, output: OutputSink, done: (exitCode: number) => void): ExecProcess {
    const one = this.one(id);
    if (!isRefusal(one)) return one.inside.exec(request, output, done);
    done(1);
    return { write: () => {}, closeInput: () => {}, kill: () => {} };
  }

  write(id: string, text: string): void {
    const one = this.one(id);
    if (!isRefusal(one)) one.inside.write(text);
  }

  closeInput(id: string): void {
    const one = this.one(id);
    if (!isRefusal(one)) one.inside.closeInput();
  }

  files(id: string): ProgramFiles | undefined {
    const one = this.one(id);
    return isRefusal(one) ? undefined : one.inside.files;
  }

  processes(id: string): readonly ProcessRow[] {
    const one = this.one(id);
    return isRefusal(one) ? [] : one.inside.processes.list();
  }

  usage(id: string): { readonly cpuPercent: number; readonly memoryBytes: number; readonly pids: number } {
    const one = this.one(id);
    return isRefusal(one) ? { cpuPercent: 0, memoryBytes: 0, pids: 0 } : one.inside.usage(one.memoryBytes);
  }

  images(): readonly Image[] {
    return this.imageStore.list();
  }

  findImage(ref: string): Image | undefined {
    return this.imageStore.find(ref);
  }

  registry(ref: string): RegistryAnswer {
    if (this.troubles.canPull(ref)) return ImageStore.inRegistry(ref, this.reach);
    return { kind: this.troubles.reachesRegistry ? 'unknown-tag' : 'unreachable' };
  }

  pull(ref: string, done: (result: Image | Refusal) => void): void {
    const answer = this.registry(ref);
    const found = ImageStore.catalogued(ref);
    if (answer.kind !== 'known' || !found) {
      this.timers.after(this.random.between(5, 40) + this.troubles.slowMs, `pull of ${ref} fails`, () =>
        done({ status: 404, message: `No such image: ${familiarImage(ref)}` }),
      );
      return;
    }
    const present = this.imageStore.find(ref) !== undefined;
    // About 100 MB a second and a little for the manifest; nothing to fetch when it is here already.
    const ms = present ? this.random.between(80, 250) : 400 + found.known.sizeMb * 10 + this.random.below(400);
    this.timers.after(ms + this.troubles.slowMs, `pull of ${ref}`, () => done(this.imageStore.add(found.known, found.tag, answer.digest)));
  }

  removeImage(ref: string, force: boolean): readonly { readonly Untagged?: string; readonly Deleted?: string }[] | Refusal {
    return this.imageStore.remove(ref, force, (imageId) =>
      [...this.containers.values()].filter((one) => one.view.imageId === imageId).map((one) => ({ id: one.id, running: one.view.state === 'running' })),
    );
  }

  tagImage(ref: string, target: string): Refusal | undefined {
    return this.imageStore.tag(ref, target);
  }

  volumes(): readonly Volume[] {
    return this.volumeStore.list();
  }

  createVolume(volume: { readonly name: string; readonly driver: string; readonly labels: Labels; readonly options: Labels }): Volume {
    const anonymous = volume.name === '';
    return this.volumeStore.create({
      ...volume,
      name: anonymous ? this.random.hex(64) : volume.name,
      driver: volume.driver || 'local',
      createdAt: this.kernel.now,
      anonymous,
    });
  }

  removeVolume(name: string): Refusal | undefined {
    return this.volumeStore.remove(name, this.containers.usersOf(name));
  }

  onEvent(listen: (event: ContainerEvent) => void): () => void {
    return this.listeners.events.add(listen);
  }

  follow(containerName: string, listener: ContainerListener): void {
    this.listeners.follow(containerName, listener);
  }

  forget(containerName: string, listener: ContainerListener): void {
    this.listeners.forget(containerName, listener);
  }

  named(containerName: string): NamedContainer | undefined {
    return this.containers.named(containerName);
  }

  onProbe(listen: (container: Container, probe: ProbeStep) => void): () => void {
    return this.listeners.probes.add(listen);
  }

  onLog(listen: (containerId: string, line: LogLine) => void): () => void {
    return this.listeners.logs.add(listen);
  }

  onOutput(listen: (containerId: string, stream: LogLine['stream'], text: string) => void): () => void {
    return this.listeners.outputs.add(listen);
  }

  stopAllForEngineStop(how: 'stop' | 'power' = 'stop'): void {
    this.halting = true;
    for (const one of this.containers.values()) {
      one.cancelRestart();
      const { state } = one.view;
      if (state !== 'running' && state !== 'paused') {
        if (state === 'restarting') one.change({ state: 'exited' });
        continue;
      }
      // A server ends at once when it is told to; what ignores the signal is killed before the engine goes.
      const exitCode = how === 'power' ? 255 : one.endsOn('SIGTERM') ? one.exitCodeOn('SIGTERM') : 137;
      one.killNow();
      this.ended(one, exitCode, false);
    }
    if (how === 'stop') this.removeTaskContainers();
    this.halting = false;
  }

  removeTaskContainers(): void {
    for (const one of Array.from(this.containers.values())) if (one.view.config.task) this.remove(one.id, { force: true, volumes: true });
  }

  stopTimeMs(): number {
    let longest = 300;
    for (const one of this.containers.values()) {
      const { state, config } = one.view;
      if (state !== 'running' && state !== 'paused') continue;
      if (!one.endsOn(config.stopSignal ?? 'SIGTERM')) longest = Math.max(longest, (config.stopTimeoutS ?? DEFAULT_STOP_TIMEOUT_S) * 1000 + 300);
    }
    return longest;
  }

  engineStarted(): void {
    for (const one of this.containers.values()) {
      if (one.view.state !== 'exited') continue;
      if (one.view.config.autoRemove) this.remove(one.id, { force: false, volumes: true });
      else if (startsWithEngine(one.view, one.stopAsked)) this.start(one.id);
    }
  }

  attachNetwork(network: (container: Container) => ProgramNet): void {
    this.network = network;
  }

  networksOf(container: Container): readonly ContainerNetwork[] {
    return this.knownNetworks(container);
  }

  knowNetworks(of: (container: Container) => readonly ContainerNetwork[]): void {
    this.knownNetworks = of;
  }

  answer(id: string, port: number): ProgramAnswer | undefined {
    const one = this.one(id);
    return isRefusal(one) ? undefined : one.answer(port);
  }

  dispose(): void {
    for (const one of this.containers.values()) one.killNow();
    this.timers.close();
  }

  private troubled(): void {
    for (const one of this.containers.values()) one.characterChanged();
    this.checkMemorySoon();
  }

  /** Programs take a moment to fill the memory that they use. */
  private checkMemorySoon(): void {
    this.timers.after(MEMORY_FILLS_MS, 'memory of the host', () => this.checkMemory());
  }

  /** When the host's memory is used up, the kernel kills the container that uses most of it, until the rest fits. */
  private checkMemory(): void {
    const running = [...this.containers.values()].filter(({ memoryBytes }) => memoryBytes > 0);
    const used = running.reduce((sum, { memoryBytes }) => sum + memoryBytes, this.troubles.foreignMemoryBytes);
    if (used <= this.memoryBytes) return;
    const [largest] = running.sort((a, b) => b.memoryBytes - a.memoryBytes || (a.id < b.id ? -1 : 1));
    if (!largest) return;
    largest.killForMemory();
    this.checkMemorySoon();
  }

  private one(ref: string): OneContainer | Refusal {
    return this.containers.find(ref);
  }

  /** On the usual bridge the lowest address that is free. */
  private nextBridgeAddress(overlay: boolean): string {
    const taken = new Set(overlay ? [] : [...this.containers.values()].map(({ view }) => view.bridgeAddress));
    let host = overlay && this.lastBridgeAddress < 65_000 ? this.lastBridgeAddress : 1;
    let address: string;
    do address = `172.${overlay ? 18 : 17}.${++host >> 8}.${host & 255}`;
    while (taken.has(address));
    if (overlay) this.lastBridgeAddress = host;
    return address;
  }

  private signal(one: OneContainer, signal: string): void {
    if (!this.containers.has(one.id) || (one.view.state !== 'running' && one.view.state !== 'paused')) return;
    this.emit('kill', one, { signal: String(signalNumber(signal)) });
    one.signal(signal);
  }

  /** The process of a container has ended; what is left of the container goes a little later. */
  private processEnded(one: OneContainer, exitCode: number, oomKilled: boolean): void {
    if (oomKilled) this.emit('oom', one);
    const { pid } = one.view;
    this.timers.after(this.random.between(TEARDOWN_MS.min, TEARDOWN_MS.max), `${one.view.config.name} is taken down`, () => {
      if (one.view.pid === pid) this.ended(one, exitCode, oomKilled);
    });
  }

  private ended(one: OneContainer, exitCode: number, oomKilled: boolean): void {
    const seconds = Math.floor((this.kernel.now - (one.view.startedAt ?? this.kernel.now)) / 1000);
    one.end(exitCode, oomKilled);
    this.emit('die', one, { exitCode: String(exitCode), execDuration: String(seconds) });
    one.tellEnd();
    if (this.halting || !this.containers.has(one.id) || one.view.state !== 'exited') return;
    if (this.restartLater(one)) return;
    if (!one.view.config.autoRemove) return;
    this.timers.after(this.random.between(AUTO_REMOVE_MS.min, AUTO_REMOVE_MS.max), `${one.view.config.name} is removed`, () => {
      if (one.view.state === 'exited') this.remove(one.id, { force: false, volumes: true });
    });
  }

  private restartLater(one: OneContainer): boolean {
    const delay = restartDelay(one.view, one.stopAsked);
    if (delay === undefined) return false;
    one.change({ state: 'restarting', restartCount: one.view.restartCount + 1 });
    one.restartTimer = this.timers.after(delay, `${one.view.config.name} is restarted`, () => {
      if (one.view.state === 'restarting') this.start(one.id);
    });
    return true;
  }

  private emit(action: ContainerEvent['action'], one: OneContainer, attributes = NO_LABELS): void {
    const event: ContainerEvent = { at: this.kernel.now, action, container: one.view, attributes };
    this.listeners.tellEvent(event);
  }
}
