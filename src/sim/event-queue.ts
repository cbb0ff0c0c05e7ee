import { assert } from '../base/assert.ts';
import type { SimEvent } from './kernel.ts';

/** An actor's end of an address; without a function once it has gone. */
export interface Receiver {
  handle: ((body: unknown) => void) | undefined;
}

/** Milliseconds of a page: nearly everything waits for less, heartbeats too. */
const PAGE = 8_192;
/** The near wheel has a slot for every millisecond of two pages. */
const NEAR = 2 * PAGE;
/** Slots of a far wheel. */
const SLOTS = 256;
/** Far wheels: enough for every time that is a safe integer. */
const WHEELS = 5;

/** Where an event lies that does not wait: it was delivered, or taken back. */
const NOWHERE = -1;

class QueuedEvent implements SimEvent {
  /** The slot it lies in: its own, or an earlier one that it has not yet been moved on from. */
  slot = NOWHERE;
  /** Its neighbours there; the last one and the first are neighbours too. */
  next: QueuedEvent;
  before: QueuedEvent;
  constructor(
    public at: number,
    public seq: number,
    readonly to: string,
    readonly body: unknown,
    /** Who gets it; absent: whoever has the address when its time comes. */
    readonly receiver: Receiver | undefined,
  ) {
    this.next = this;
    this.before = this;
  }
}

/**
 * Events ordered by (at, seq), in hierarchical timing wheels: a slot of the near wheel holds the events of one
 * millisecond, a slot of the first far wheel those of a page, a slot of each other wheel those of a whole turn of the
 * wheel before. Adding, taking back, moving and taking out cost the same however many events wait. Events that were
 * moved to a later time are dealt with when their old slot's time comes.
 */
export class EventQueue {
  /** The last event of each slot, which knows the first: those of the near wheel, then those of each far wheel. */
  private readonly slots: (QueuedEvent | undefined)[] = Array.from({ length: NEAR + WHEELS * SLOTS }, () => undefined);
  /** A bit for each slot of the near wheel that is not empty. */
  private readonly filled = new Uint32Array(NEAR / 32);
  /** How many events lie in each far wheel. */
  private readonly held = Array.from({ length: WHEELS }, () => 0);
  /** The time of the last event that was taken out. */
  private now = 0;
  /** The near wheel holds the events of this page and of the one before; the far wheels what comes after it. */
  private page = 1;
  private lastSeq = 0;
  private waiting = 0;
  /** The next event, while it is known. */
  private first: QueuedEvent | undefined;

  get size(): number {
    return this.waiting;
  }

  push(at: number, to: string, body: unknown, receiver?: Receiver): SimEvent {
    const event = new QueuedEvent(at, ++this.lastSeq, to, body, receiver);
    this.waiting++;
    this.put(event);
    if (this.first && at < this.first.at) this.first = event;
    return event;
  }

  /** Takes an event back; one that is over already is left alone. */
  cancel(event: SimEvent): void {
    const queued = event as QueuedEvent;
    if (queued.slot === NOWHERE) return;
    this.take(queued);
    this.waiting--;
    if (this.first === queued) this.first = undefined;
  }

  /** Adds an event anew at another time; one that waits is taken back before. The answer takes its place. */
  move(event: SimEvent, at: number): SimEvent {
    const queued = event as QueuedEvent;
    if (queued.slot === NOWHERE) this.waiting++;
    else if (at <= queued.at) this.take(queued);
    queued.at = at;
    queued.seq = ++this.lastSeq;
    if (queued.slot === NOWHERE) this.put(queued);
    if (this.first && (queued === this.first || at < this.first.at)) this.first = undefined;
    return queued;
  }

  /** Takes back every event for an address of which this is true. */
  cancelFor(belongs: (to: string) => boolean): void {
    for (const last of this.slots) {
      for (let event = last?.next; event; ) {
        const after = event === last ? undefined : event.next;
        if (belongs(event.to)) this.cancel(event);
        event = after;
      }
    }
  }

  peekAt(): number | undefined {
    this.first ??= this.find();
    return this.first?.at;
  }

  pop(): SimEvent & { readonly receiver: Receiver | undefined } {
    const event = this.first ?? this.find();
    assert(event, 'pop from an empty queue');
    const { at } = event;
    this.now = at;
    const page = Math.floor(at / PAGE);
    if (page >= this.page) this.turnTo(page);
    this.take(event);
    this.waiting--;
    // Very often the next one is of the same millisecond.
    const next = this.slots[at % NEAR]?.next;
    this.first = next?.at === at ? next : undefined;
    return event;
  }

  /** Puts an event where its time belongs. */
  private put(event: QueuedEvent): void {
    const page = Math.floor(event.at / PAGE);
    if (page <= this.page) {
      const slot = event.at % NEAR;
      event.slot = slot;
      insert(this.slots, event);
      (this.filled[slot >> 5] as number) |= 1 << (slot & 31);
      return;
    }
    let wheel = 0;
    let place = page;
    let stand = Math.floor(this.page / SLOTS);
    for (let turn = Math.floor(place / SLOTS); turn !== stand; turn = Math.floor(place / SLOTS)) {
      place = turn;
      stand = Math.floor(stand / SLOTS);
      wheel++;
    }
    (this.held[wheel] as number)++;
    event.slot = slotOf(wheel, place % SLOTS);
    append(this.slots, event);
  }

