import { compareText } from '../base/compare.ts';
import type { Receiver } from './event-queue.ts';
import type { Address, Kernel } from './kernel.ts';
import type { Mailbox } from './mailbox.ts';

/** How a link between two hosts behaves. `lossPercent` is an integer 0 … 100. */
export interface LinkQuality {
  readonly delayMs: number;
  readonly lossPercent: number;
}

/** A message as it leaves a host. */
export interface Sending {
  /** Virtual milliseconds. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly body: unknown;
  /** When it will be there, unless a cut meets it on its way; undefined: it is lost already. */
  readonly arrivesAt: number | undefined;
}

const DEFAULT_QUALITY: LinkQuality = { delayMs: 1, lossPercent: 0 };
/** The first wait of TCP before it sends again, and the longest that is waited here. */
const RETRANSMIT_MS = 200;
const RETRANSMIT_LIMIT_MS = 30_000;

/**
 * The network between hosts: every pair has a link with a delay and a loss; a host's own interface may be cut,
 * and so may the link of one pair. Messages are data for an address, delivered by the kernel; a message that
 * meets a cut, at sending or at arrival, is lost without a word, as on a real wire. A host reaches itself always.
 */
export class Network {
  private readonly kernel: Kernel;
  private readonly cutHosts = new Set<string>();
  private readonly cutPairs = new Set<string>();
  private readonly quality = new Map<string, LinkQuality>();
  /** The part of a partition that a host belongs to; hosts that are in none form a part together. */
  private readonly parts = new Map<string, number>();
  /** Milliseconds that a host adds to whatever it sends or gets. */
  private readonly slowness = new Map<string, number>();

  private readonly watchers = new Set<(sending: Sending) => void>();

  constructor(kernel: Kernel) {
    this.kernel = kernel;
  }

  /** Takes a host's interface down (true) or up (false). */
  setHostCut(host: string, cut: boolean): void {
    if (cut) this.cutHosts.add(host);
    else this.cutHosts.delete(host);
  }

  /** Cuts or heals the link between two hosts. */
  setPairCut(a: string, b: string, cut: boolean): void {
    if (cut) this.cutPairs.add(pairKey(a, b));
    else this.cutPairs.delete(pairKey(a, b));
  }

  /** The hosts to which this host's link is cut, by name, in their order. */
  cutFrom(host: string): readonly string[] {
    if (this.cutPairs.size === 0) return [];
    const others: string[] = [];
    for (const pair of this.cutPairs) {
      const [a, b] = pair.split('|') as [string, string];
      if (a === host) others.push(b);
      else if (b === host) others.push(a);
    }
    return others.sort(compareText);
  }

  /** Sets delay and loss of the link between two hosts. */
  setQuality(a: string, b: string, quality: LinkQuality): void {
    this.quality.set(pairKey(a, b), quality);
  }

  /** Parts the network: hosts of different groups do not reach each other, hosts in no group form one more. No groups: whole again. */
  setPartition(groups: readonly (readonly string[])[]): void {
    this.parts.clear();
    groups.forEach((hosts, i) => {
      for (const host of hosts) this.parts.set(host, i + 1);
    });
  }

  /** Makes a host take `delayMs` longer for every message that it sends or gets, to itself too; 0: as usual. */
  setSlow(host: string, delayMs: number): void {
    if (delayMs > 0) this.slowness.set(host, delayMs);
    else this.slowness.delete(host);
  }

  slowMs(host: string): number {
    return this.slowness.get(host) ?? 0;
  }

  /** The part of the partition that a host is in, from 1; 0 for hosts that no group names. */
  partOf(host: string): number {
    return this.parts.get(host) ?? 0;
  }

  /** Links between two hosts that are cut or have a quality of their own, in the order of their names. */
  links(): readonly { readonly a: string; readonly b: string; readonly cut: boolean; readonly quality: LinkQuality }[] {
    const keys = [...new Set([...this.cutPairs, ...this.quality.keys()])].sort(compareText);
    return keys.map((key) => {
      const [a = '', b = ''] = key.split('|');
      return { a, b, cut: this.cutPairs.has(key), quality: this.quality.get(key) ?? DEFAULT_QUALITY };
    });
  }

  isHostCut(host: string): boolean {
    return this.cutHosts.has(host);
  }

  /** Whether a message sent now from `a` would find an open way to `b` (power and engines are not looked at). */
  connected(a: string, b: string): boolean {
    return a === b || this.linked(a, b);
  }

  /** The same of two hosts that differ. */
  linked(a: string, b: string): boolean {
    if (this.cutHosts.size > 0 && (this.cutHosts.has(a) || this.cutHosts.has(b))) return false;
    if (this.parts.size > 0 && this.partOf(a) !== this.partOf(b)) return false;
    return this.cutPairs.size === 0 || !this.cutPairs.has(pairKey(a, b));
  }

