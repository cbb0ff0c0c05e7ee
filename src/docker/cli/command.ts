import type { CancelSignal } from '../../base/cancel.ts';
import type { Clock, EngineClient } from '../api/client.ts';

/** Where a program writes. Text is passed on at once: nothing waits for the end of the program. */
export interface TextSink {
  write(text: string): void;
}

/** Where a program reads. */
export interface TextSource {
  /** The next line without its newline; undefined at the end. */
  readLine(): Promise<string | undefined>;
  /** All that is left. */
  readAll(): Promise<string>;
  /**
   * Puts the terminal that somebody types at into raw mode: keys are neither echoed nor turned into lines and signals, but
   * given to `take` as they come, Enter as CR. Returns what brings the old mode back. Absent where nobody types.
   */
  raw?(take: (keys: string) => void): () => void;
}

/** The files a program sees, by path relative to its working directory. */
export interface FileAccess {
  /** The text, or undefined when there is no such file. Throws an `Error` with the system's text otherwise (`read /dir: is a directory`). */
  read(path: string): string | undefined;
  write(path: string, text: string): void;
  /** Removes a file, or a folder with all in it; nothing happens when there is none. */
  remove(path: string): void;
  /** Names in a folder; undefined when there is no such folder. */
  list(path: string): readonly string[] | undefined;
  /** Absolute, normalised. */
  resolve(path: string): string;
}

/** All that a `docker` command may touch: it knows engines only through `client`, time only through `clock`. */
export interface CommandContext {
  readonly client: EngineClient;
  /** The engine of another host, by name or address, as ssh reaches it; undefined where there is none. */
  readonly engineOf?: (host: string) => EngineClient | undefined;
  /** What -H and -c named on this command line, where they did. */
  readonly named?: { readonly host: string | undefined; readonly context: string | undefined };
  readonly clock: Clock;
  readonly stdin: TextSource;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly env: { readonly [name: string]: string | undefined };
  readonly files: FileAccess;
  /** False when stdin is no terminal, though stdout may be: `echo ls | docker exec -i …`. */
  readonly inputIsTerminal?: boolean;
  /** Undefined when stdout is not a terminal. */
  readonly terminal: { readonly columns: number; readonly rows: number } | undefined;
  /** Aborted by Ctrl-C. */
  readonly signal: CancelSignal;
}

/** The parsed flags of one command line, by long name as in cli.json. Absent flags have their default. */
export interface Flags {
  changed(name: string): boolean;
  /** Whether any flag was given. */
  anyChanged(): boolean;
  bool(name: string): boolean;
  string(name: string): string;
  /** All integer types. */
  int(name: string): number;
  float(name: string): number;
  /** Go duration flags: nanoseconds. */
  duration(name: string): number;
  /** Every occurrence, in order (for `strings` types split at commas, as cli.json's note says). */
  list(name: string): readonly string[];
}

/** A command's body: resolves to its exit status. A `CommandError` thrown is printed on stderr with its status. */
export type CommandBody = (context: CommandContext, flags: Flags, args: readonly string[]) => Promise<number>;

/** Ends a command with a text on stderr (without newline at its end) and an exit status. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    message: string,
    readonly status = 1,
  ) {
    super(message);
  }
}
