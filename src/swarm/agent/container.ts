import type { HealthConfig, Labels, Mount, PortConfig, Ulimit } from '../../docker/api/specs.ts';
import type { HostTroubles } from './host-troubles.ts';
import type { NetworkAttachments } from './network-attachments.ts';
import type { ProcessRow } from './program/process-table.ts';
import type { ProgramAnswer, ProgramFiles, ProgramNet } from './program/program.ts';
import type { Volume } from './volume-store.ts';

/** What a container is made from, whoever asks: a task of the swarm or `docker run`. */
export interface ContainerConfig {
  /** Without the leading slash, e.g. `web.1.<task id>`. */
  readonly name: string;
  /** As written, e.g. `nginx:latest`. */
  readonly image: string;
  /** Overrides the image's entrypoint; absent: the image's own. */
  readonly entrypoint?: readonly string[] | undefined;
  /** Overrides the image's command. */
  readonly command?: readonly string[] | undefined;
  readonly env: readonly string[];
  readonly labels: Labels;
  readonly hostname?: string | undefined;
  readonly user?: string | undefined;
  /** Further groups of the user. */
  readonly groups?: readonly string[] | undefined;
  readonly workingDir?: string | undefined;
  readonly tty: boolean;
  readonly openStdin: boolean;
  /** The input ends when the first client that was attached has nothing more to say. */
  readonly stdinOnce?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly init?: boolean | undefined;
  readonly health?: HealthConfig | undefined;
  readonly stopSignal?: string | undefined;
  /** Seconds between the stop signal and SIGKILL; absent: 10. */
  readonly stopTimeoutS?: number | undefined;
  readonly mounts: readonly Mount[];
  readonly nanoCpus?: number | undefined;
  readonly memoryBytes?: number | undefined;
  readonly pidsLimit?: number | undefined;
  readonly ulimits?: readonly Ulimit[] | undefined;
  readonly capAdd?: readonly string[] | undefined;
  readonly capDrop?: readonly string[] | undefined;
  readonly sysctls?: Labels | undefined;
  /** `default`, or what only Windows knows. */
  readonly isolation?: string | undefined;
  /** `no-new-privileges`, `credentialspec=file://x` … */
  readonly securityOptions?: readonly string[] | undefined;
  readonly restartPolicy?: { readonly name: 'no' | 'always' | 'on-failure' | 'unless-stopped'; readonly maximumRetryCount: number } | undefined;
  readonly autoRemove?: boolean | undefined;
  /** Host ports, as asked for. */
  readonly ports: readonly PortConfig[];
  readonly networks: readonly ContainerNetwork[];
  readonly networkMode: string;
  readonly dns?: { readonly nameservers: readonly string[]; readonly search: readonly string[]; readonly options: readonly string[] } | undefined;
  readonly extraHosts?: readonly string[] | undefined;
  readonly logDriver?: { readonly name: string; readonly options: Labels } | undefined;
  /** Files put there before the start: secrets and configs, by absolute path. */
  readonly files?: readonly { readonly path: string; readonly text: string }[] | undefined;
  /** Set for containers of tasks. */
  readonly task?: { readonly id: string; readonly serviceId: string; readonly serviceName: string } | undefined;
}

/** A container's end on one network. */
export interface ContainerNetwork {
  readonly id: string;
  readonly name: string;
  /** CIDR, e.g. `10.0.1.5/24`; empty: none. */
  readonly address: string;
  readonly aliases: readonly string[];
}

export interface HealthProbe {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly exitCode: number;
  readonly output: string;
}

export interface LogLine {
  readonly at: number;
  readonly stream: 'stdout' | 'stderr';
  /** Without the newline. */
  readonly text: string;
}

/** A step of a health probe. */
export interface ProbeStep {
  readonly step: 'create' | 'start' | 'die';
  /** Counts the probes of a container. */
  readonly number: number;
  readonly command: readonly string[];
  /** Of `die`; else 0. */
  readonly exitCode: number;
}

