import type { StreamChunk } from '../docker/api/client.ts';
import type { LogLine, Refusal } from '../swarm/agent/container.ts';
import type { Call } from './call.ts';
import { readTimestamp, rfc3339Nano } from './json-time.ts';

/** Which lines of a log are wanted, and how. */
export interface LogOptions {
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly follow: boolean;
  readonly timestamps: boolean;
  readonly details: boolean;
  /** Virtual milliseconds. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** How many of the last lines; undefined: all. */
  readonly tail: number | undefined;
}

/** Reads the parameters of a logs request. @param status of the refusal when no stream was asked for */
export function readLogOptions(call: Call, epochMs: number, status: number): LogOptions | Refusal {
  const [stdout, stderr] = [call.flag('stdout'), call.flag('stderr')];
  if (!stdout && !stderr) return { status, message: 'Bad parameters: you must choose at least one stream' };
  const time = (name: string): number | undefined => {
    const unixMs = readTimestamp(call.query(name) ?? '');
    return unixMs === undefined || unixMs === 0 ? undefined : unixMs - epochMs;
  };
  const tail = call.query('tail') ?? 'all';
  return {
    stdout,
    stderr,
    follow: call.flag('follow'),
    timestamps: call.flag('timestamps'),
    details: call.flag('details'),
    since: time('since'),
    until: time('until'),
    tail: /^\d+$/.test(tail) ? Number(tail) : undefined,
  };
}

/** Whether a line belongs to what was asked for, its place in the log aside. */
export function wanted(line: LogLine, options: LogOptions): boolean {
  if (!(line.stream === 'stdout' ? options.stdout : options.stderr)) return false;
  return (options.since === undefined || line.at >= options.since) && (options.until === undefined || line.at <= options.until);
}

/** The lines that were asked for, of those written until now. */
export function select(lines: readonly LogLine[], options: LogOptions): readonly LogLine[] {
  const fitting = lines.filter((line) => wanted(line, options));
  return options.tail === undefined ? fitting : fitting.slice(Math.max(0, fitting.length - options.tail));
}

/** A line as it is sent: `[time ][details ]text`. @param tty the terminal's line ends */
export function logChunk(line: LogLine, options: LogOptions, how: { readonly epochMs: number; readonly details: string; readonly tty: boolean }): StreamChunk {
  const time = options.timestamps ? `${rfc3339Nano(how.epochMs + line.at)} ` : '';
  const details = options.details ? `${how.details} ` : '';
  return { kind: how.tty ? 'stdout' : line.stream, text: `${time}${details}${line.text}${how.tty ? '\r\n' : '\n'}` };
}

/** The content type of logs, attach and exec. */
export function streamType(call: Call, tty: boolean): string {
  return tty || call.apiMinor < 42 ? 'application/vnd.docker.raw-stream' : 'application/vnd.docker.multiplexed-stream';
}
