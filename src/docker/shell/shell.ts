import type { CancelSignal } from '../../base/cancel.ts';
import type { Clock, EngineClient } from '../api/client.ts';
import type { TextSink, TextSource } from '../cli/command.ts';

/** The files of one host. Paths are absolute and normalised; folders exist as soon as something is in them. */
export interface HostFiles {
  read(path: string): string | undefined;
  write(path: string, text: string): void;
  remove(path: string): boolean;
  isFolder(path: string): boolean;
  makeFolder(path: string): void;
  /** Names in a folder, sorted; undefined when there is no such folder. */
  list(path: string): readonly string[] | undefined;
}

/** Where a program of the shell reads. */
export interface ShellSource extends TextSource {
  /** What is there already, or comes next; undefined at the end. */
  read(): Promise<string | undefined>;
}

/** What a request through the routing mesh met on its way (see swarm/mesh). */
export interface WebAnswer {
  /** The body when something answered; else the reason in curl's words, e.g. `Connection refused`. */
  readonly ok: boolean;
  readonly text: string;
  readonly status: number;
}

/** What `swarmarium plan` asks: the files as they are, by absolute path. */
export interface PlanWords {
  readonly stack: string;
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly prune: boolean;
  readonly resolveImage: 'always' | 'changed' | 'never';
  /** Exported variables of the shell. */
  readonly env: { readonly [name: string]: string };
}

/** What it prints, and the status it ends with. */
export interface PlanText {
  readonly text: string;
  readonly status: number;
}

/** The machine under a shell, as far as a shell may touch it. */
export interface ShellHost {
  readonly name: string;
  readonly address: string;
  readonly client: EngineClient;
  readonly clock: Clock;
  readonly files: HostFiles;
  /** Names and addresses of all hosts: `/etc/hosts`, ssh. */
  readonly hosts: () => readonly { readonly name: string; readonly address: string }[];
  /** The address of a name, as this host's resolver gives it; undefined for names that nobody has. */
  readonly lookup: (name: string) => string | undefined;
  /** Whether a ping at an address is answered now. */
  readonly answersPing: (address: string) => boolean;
  readonly engineUp: () => boolean;
  /** `systemctl start|stop|restart docker`; resolves when it is done. */
  readonly systemctl: (action: 'start' | 'stop' | 'restart') => Promise<void>;
  readonly linkUp: () => boolean;
  /** `ip link set eth0 up|down`. */
  readonly setLink: (up: boolean) => void;
  /** A GET of `http://host:port/path` made on this host. */
  readonly get: (url: string) => Promise<WebAnswer>;
  /** What deploying these files would do now; absent where runs cannot be branched (a real Swarm). */
  readonly plan?: (request: PlanWords) => Promise<PlanText>;
  /** Asks the page to open a file in its editor; false where there is none (then nano says so). */
  readonly edit: (path: string) => boolean;
  /** A new shell of a host, as a login makes it: ssh, su. Undefined while the host has no power. */
  readonly shellOf: (host: string) => Promise<HostShell | undefined>;
  /** The engine of a host, as the docker client reaches it over ssh; undefined for hosts that are not there. */
  readonly engineOf: (host: string) => EngineClient | undefined;
  /** Takes the power from this host for good, or gives it back after a while: poweroff, reboot. */
  readonly powerOff: (again: boolean) => void;
  /** A number in [0, limit) from this shell's own stream. */
  readonly random: (limit: number) => number;
  /** Keeps the virtual clock still until something outside it (a lazily loaded module) has come. */
  readonly outside: <T>(work: Promise<T>) => Promise<T>;
}

/** Streams and terminal of what runs in the foreground. */
export interface ShellIo {
  readonly stdin: ShellSource;
  /** Whether somebody types what comes from there. */
  readonly keyboard?: boolean;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Undefined when there is no terminal: transcripts, clicks. */
  readonly terminal: { readonly columns: number; readonly rows: number } | undefined;
  /** Aborted by Ctrl-C. */
  readonly signal: CancelSignal;
}

/** One host's shell: variables, working directory and functions live from line to line. */
export interface HostShell {
  /** What stands before the cursor, e.g. `DC2-N1 ~ $ `. */
  prompt(): string;
  /** Runs one line (or several, with newlines) and resolves to the exit status. Never rejects for what a user typed. */
  run(text: string, io: ShellIo): Promise<number>;
  /** Whether the last line was `exit`; the next one begins a new shell. */
  left(): boolean;
  /** Puts a line into the history that was run elsewhere: a click. */
  remember(text: string): void;
  /** Nobody is there any more: jobs end, and whatever shells were entered are left. */
  hangUp(): void;
  /** True while the text so far is not a whole command (open quote, here-document, `for` without `done`). */
  incomplete(text: string): boolean;
  complete(line: string, cursor: number): Promise<{ readonly from: number; readonly words: readonly string[] }>;
}