/** A command that is to be run in a container. */
export interface ExecRequest {
  readonly command: readonly string[];
  /** `NAME=value`, besides the container's own. */
  readonly env?: readonly string[];
  /** Absent or empty: the container's own. */
  readonly workingDir?: string;
  readonly user?: string;
  readonly tty?: boolean;
  /** Somebody will write to it; without, its input is empty. */
  readonly stdin?: boolean;
}

/** A command that runs in a container, seen from outside. */
export interface ExecProcess {
  write(text: string): void;
  closeInput(): void;
  kill(): void;
}

/** Takes output as it comes, in pieces of any length. */
export type OutputSink = (stream: LogLine['stream'], text: string) => void;

export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

/** A container as one looks at it now. Immutable; times are virtual milliseconds. */
export interface Container {
  /** 64 hexadecimal digits. */
  readonly id: string;
  readonly config: ContainerConfig;
  /** 64 hexadecimal digits without `sha256:`. */
  readonly imageId: string;
  readonly state: ContainerState;
  readonly createdAt: number;
  readonly startedAt?: number | undefined;
  readonly finishedAt?: number | undefined;
  readonly exitCode: number;
  readonly pid: number;
  readonly oomKilled: boolean;
  readonly error: string;
  readonly restartCount: number;
  readonly health?: { readonly status: 'starting' | 'healthy' | 'unhealthy'; readonly failingStreak: number; readonly log: readonly HealthProbe[] } | undefined;
  /** Host ports as bound. */
  readonly boundPorts: readonly PortConfig[];
  /** Address on the node's own bridge while it runs, e.g. `172.17.0.2`: the default bridge, or `docker_gwbridge` for containers on overlay networks only. */
  readonly bridgeAddress?: string | undefined;
}

/** A container that was found by its name, for somebody who looks at it again and again. */
export interface NamedContainer {
  readonly id: string;
  /** As it is now. */
  readonly withHealth: Container;
  /** Whether it is there still, under this name. */
  answersTo(name: string): boolean;
}

/** What happened to a container; the engine makes its events from these. */
export interface ContainerEvent {
  readonly at: number;
  readonly action:
    | 'create'
    | 'start'
    | 'kill'
    | 'die'
    | 'stop'
    | 'restart'
    | 'pause'
    | 'unpause'
    | 'destroy'
    | 'oom'
    | 'rename'
    | 'update'
    | 'attach'
    | 'health_status: starting'
    | 'health_status: healthy'
    | 'health_status: unhealthy';
  readonly container: Container;
  readonly attributes: Labels;
}

/** An image that a host has. */
export interface Image {
  /** 64 hexadecimal digits without `sha256:`. */
  readonly id: string;
  /** Familiar references, e.g. `nginx:1.25`. */
  readonly tags: readonly string[];
  /** Where it was pulled from, e.g. `nginx@sha256:…`. */
  readonly digests: readonly string[];
  /** Made by `docker import`, not from layers. */
  readonly imported: boolean;
  readonly sizeBytes: number;
  readonly createdAt: number;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly exposedPorts: readonly string[];
  readonly env: readonly string[];
  readonly workingDir: string;
  readonly health?: HealthConfig;
}

/** Nobody answers there; no such repository; no such tag; or the digest (`sha256:…`) of an image. */
export type RegistryAnswer =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unknown-repository' }
  | { readonly kind: 'unknown-tag' }
  | { readonly kind: 'known'; readonly digest: string };

/** The result of something that may be refused: an engine's text and the HTTP status it answers with. */
export type Refusal = { readonly status: number; readonly message: string };

