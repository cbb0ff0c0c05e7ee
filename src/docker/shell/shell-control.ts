import type { CommandNode, CompoundList, ParsedScript } from 'unbash';
import type { TextSink } from '../cli/command.ts';
import type { ExpansionContext } from './expansion/context.ts';
import type { Processes } from './processes.ts';
import type { HostShell, ShellHost, ShellIo } from './shell.ts';
import type { ShellState } from './state.ts';

/** The streams of a command inside the shell. */
export interface CommandIo extends ShellIo {
  /** Descriptors from 3 on. */
  readonly others?: ReadonlyMap<number, TextSink>;
  /** Its status decides something (`if`, `&&`), so that `set -e` does not end the shell for it. */
  readonly tested?: boolean;
}

/** How words are run as a command. */
export interface RunOptions {
  /** False: functions of the name are passed over. */
  readonly functions?: boolean;
  /** What is said when there is nothing of the name; else what bash says. */
  readonly missing?: (name: string) => string;
}

/** The shell as the parts that run in it see it. */
export interface ShellControl {
  readonly host: ShellHost;
  readonly state: ShellState;
  readonly processes: Processes;
  readonly parse: (text: string) => ParsedScript;
  /** Puts another shell into this one's terminal until it is left: ssh, su, bash. Undefined where nobody sits before it. */
  readonly enter: ((shell: HostShell, farewell: string) => void) | undefined;
  /** The text that is being run, which places in the tree refer to. */
  source: string;
  /** Names whose aliases are being expanded. */
  readonly expanding: Set<string>;
  expansion(io: CommandIo): ExpansionContext;
  /** A subshell: what it changes is its own. */
  fork(over?: Partial<Pick<ShellState, 'positional' | 'name'>>): ShellControl;
  /** A new shell that knows only the exported variables: a script. */
  process(name: string, args: readonly string[], over?: { readonly [name: string]: string | undefined }): ShellControl;
  /** Makes the differences between two sets of streams last: `exec > file`. */
  replace(from: CommandIo, to: CommandIo): void;
  command(node: CommandNode, io: CommandIo): Promise<number>;
  list(list: CompoundList, io: CommandIo): Promise<number>;
  /** Runs a parsed script and answers the last status. */
  script(script: ParsedScript, source: string, io: CommandIo): Promise<number>;
  /** Runs a text in this shell: `eval`, `source`. */
  text(text: string, io: CommandIo): Promise<number>;
  /** Runs a text as a whole process: its end sets off the EXIT trap. */
  whole(text: string, io: CommandIo): Promise<number>;
  /** Runs words as a command. */
  run(argv: readonly string[], io: CommandIo, how?: RunOptions): Promise<number>;
}
