import { assert } from '../base/assert.ts';
import { EventQueue, type Receiver } from './event-queue.ts';
import { Mailbox } from './mailbox.ts';
import { RandomStream } from './random.ts';

/** Where an event goes: a name that one actor registered, e.g. `DC2-N1/agent`. */
export type Address = string;

/** One thing that will happen: plain data, so that it can be shown, compared and counted. Times are virtual milliseconds. */
export interface SimEvent {
  readonly at: number;
  readonly seq: number;
  readonly to: Address;
  readonly body: unknown;
}

/** A scheduled event, to cancel it. */
export type TimerId = SimEvent;

/** An actor's end of the queue: it schedules events of one type for itself and receives them. */
export interface Port<Body> {
  readonly address: Address;
  /** Schedules `body` for `delayMs` (integer ≥ 0) from now. Events of the same millisecond keep their order. */
  after(delayMs: number, body: Body): TimerId;
  /** It receives still. */
  readonly open: boolean;
  /** Stops receiving; events still queued for this port are dropped when their time comes. */
  close(): void;
}

/**
 * The simulation kernel: a virtual clock in integer milliseconds, a queue ordered by (at, seq) and one random
 * stream per owner. It knows nothing of Swarm. Same seed and same calls give the same run, everywhere.
 */
export class Kernel {
  /** Virtual milliseconds since the run began. */
  now = 0;
  /** Events delivered so far. */
  delivered = 0;

  private readonly queue = new EventQueue();
  private readonly boxes = new Map<Address, Mailbox>();
  private readonly streams = new Map<string, RandomStream>();
  private readonly seed: string;

  constructor(seed: string) {
    this.seed = seed;
  }

  /** Registers an actor; an address can be taken by one actor at a time. */
  port<Body>(address: Address, handle: (body: Body) => void): Port<Body> {
    let box = this.boxes.get(address);
    assert(!box?.receiver, `address ${address} is taken`);
    if (!box) {
      box = new Mailbox();
      this.boxes.set(address, box);
    }
    const port = new ReceiverPort<Body>(this, address, handle as (body: unknown) => void);
    box.receiver = port;
    return port;
  }

  /** Takes away all actors whose address begins so, and what is queued for them: a host has left for ever, its name is free. */
  evict(prefix: Address): void {
    for (const [address, { receiver }] of this.boxes) {
      if (!receiver || !address.startsWith(prefix)) continue;
      receiver.handle = undefined;
      this.release(address, receiver);
    }
    this.queue.cancelFor((address) => address.startsWith(prefix));
  }

  /** Schedules an event for one actor. */
  postTo(receiver: Receiver, address: Address, delayMs: number, body: unknown): TimerId {
    checkDelay(delayMs, address);
    return this.queue.push(this.now + delayMs, address, body, receiver);
  }

  /** Frees an address, if this actor has it. */
  release(address: Address, receiver: Receiver): void {
    const box = this.boxes.get(address);
    if (box?.receiver !== receiver) return;
    box.receiver = undefined;
    if (!box.kept) this.boxes.delete(address);
  }

  /** Schedules an event for any address; it is dropped if nobody is registered there when its time comes. */
  post(delayMs: number, to: Address, body: unknown): TimerId {
    checkDelay(delayMs, to);
    return this.queue.push(this.now + delayMs, to, body);
  }

  /** Hands something to an actor within the present event: for one that only passes on what came for others. */
  passOn(to: Address, body: unknown): void {
    this.boxes.get(to)?.receiver?.handle?.(body);
  }

  /** The place where whoever has an address gets what comes: for those who send there again and again. */
  mailbox(address: Address): Mailbox {
    let box = this.boxes.get(address);
    if (!box) {
      box = new Mailbox();
      this.boxes.set(address, box);
    }
    box.kept = true;
    return box;
  }

  /** Whether an actor is registered there now: what a connection attempt would find ("connection refused" when not). */
  listening(address: Address): boolean {
    return this.boxes.get(address)?.receiver !== undefined;
  }

  /** Takes a scheduled event back; one that has been delivered already is ignored. */
  cancel(timer: TimerId | undefined): void {
    if (timer) this.queue.cancel(timer);
  }

  /** Takes a scheduled event back, unless it was delivered already, and schedules it anew. The answer takes its place. */
  move(timer: TimerId, delayMs: number): TimerId {
    checkDelay(delayMs, timer.to);
    return this.queue.move(timer, this.now + delayMs);
  }

  /** The random stream of one owner (created on first use). */
  random(owner: string): RandomStream {
    let stream = this.streams.get(owner);
    if (!stream) {
      stream = new RandomStream(`${this.seed}/${owner}`);
      this.streams.set(owner, stream);
    }
    return stream;
  }

  /** The virtual time of the next event, or undefined when nothing is queued. */
  nextAt(): number | undefined {
    return this.queue.peekAt();
  }

  /** Delivers the next event if it is due at or before `limit`; returns false (clock unchanged) when none is. */
  step(limit: number): boolean {
    const at = this.queue.peekAt();
    if (at === undefined || at > limit) return false;
    const event = this.queue.pop();
    this.now = event.at;
    this.delivered++;
    (event.receiver ?? this.boxes.get(event.to)?.receiver)?.handle?.(event.body);
    return true;
  }

  /** Delivers everything due up to `until` and leaves the clock there. */
  runUntil(until: number): void {
    while (this.step(until));
    if (until > this.now) this.now = until;
  }

  /** Moves the clock to `at` without delivering: allowed only when nothing is due before. */
  advanceTo(at: number): void {
    const next = this.queue.peekAt();
    assert(next === undefined || next >= at, 'the clock would jump over an event');
    if (at > this.now) this.now = at;
  }

  /** How many events wait. */
  get pending(): number {
    return this.queue.size;
  }
}

/** A class, because there are tens of thousands of them. */
class ReceiverPort<Body> implements Port<Body>, Receiver {
  constructor(
    private readonly kernel: Kernel,
    readonly address: Address,
    public handle: ((body: unknown) => void) | undefined,
  ) {}

  get open(): boolean {
    return this.handle !== undefined;
  }

  after(delayMs: number, body: Body): TimerId {
    return this.kernel.postTo(this, this.address, delayMs, body);
  }

  close(): void {
    this.handle = undefined;
    this.kernel.release(this.address, this);
  }
}

function checkDelay(delayMs: number, to: Address): void {
  // The text is not made for each of millions of events.
  if (!Number.isInteger(delayMs) || delayMs < 0) assert(false, `delay of ${delayMs} ms to ${to}`);
}
