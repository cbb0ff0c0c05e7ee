import type { TerminalOutput } from '../../run/frame.ts';

/** More than this many characters of a host's past are not kept for a terminal that opens later. */
const MAX_KEPT = 200_000;

interface Channel {
  chunks: TerminalOutput[];
  length: number;
  readonly listeners: Set<(output: TerminalOutput) => void>;
}

const channels = new Map<string, Channel>();

function channelOf(host: string): Channel {
  let channel = channels.get(host);
  if (!channel) {
    channel = { chunks: [], length: 0, listeners: new Set() };
    channels.set(host, channel);
  }
  return channel;
}

/** Takes output of a host: kept for terminals to come, handed to those that are there. */
export function feed(output: TerminalOutput): void {
  const channel = channelOf(output.host);
  channel.chunks.push(output);
  channel.length += output.data.length;
  while (channel.length > MAX_KEPT && channel.chunks.length > 1) channel.length -= channel.chunks.shift()?.data.length ?? 0;
  for (const listen of channel.listeners) listen(output);
}

/** Calls `listen` with all that was kept of a host and with what comes; the answer ends it. */
export function followHost(host: string, listen: (output: TerminalOutput) => void): () => void {
  const channel = channelOf(host);
  for (const output of channel.chunks) listen(output);
  channel.listeners.add(listen);
  return () => channel.listeners.delete(listen);
}

/** A new world: the past of the old one is gone. Listeners stay; their terminals are made anew with the world. */
export function resetFeed(): void {
  for (const channel of channels.values()) {
    channel.chunks = [];
    channel.length = 0;
  }
}