  /** Sends `body` from host `from` to `address` on host `to`. */
  send(from: string, to: string, address: Address, body: unknown): void {
    if (from === to) this.kernel.post(this.slowMs(to), address, body);
    else this.depart(from, to, address, body, this.delayOf(from, to));
  }

  /** A way from a host to an address on another (or on itself), for those who send there again and again. */
  route(from: string, to: string, address: Address): Route {
    const box = this.kernel.mailbox(address);
    return new Route(from, to, address, box, this);
  }

  /** Sends `body` along a way, as `send` does. */
  sendAlong(route: Route, body: unknown): void {
    const { from, to, local } = route;
    const ms = local ? this.slowMs(to) : this.leave(from, to, body, this.delayOf(from, to));
    if (ms !== undefined) this.kernel.postTo(route, local ? route.address : ARRIVALS, ms, body);
  }

  /**
   * Sends as TCP does: what the wire loses is sent again, after 200 ms and then twice as long each time, so that
   * loss becomes delay. A cut still loses it.
   */
  sendReliably(from: string, to: string, address: Address, body: unknown): void {
    const quality = this.qualityOf(from, to);
    if (from === to || quality.lossPercent === 0) {
      this.send(from, to, address, body);
      return;
    }
    if (!this.connected(from, to)) {
      this.depart(from, to, address, body, undefined);
      return;
    }
    const random = this.kernel.random(`link/${pairKey(from, to)}`);
    let delayMs = quality.delayMs;
    for (let wait = RETRANSMIT_MS; wait < RETRANSMIT_LIMIT_MS && random.below(100) < quality.lossPercent; wait *= 2) delayMs += wait;
    this.depart(from, to, address, body, delayMs);
  }

  /** Calls `listen` with every message between two hosts as it is sent, for people who want to see them; the answer ends it. */
  onSend(listen: (sending: Sending) => void): () => void {
    this.watchers.add(listen);
    return () => this.watchers.delete(listen);
  }

  /** @param delayMs undefined: it is lost as it leaves */
  private depart(from: string, to: string, address: Address, body: unknown, delayMs: number | undefined): void {
    const ms = this.leave(from, to, body, delayMs);
    if (ms !== undefined) this.kernel.post(ms, ARRIVALS, { from, to, address, body } satisfies Arrival);
  }

  /** Tells whoever watches of a message that leaves. The answer: how long it takes, hosts' slowness counted; undefined: it is lost. */
  private leave(from: string, to: string, body: unknown, delayMs: number | undefined): number | undefined {
    const ms = delayMs === undefined ? undefined : delayMs + (this.slowness.size > 0 ? this.slowMs(from) + this.slowMs(to) : 0);
    if (this.watchers.size > 0) {
      const at = this.kernel.now;
      for (const listen of this.watchers) listen({ at, from, to, body, arrivesAt: ms === undefined ? undefined : at + ms });
    }
    return ms;
  }

  /** How long a message takes over a link; undefined: it is lost. */
  private delayOf(from: string, to: string): number | undefined {
    const { delayMs, lossPercent } = this.qualityOf(from, to);
    const lost = !this.linked(from, to) || (lossPercent > 0 && this.kernel.random(`link/${pairKey(from, to)}`).below(100) < lossPercent);
    return lost ? undefined : delayMs;
  }

  private qualityOf(a: string, b: string): LinkQuality {
    return (this.quality.size > 0 && this.quality.get(pairKey(a, b))) || DEFAULT_QUALITY;
  }

  /** Registers the place where messages arrive; called once, by whoever builds the cluster. */
  open(): void {
    this.kernel.port<Arrival>(ARRIVALS, ({ from, to, address, body }) => {
      if (this.connected(from, to)) this.kernel.passOn(address, body);
    });
  }
}

/** A way that messages take: where they arrive is found once. */
export class Route implements Receiver {
  /** It leads from a host to itself. */
  readonly local: boolean;

  constructor(
    readonly from: string,
    readonly to: string,
    readonly address: Address,
    private readonly box: Mailbox,
    private readonly network: Network,
  ) {
    this.local = from === to;
  }

  /** What was sent arrives. */
  handle(body: unknown): void {
    if (this.local || this.network.linked(this.from, this.to)) this.box.receiver?.handle?.(body);
  }

  send(body: unknown): void {
    this.network.sendAlong(this, body);
  }
}

interface Arrival {
  readonly from: string;
  readonly to: string;
  readonly address: Address;
  readonly body: unknown;
}

const ARRIVALS = 'network';

function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
