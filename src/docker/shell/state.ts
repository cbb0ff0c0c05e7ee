import type { BraceGroup, CompoundCommand, CompoundList, Redirected } from 'unbash';

/** What a shell keeps from line to line. */
export interface ShellState {
  readonly variables: Map<string, string>;
  readonly exported: Set<string>;
  readonly functions: Map<string, CompoundCommand | Redirected | CompoundList | BraceGroup>;
  cwd: string;
  status: number;
  /** `$1` … of a function that runs now. */
  positional: readonly string[];
  /** `exit` was said. */
  exited: boolean;
}

/** A new shell of root in /root. */
export function newShellState(hostName: string): ShellState {
  const variables = new Map([
    ['HOME', '/root'],
    ['USER', 'root'],
    ['LOGNAME', 'root'],
    ['SHELL', '/bin/bash'],
    ['PWD', '/root'],
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['TERM', 'xterm-256color'],
    ['LANG', 'C.UTF-8'],
    ['HOSTNAME', hostName],
  ]);
  return { variables, exported: new Set(variables.keys()), functions: new Map(), cwd: '/root', status: 0, positional: [], exited: false };
}

/** A copy for a subshell: what it changes is its own. */
export function subshellState(state: ShellState): ShellState {
  return { ...state, variables: new Map(state.variables), exported: new Set(state.exported), functions: new Map(state.functions) };
}
