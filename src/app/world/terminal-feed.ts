import type { TerminalOutput } from '../../run/frame.ts';

/** More than this many characters of a host's past are not kept. */
const MAX_KEPT = 2_000_000;
/** A terminal that is written anew gets at most this many: a screen and a long way up. */
const MAX_SHOWN = 200_000;

/** What a terminal needs to show a host: what comes next, and everything anew when time was wound to another place. */
export interface FeedListener {
  readonly next: (output: TerminalOutput) => void;
  readonly anew: (outputs: readonly TerminalOutput[]) => void;
}

interface Channel {
  outputs: TerminalOutput[];
  length: number;
  /** How many of the outputs are shown: fewer than there are while one looks at the past. */
  shown: number;
  readonly listeners: Set<FeedListener>;
}

const channels = new Map<string, Channel>();
/** Virtual milliseconds up to which outputs are shown. */
let until = Number.POSITIVE_INFINITY;

function channelOf(host: string): Channel {
  let channel = channels.get(host);
  if (!channel) {
    channel = { outputs: [], length: 0, shown: 0, listeners: new Set() };
    channels.set(host, channel);
  }
  return channel;
}

/** Takes output of a host: kept for later, handed to the terminals that are there. */
export function feed(output: TerminalOutput): void {
  const channel = channelOf(output.host);
  channel.outputs.push(output);
  channel.length += output.data.length;
  while (channel.length > MAX_KEPT && channel.outputs.length > 1) {
    channel.length -= channel.outputs.shift()?.data.length ?? 0;
    channel.shown = Math.max(0, channel.shown - 1);
  }
  if (output.at > until || channel.shown < channel.outputs.length - 1) return;
  channel.shown = channel.outputs.length;
  for (const listener of channel.listeners) listener.next(output);
}

/** Calls `listener` with what is shown of a host now and with what comes; the answer ends it. */
export function followHost(host: string, listener: FeedListener): () => void {
  const channel = channelOf(host);
  listener.anew(shownOf(channel));
  channel.listeners.add(listener);
  return () => channel.listeners.delete(listener);
}

/** Shows what the terminals showed at a moment (virtual milliseconds), or all there is. */
export function showFeedUntil(moment: number | undefined): void {
  until = moment ?? Number.POSITIVE_INFINITY;
  for (const channel of channels.values()) {
    const before = channel.shown;
    channel.shown = countUntil(channel.outputs, until);
    if (channel.shown < before) for (const listener of channel.listeners) listener.anew(shownOf(channel));
    else for (const output of channel.outputs.slice(before, channel.shown)) for (const listener of channel.listeners) listener.next(output);
  }
}

/** Another future begins: these are all outputs up to now. Terminals that show them already are left alone. */
export function replaceFeed(outputs: readonly TerminalOutput[]): void {
  until = Number.POSITIVE_INFINITY;
  const byHost = new Map<string, TerminalOutput[]>();
  for (const output of outputs) {
    const list = byHost.get(output.host);
    if (list) list.push(output);
    else byHost.set(output.host, [output]);
  }
  for (const host of byHost.keys()) channelOf(host);
  for (const [host, channel] of channels) {
    const next = byHost.get(host) ?? [];
    const same = channel.shown === next.length && next.every((output, i) => sameOutput(output, channel.outputs[i]));
    channel.outputs = next;
    channel.length = next.reduce((sum, output) => sum + output.data.length, 0);
    channel.shown = next.length;
    if (!same) for (const listener of channel.listeners) listener.anew(shownOf(channel));
  }
}

/** A new world: the past of the old one is gone. */
export function resetFeed(): void {
  replaceFeed([]);
}

function shownOf(channel: Channel): readonly TerminalOutput[] {
  let first = channel.shown;
  for (let length = 0; first > 0 && length < MAX_SHOWN; first--) length += channel.outputs[first - 1]?.data.length ?? 0;
  return channel.outputs.slice(first, channel.shown);
}

function countUntil(outputs: readonly TerminalOutput[], at: number): number {
  let low = 0;
  let high = outputs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((outputs[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sameOutput(a: TerminalOutput, b: TerminalOutput | undefined): boolean {
  return b !== undefined && a.at === b.at && a.data === b.data && a.prompt === b.prompt;
}
