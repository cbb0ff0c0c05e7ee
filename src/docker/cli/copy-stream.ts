import { type EngineStream, Interrupted, type StreamChunk } from '../api/client.ts';
import type { CommandContext } from './command.ts';

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

/** Hands stdin on to a process that takes input, line by line; stops when the input ends. Nothing is read where the stream takes none. */
export async function sendInput(context: CommandContext, stream: EngineStream): Promise<void> {
  const { write } = stream;
  if (write === undefined) return;
  for (let line = await context.stdin.readLine(); line !== undefined; line = await context.stdin.readLine()) write(`${line}\n`);
  stream.closeWrite?.();
}
