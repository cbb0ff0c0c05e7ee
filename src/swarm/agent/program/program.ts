import type { RandomStream } from '../../../sim/random.ts';
import type { ProcessTable } from './process-table.ts';
import type { ProgramInput } from './program-input.ts';
import type { Terminal } from './terminal.ts';

/** What a program waits for before it goes on: time, a signal, or an answer of the network. */
export type Wait =
  | { readonly kind: 'sleep'; readonly ms: number }
  /** Until a signal comes for which there is a handler. */
  | { readonly kind: 'forever' }
  /** Until `done` is called (later, not at once), or a signal comes that it may be interrupted by; the program goes on with the answer. */
  | { readonly kind: 'ask'; readonly interruptible?: boolean; readonly start: (done: (answer: unknown) => void) => void };

/** A program on the virtual clock: a generator that yields what it waits for and returns its exit code. */
export type Program = Generator<Wait, number, unknown>;

/** Answer of a server that a program called. */
export interface ProgramAnswer {
  readonly ok: boolean;
  /** HTTP status, 0 when no answer came. */
  readonly status: number;
  /** Body, or why there is none: `Connection refused`, `timed out`. */
  readonly text: string;
}

/** The network as a container sees it. */
export interface ProgramNet {
  /** Whether there is an internet, whose servers say of a name that it does not exist. */
  readonly online?: boolean;
  /** Addresses of a name, from the embedded DNS server; empty: unknown. */
  resolve(name: string): readonly string[];
  /** An HTTP request to a name or address. */
  get(url: string, done: (answer: ProgramAnswer) => void): void;
  /** Whether an address answers a ping. */
  ping(address: string): boolean;
}

/** What a program may touch: the inside of its container. */
export interface ProgramSystem {
  readonly now: () => number;
  /** Unix milliseconds of virtual 0. */
  readonly epochMs: number;
  readonly random: RandomStream;
  readonly hostname: string;
  readonly user: string;
  readonly net: ProgramNet;
  /** Files by absolute path. */
  readonly files: ProgramFiles;
  /** What the image's shell says before its first prompt; usually nothing. */
  readonly shellBanner: string;
  /** The image's own main program, and what it does when it is run. */
  readonly mainProgram: string;
  readonly runMain: (process: ProcessContext, args: readonly string[]) => Program;
  /** Finds and runs a program by name. */
  readonly runCommand: (process: ProcessContext, argv: readonly string[]) => Program;
  readonly processes: ProcessTable;
  /** Address of the first network. */
  readonly address: string;
}

export interface ProgramFiles {
  read(path: string): string | undefined;
  /** An error text like `Read-only file system`, or undefined. */
  write(path: string, text: string): string | undefined;
  remove(path: string): boolean;
  isDirectory(path: string): boolean;
  makeDirectory(path: string): void;
  /** Names directly below a directory, sorted. */
  list(path: string): readonly string[];
}

/** One process: where its output goes and what it inherited. */
export interface ProcessContext {
  readonly system: ProgramSystem;
  /** 1 for the process that the container lives and dies with: only it gets signals. */
  readonly pid: number;
  /** Its line in the table of processes. */
  readonly row: number;
  readonly env: Map<string, string>;
  cwd: string;
  readonly stdin: ProgramInput;
  /** What it talks to when that is a terminal. */
  readonly terminal: Terminal | undefined;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Signals that wait to be handled, and what is to be done for which. */
  readonly signals: SignalState;
  /** Runs a program beside this one; `ended` is called with its exit code. */
  readonly spawn: (program: Program, what: string, ended: (code: number) => void) => void;
}

/** A key at the terminal (Ctrl-C, Ctrl-\\) ends what runs in the foreground; thrown into the program where it waits. */
export class ProgramInterrupt {
  constructor(readonly signal: 'INT' | 'QUIT') {}

  /** Exit code of a program that the signal has killed. */
  get code(): number {
    return this.signal === 'INT' ? 130 : 131;
  }
}

export interface SignalState {
  readonly handlers: Map<string, string>;
  readonly pending: string[];
}

/** `sleep`'s arguments in milliseconds: `1`, `1.5`, `10s`, `2m`, `1h`, `1d`, several are added; undefined: malformed. */
export function sleepDuration(args: readonly string[]): number | undefined {
  let total = 0;
  for (const arg of args) {
    if (arg === 'infinity' || arg === 'inf') return Number.MAX_SAFE_INTEGER;
    const match = /^(\d+(?:\.\d+)?|\.\d+)([smhd]?)$/.exec(arg);
    if (!match) return undefined;
    const unit = { '': 1_000, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[match[2] ?? ''] ?? 1_000;
    total += Math.round(Number(match[1]) * unit);
  }
  return args.length === 0 ? undefined : total;
}

/** An absolute path without `.` and `..`. */
export function resolvePath(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
