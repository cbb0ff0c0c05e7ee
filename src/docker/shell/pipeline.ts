import type { CommandNode, PipelineNode } from 'unbash';
import { Interrupted } from '../api/client.ts';
import type { TextSink } from '../cli/command.ts';
import { Pipe } from './pipe.ts';
import type { CommandIo, ShellControl } from './shell-control.ts';

/** Runs a pipeline, or the one command that it is, and answers its status. Sets PIPESTATUS. */
export async function runPipeline(node: PipelineNode, io: CommandIo, shell: ShellControl): Promise<number> {
  const { state, host } = shell;
  if (node.type !== 'Pipeline') {
    const status = await shell.command(node, io);
    state.variables.setElements('PIPESTATUS', [['0', String(status)]]);
    return status;
  }
  const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1;
  const inner = negated ? { ...io, tested: true } : io;
  const began = host.clock.now();
  const [only] = node.commands;
  const statuses = node.commands.length === 1 && only ? [await shell.command(only, inner)] : await stages(node.commands, node.operators, inner, shell);
  state.variables.setElements(
    'PIPESTATUS',
    statuses.map((status, i) => [String(i), String(status)]),
  );
  for (const prefix of node.prefixes) if (prefix.type === 'Time') io.stderr.write(timeText((host.clock.now() - began) / 1000, prefix.posix !== undefined));
  const status = state.options.pipefail ? (statuses.findLast((code) => code !== 0) ?? 0) : (statuses.at(-1) ?? 0);
  return negated ? (status === 0 ? 1 : 0) : status;
}

async function stages(commands: readonly CommandNode[], operators: readonly string[], io: CommandIo, shell: ShellControl): Promise<readonly number[]> {
  let stdin = io.stdin;
  let close: () => void = () => {};
  const running = commands.map((command, i) => {
    const last = i === commands.length - 1;
    const abort = new AbortController();
    const interrupt = (): void => abort.abort();
    io.signal.addEventListener('abort', interrupt);
    const broken = (full: boolean): void => {
      if (full && !abort.signal.aborted) io.stderr.write('bash: pipe: its reader is too far behind: what wrote to it was ended\n');
      interrupt();
    };
    const pipe = last ? undefined : new Pipe(broken);
    const stdout: TextSink = pipe ?? io.stdout;
    const stderr: TextSink = pipe && operators[i] === '|&' ? pipe : io.stderr;
    const closeInput = close;
    const stage = begin(
      command,
      { ...io, stdin, keyboard: i === 0 && (io.keyboard ?? false), stdout, stderr, terminal: last ? io.terminal : undefined, signal: abort.signal },
      shell,
    );
    if (pipe) {
      stdin = pipe;
      close = () => pipe.close();
    }
    const ended = stage.catch((error: unknown) => {
      // Its reader has gone (SIGPIPE): an end, but nobody's Ctrl-C.
      if (error instanceof Interrupted && !io.signal.aborted) return 141;
      throw error;
    });
    return ended.finally(() => {
      io.signal.removeEventListener('abort', interrupt);
      pipe?.end();
      closeInput();
    });
  });
  const results = await Promise.allSettled(running);
  if (io.signal.aborted) throw new Interrupted();
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

async function begin(command: CommandNode, io: CommandIo, shell: ShellControl): Promise<number> {
  const end = shell.processes.begin();
  try {
    return await shell.fork().command(command, io);
  } finally {
    end();
  }
}

function timeText(seconds: number, posix: boolean): string {
  if (posix) return `real ${seconds.toFixed(2)}\nuser 0.01\nsys 0.01\n`;
  return `\nreal\t${Math.floor(seconds / 60)}m${(seconds % 60).toFixed(3)}s\nuser\t0m0.010s\nsys\t0m0.010s\n`;
}
