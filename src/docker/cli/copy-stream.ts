import { type EngineStream, Interrupted, type StreamChunk } from '../api/client.ts';
import { detachKeys } from '../api/parse/detach-keys.ts';
import { type CommandContext, CommandError } from './command.ts';

/** Every piece of a stream as it comes, until the engine ends it. Ctrl-C closes the stream and throws Interrupted. */
export async function forEachChunk(context: CommandContext, stream: EngineStream, take: (chunk: StreamChunk) => void | Promise<void>): Promise<void> {
  const { signal } = context;
  let interrupt = (): void => undefined;
  const interrupted = new Promise<'interrupted'>((resolve) => {
    interrupt = () => resolve('interrupted');
  });
  if (signal.aborted) interrupt();
  signal.addEventListener('abort', interrupt);
  const pieces = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([pieces.next(), interrupted]);
      if (next === 'interrupted') {
        stream.cancel();
        throw new Interrupted();
      }
      if (next.done === true) return;
      await take(next.value);
    }
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}

/** Copies what a process wrote to stdout and stderr. Throws Interrupted. */
export function copyOutput(context: CommandContext, stream: EngineStream): Promise<void> {
  return forEachChunk(context, stream, (chunk) => {
    if (chunk.kind === 'stdout') context.stdout.write(chunk.text);
    else if (chunk.kind === 'stderr') context.stderr.write(chunk.text);
  });
}

/**
 * Connects the caller with a process until it ends or is let go: what it writes is copied, what is typed goes to it, at a
 * terminal of its own key by key (docker CLI container/hijack.go). Throws Interrupted, and CommandError after the keys
 * that let it go.
 * @param input `keys` for a process with a terminal, `lines` for one without
 */
export async function connect(context: CommandContext, stream: EngineStream, input: 'none' | 'lines' | 'keys', keys: string): Promise<void> {
  const { stdin } = context;
  const { write } = stream;
  if (input !== 'keys' || write === undefined || stdin.raw === undefined) {
    if (input !== 'none') void sendInput(context, stream);
    return copyOutput(context, stream);
  }
  const pass = detachKeys(keys);
  let left = false;
  const restore = stdin.raw((typed) => {
    const { passed, detached } = pass(typed);
    if (passed !== '') write(passed);
    if (!detached) return;
    left = true;
    stream.cancel();
  });
  try {
    await copyOutput(context, stream);
  } finally {
    restore();
  }
  if (left) throw new Detached();
}

/** Somebody has typed the keys that let a process go. */
export class Detached extends CommandError {
  constructor() {
    super('read escape sequence');
  }
}

/** Hands stdin on to a process that takes input, line by line; stops when the input ends. Nothing is read where the stream takes none. */
async function sendInput(context: CommandContext, stream: EngineStream): Promise<void> {
  const { write } = stream;
  if (write === undefined) return;
  for (let line = await context.stdin.readLine(); line !== undefined; line = await context.stdin.readLine()) write(`${line}\n`);
  stream.closeWrite?.();
}