  /** Takes an event out of its slot. */
  private take(event: QueuedEvent): void {
    const { slots } = this;
    const { slot, next, before } = event;
    if (slot >= NEAR) (this.held[Math.floor((slot - NEAR) / SLOTS)] as number)--;
    if (next === event) {
      slots[slot] = undefined;
      if (slot < NEAR) (this.filled[slot >> 5] as number) &= ~(1 << (slot & 31));
    } else {
      if (slots[slot] === event) slots[slot] = before;
      before.next = next;
      next.before = before;
      event.next = event;
      event.before = event;
    }
    event.slot = NOWHERE;
  }

  private find(): QueuedEvent | undefined {
    return this.waiting === 0 ? undefined : (this.findNear() ?? this.findFar());
  }

  private findNear(): QueuedEvent | undefined {
    const { slots, now } = this;
    const from = now % NEAR;
    for (let slot = this.nextFilled(from); slot >= 0; slot = this.nextFilled(from)) {
      const at = slot >= from ? now - from + slot : now - from + NEAR + slot;
      for (let first = slots[slot]?.next; first; first = slots[slot]?.next) {
        if (first.at === at) return first;
        this.take(first);
        this.put(first);
      }
    }
    return undefined;
  }

  /** The first slot of the near wheel, from one on and then from the beginning, that is not empty; -1: there is none. */
  private nextFilled(from: number): number {
    const { filled } = this;
    const begin = from >> 5;
    let bits = (filled[begin] as number) & (-1 << (from & 31));
    for (let i = 1; bits === 0; i++) {
      if (i > filled.length) return -1;
      bits = filled[(begin + i) % filled.length] as number;
      if (bits !== 0) return (((begin + i) % filled.length) << 5) + 31 - Math.clz32(bits & -bits);
    }
    return (begin << 5) + 31 - Math.clz32(bits & -bits);
  }

  /** The next event when the near wheel is empty. */
  private findFar(): QueuedEvent | undefined {
    let stand = this.page;
    for (let wheel = 0, span = PAGE; wheel < WHEELS; wheel++, span *= SLOTS) {
      const turn = stand - (stand % SLOTS);
      for (let place = stand % SLOTS; place < SLOTS && (this.held[wheel] as number) > 0; place++) {
        const slot = slotOf(wheel, place);
        if (!this.slots[slot]) continue;
        const event = earliestBefore(this.slots[slot], (turn + place + 1) * span);
        if (event) return event;
        this.clear(slot);
      }
      stand = Math.floor(stand / SLOTS);
    }
    return undefined;
  }

  /** Takes everything out of a slot of a far wheel; what belongs to a later one, or a nearer one now, is put there. */
  private clear(slot: number): void {
    const last = this.slots[slot];
    for (let event = last?.next; event; ) {
      const after = event === last ? undefined : event.next;
      this.take(event);
      this.put(event);
      event = after;
    }
  }

  /** The time has come to a page: the near wheel gets it, unless it has it, and the one after it. */
  private turnTo(page: number): void {
    if (page > this.page) this.reach(page);
    this.reach(page + 1);
  }

  /** Moves on to a page before which nothing waits in the far wheels: each wheel that leaves its slot hands down what the new one holds. */
  private reach(page: number): void {
    let before = this.page;
    this.page = page;
    let changed = 0;
    for (let place = page; place !== before; place = Math.floor(place / SLOTS), before = Math.floor(before / SLOTS)) changed++;
    for (let wheel = changed - 1; wheel >= 0; wheel--) this.clear(slotOf(wheel, Math.floor(page / SLOTS ** wheel) % SLOTS));
  }
}

function slotOf(wheel: number, place: number): number {
  return NEAR + wheel * SLOTS + place;
}

/** Adds an event at the end of its slot. */
function append(slots: (QueuedEvent | undefined)[], event: QueuedEvent): void {
  const last = slots[event.slot];
  if (last) link(event, last.next);
  slots[event.slot] = event;
}

/** Adds an event to its slot of the near wheel, in the order of the numbers. Only one that was moved can find later ones there. */
function insert(slots: (QueuedEvent | undefined)[], event: QueuedEvent): void {
  const last = slots[event.slot];
  if (!last || last.seq < event.seq) {
    append(slots, event);
    return;
  }
  // Those that have been moved on since say nothing of the order.
  let later = last.next;
  while (later !== last && (later.at !== event.at || later.seq < event.seq)) later = later.next;
  link(event, later);
}

/** Makes an event the neighbour before another one. */
function link(event: QueuedEvent, next: QueuedEvent): void {
  event.next = next;
  event.before = next.before;
  next.before.next = event;
  next.before = event;
}

/** The first event of a slot of a far wheel that waits for a time before its end. */
function earliestBefore(last: QueuedEvent | undefined, end: number): QueuedEvent | undefined {
  let first: QueuedEvent | undefined;
  for (let event = last?.next; event; event = event === last ? undefined : event.next) {
    if (event.at < end && (!first || event.at < first.at || (event.at === first.at && event.seq < first.seq))) first = event;
  }
  return first;
}
