import type { BraceGroup, CompoundCommand, CompoundList, Redirected } from 'unbash';
import { Jobs } from './jobs.ts';
import { Variables } from './variables.ts';

/** A function and the text that it was written in: jobs, aliases and `type` show parts of it. */
export interface ShellFunction {
  readonly body: CompoundCommand | Redirected | CompoundList | BraceGroup;
  readonly source: string;
  readonly from: number;
  readonly to: number;
}

/** What `set` and `shopt` switch. */
export interface ShellOptions {
  readonly errexit: boolean;
  readonly nounset: boolean;
  readonly xtrace: boolean;
  readonly pipefail: boolean;
  readonly noglob: boolean;
  readonly noexec: boolean;
  readonly nullglob: boolean;
  readonly dotglob: boolean;
}

/** What a shell keeps from line to line. */
export interface ShellState {
  readonly variables: Variables;
  readonly functions: Map<string, ShellFunction>;
  readonly aliases: Map<string, string>;
  readonly traps: Map<string, string>;
  readonly jobs: Jobs;
  /** Lines that were typed, the oldest first. */
  readonly history: string[];
  /** Folders under the current one: pushd and popd. */
  readonly folders: string[];
  options: ShellOptions;
  cwd: string;
  status: number;
  /** `$0`. */
  name: string;
  /** `$1` … */
  positional: readonly string[];
  /** How many functions and scripts run inside one another. */
  depth: number;
  /** How many functions and sourced files run, which `return` may leave. */
  returns: number;
  /** `exit` was said, or an error has ended all of the line. */
  exited: boolean;
  /** It was an error: a shell in which somebody types goes on with the next line. */
  abandoned: boolean;
}

const OPTIONS: ShellOptions = {
  errexit: false,
  nounset: false,
  xtrace: false,
  pipefail: false,
  noglob: false,
  noexec: false,
  nullglob: false,
  dotglob: false,
};

/** Where a new shell's numbers come from. */
export interface ShellSurroundings {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A number in [0, limit). */
  readonly random: (limit: number) => number;
}

/** Process id that `$$` shows: the one that `ps` shows for bash. */
export const SHELL_PID = 871;

/** A new shell of root in /root. */
export function newShellState(hostName: string, { now, random }: ShellSurroundings, history: string[] = []): ShellState {
  const began = now();
  const state: ShellState = {
    variables: new Variables({
      RANDOM: () => String(random(32_768)),
      SRANDOM: () => String(random(4_294_967_296)),
      SECONDS: () => String(Math.floor((now() - began) / 1000)),
      EPOCHSECONDS: () => String(Math.floor(now() / 1000)),
      EPOCHREALTIME: () => `${Math.floor(now() / 1000)}.${String(now() % 1000).padStart(3, '0')}000`,
      BASHPID: () => String(SHELL_PID),
      PPID: () => '870',
      UID: () => '0',
      EUID: () => '0',
      OSTYPE: () => 'linux-gnu',
      HOSTTYPE: () => 'x86_64',
      BASH: () => '/bin/bash',
      BASH_VERSION: () => '5.2.37(1)-release',
      LINENO: () => '1',
    }),
    functions: new Map(),
    aliases: new Map([
      ['ll', 'ls -l'],
      ['la', 'ls -A'],
    ]),
    traps: new Map(),
    jobs: new Jobs(),
    history,
    folders: [],
    options: OPTIONS,
    cwd: '/root',
    status: 0,
    name: 'bash',
    positional: [],
    depth: 0,
    returns: 0,
    exited: false,
    abandoned: false,
  };
  const environment: { readonly [name: string]: string } = {
    HOME: '/root',
    USER: 'root',
    LOGNAME: 'root',
    SHELL: '/bin/bash',
    PWD: '/root',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    HOSTNAME: hostName,
  };
  for (const [name, value] of Object.entries(environment)) {
    state.variables.set(name, value);
    state.variables.mark(name, { exported: true });
  }
  return state;
}

/** A copy for a subshell: what it changes is its own. */
export function subshellState(state: ShellState): ShellState {
  return {
    ...state,
    variables: state.variables.copy(),
    functions: new Map(state.functions),
    aliases: new Map(state.aliases),
    traps: new Map(),
    jobs: new Jobs(),
    folders: [...state.folders],
  };
}