/** The containers and images of one host: what runc, containerd and the engine's local part do. Runs on the virtual clock. */
export interface ContainerRuntime {
  list(): readonly Container[];
  /** Those that run and have ports of the host open, in the order of `list`. */
  withOpenPorts(): readonly Container[];
  /** How many containers run now. */
  runningCount(): number;
  /** By full id, exact name, or id prefix. */
  find(ref: string): Container | Refusal;
  create(config: ContainerConfig): Container | Refusal;
  start(id: string): Refusal | undefined;
  /** Sends the stop signal, then SIGKILL when the time is over (absent: the container's own); `done` once it has ended. */
  stop(id: string, timeoutS: number | undefined, done: () => void, signal?: string): void;
  kill(id: string, signal: string): Refusal | undefined;
  pause(id: string): Refusal | undefined;
  unpause(id: string): Refusal | undefined;
  rename(id: string, name: string): Refusal | undefined;
  /** Gives it other limits or another restart policy. */
  update(id: string, changes: Pick<Partial<ContainerConfig>, 'memoryBytes' | 'nanoCpus' | 'pidsLimit' | 'restartPolicy'>): Refusal | undefined;
  remove(id: string, options: { readonly force: boolean; readonly volumes: boolean }): Refusal | undefined;
  /** Calls `done` with the exit code when the container ends next, or at once when it is not running. */
  wait(id: string, done: (exitCode: number) => void): void;
  logs(id: string): readonly LogLine[];
  /** Runs a command inside: its output on the virtual clock, then its exit code. */
  exec(id: string, request: ExecRequest, output: OutputSink, done: (exitCode: number) => void): ExecProcess;
  /** What is typed to a container's own program, when its input is open. */
  write(id: string, text: string): void;
  /** Nothing more will be typed. */
  closeInput(id: string): void;
  /** What a container's programs see as their files, mounts included. */
  files(id: string): ProgramFiles | undefined;
  /** The programs that run in a container now. */
  processes(id: string): readonly ProcessRow[];
  /** What the container uses now. */
  usage(id: string): { readonly cpuPercent: number; readonly memoryBytes: number; readonly pids: number };
  images(): readonly Image[];
  /** Familiar or full reference, or id prefix. */
  findImage(ref: string): Image | undefined;
  /** What the registry of an image says of it. */
  registry(ref: string): RegistryAnswer;
  /** Fetches an image from its registry. */
  pull(ref: string, done: (result: Image | Refusal) => void): void;
  removeImage(ref: string, force: boolean): readonly { readonly Untagged?: string; readonly Deleted?: string }[] | Refusal;
  tagImage(ref: string, target: string): Refusal | undefined;
  /** The local volumes, by name. */
  volumes(): readonly Volume[];
  /** Makes a volume, or gives the one of that name. An empty name: an anonymous one. */
  createVolume(volume: { readonly name: string; readonly driver: string; readonly labels: Labels; readonly options: Labels }): Volume;
  removeVolume(name: string): Refusal | undefined;
  /** What a container answers to an HTTP request on one of its own ports; undefined: nothing listens there. */
  answer(id: string, port: number): ProgramAnswer | undefined;
  /** Gives the containers a network; until then they reach only themselves. */
  attachNetwork(network: (container: Container) => ProgramNet): void;
  /** The networks with names on which a container is, with its addresses there. */
  networksOf(container: Container): readonly ContainerNetwork[];
  /** The engine knows of more networks than a container's configuration says. */
  knowNetworks(of: (container: Container) => readonly ContainerNetwork[]): void;
  onEvent(listen: (event: ContainerEvent) => void): () => void;
  /** What health probes do; their results are events. */
  onProbe(listen: (container: Container, probe: ProbeStep) => void): () => void;
  onLog(listen: (containerId: string, line: LogLine) => void): () => void;
  /** Milliseconds that stopping the engine cleanly would take now: what does not listen to the stop signal is killed when its time is over. */
  stopTimeMs(): number;
  /** Its containers that are attached to networks of the swarm by hand. */
  readonly attachments: NetworkAttachments;
  /** Faults of the host that a person or a scenario sets. */
  readonly troubles: HostTroubles;
  /** What containers' own programs write, as it comes: what attached clients see. */
  onOutput(listen: (containerId: string, stream: LogLine['stream'], text: string) => void): () => void;
}

/** Tells a refusal from a success. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'status' in value && 'message' in value;
}
