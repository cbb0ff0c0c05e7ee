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

class QueuedEvent implements SimEvent {
  /** It was delivered, or taken back. */
  over = false;
  /** It lies in a slot: its own, or an earlier one that it has not yet been moved on from. */
  stored = false;
  /** The next one of its slot; after the last one comes the first. */
  next: QueuedEvent;
  constructor(
    public at: number,
    public seq: number,
    readonly to: string,
    readonly body: unknown,
    /** Who gets it; absent: whoever has the address when its time comes. */
    readonly receiver: Receiver | undefined,
  ) {
    this.next = this;
  }
}

/** The last event of each slot, which knows the first; undefined: it is empty. */
type Slots = (QueuedEvent | undefined)[];

/**
 * Events ordered by (at, seq), in hierarchical timing wheels: a slot of the near wheel holds the events of one
 * millisecond, a slot of the first far wheel those of a page, a slot of each other wheel those of a whole turn of the
 * wheel before. Adding, taking back, moving and taking out cost the same however many events wait. Events that were
 * taken back, or moved to a later time, are dealt with when their slot's time comes.
 */
export class EventQueue {
  private readonly near: Slots = emptySlots(NEAR);
  /** A bit for each slot of the near wheel that is not empty. */
  private readonly filled = new Uint32Array(NEAR / 32);
  private readonly far: readonly Slots[] = Array.from({ length: WHEELS }, () => emptySlots(SLOTS));
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
    if (queued.over) return;
    queued.over = true;
    this.waiting--;
    if (this.first === queued) this.first = undefined;
  }

  /** Takes an event back, unless it is over, and adds it anew at another time. The answer takes its place. */
  move(event: SimEvent, at: number): SimEvent {
    const queued = event as QueuedEvent;
    if (queued.stored && at <= queued.at) {
      this.cancel(queued);
      return this.push(at, queued.to, queued.body, queued.receiver);
    }
    if (queued.over) this.waiting++;
    queued.over = false;
    queued.at = at;
    queued.seq = ++this.lastSeq;
    if (!queued.stored) this.put(queued);
    if (this.first && (queued === this.first || at < this.first.at)) this.first = undefined;
    return queued;
  }

  /** Takes back every event for an address of which this is true. */
  cancelFor(belongs: (to: string) => boolean): void {
    for (const slots of [this.near, ...this.far]) {
      for (const last of slots) {
        for (let event = last?.next; event; event = event === last ? undefined : event.next) if (belongs(event.to)) this.cancel(event);
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
    const slot = at % NEAR;
    // What comes before it in its slot was taken back, or moved on.
    for (let first = this.takeFirst(slot); first !== event; first = this.takeFirst(slot)) if (!first.over) this.put(first);
    event.over = true;
    this.waiting--;
    // Very often the next one is of the same millisecond.
    const next = this.near[slot]?.next;
    this.first = next && !next.over && next.at === at ? next : undefined;
    return event;
  }

  /** Puts an event where its time belongs. */
  private put(event: QueuedEvent): void {
    event.stored = true;
    const page = Math.floor(event.at / PAGE);
    if (page <= this.page) {
      const slot = event.at % NEAR;
      insert(this.near, slot, event);
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
    append(this.far[wheel] as Slots, place % SLOTS, event);
  }

  /** Takes the first event out of a slot of the near wheel. */
  private takeFirst(slot: number): QueuedEvent {
    const last = this.near[slot] as QueuedEvent;
    const first = last.next;
    if (first === last) {
      this.near[slot] = undefined;
      (this.filled[slot >> 5] as number) &= ~(1 << (slot & 31));
    } else last.next = first.next;
    first.next = first;
    first.stored = false;
    return first;
  }

  private find(): QueuedEvent | undefined {
    return this.waiting === 0 ? undefined : (this.findNear() ?? this.findFar());
  }

  private findNear(): QueuedEvent | undefined {
    const { near, now } = this;
    const from = now % NEAR;
    for (let slot = this.nextFilled(from); slot >= 0; slot = this.nextFilled(from)) {
      const at = slot >= from ? now - from + slot : now - from + NEAR + slot;
      for (let last = near[slot]; last; last = near[slot]) {
        const first = last.next;
        if (!first.over && first.at === at) return first;
        this.takeFirst(slot);
        if (!first.over) this.put(first);
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
      const slots = this.far[wheel] as Slots;
      const turn = stand - (stand % SLOTS);
      for (let place = stand % SLOTS; place < SLOTS && (this.held[wheel] as number) > 0; place++) {
        if (!slots[place]) continue;
        const event = earliestBefore(slots[place], (turn + place + 1) * span);
        if (event) return event;
        this.clear(wheel, place);
        // What was moved on may lie near now.
        const near = this.findNear();
        if (near) return near;
      }
      stand = Math.floor(stand / SLOTS);
    }
    return undefined;
  }

  /** Takes everything out of a slot of a far wheel; what belongs to a later one, or a nearer one now, is put there. */
  private clear(wheel: number, place: number): void {
    const slots = this.far[wheel] as Slots;
    const last = slots[place];
    slots[place] = undefined;
    for (let event = last?.next; event; ) {
      const after = event === last ? undefined : event.next;
      event.next = event;
      (this.held[wheel] as number)--;
      if (event.over) event.stored = false;
      else this.put(event);
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
    for (let wheel = changed - 1; wheel >= 0; wheel--) this.clear(wheel, Math.floor(page / SLOTS ** wheel) % SLOTS);
  }
}

function emptySlots(length: number): Slots {
  return Array.from({ length }, () => undefined);
}

/** Adds an event at the end of a slot. */
function append(slots: Slots, slot: number, event: QueuedEvent): void {
  const last = slots[slot];
  if (last) {
    event.next = last.next;
    last.next = event;
  }
  slots[slot] = event;
}

/** Adds an event to a slot of the near wheel, in the order of the numbers. Only one that was moved can find later ones there. */
function insert(slots: Slots, slot: number, event: QueuedEvent): void {
  let before = slots[slot];
  if (!before || before.seq < event.seq) {
    append(slots, slot, event);
    return;
  }
  while (before.next.seq < event.seq) before = before.next;
  event.next = before.next;
  before.next = event;
}

/** The first event of a slot of a far wheel that waits for a time before its end. */
function earliestBefore(last: QueuedEvent | undefined, end: number): QueuedEvent | undefined {
  let first: QueuedEvent | undefined;
  for (let event = last?.next; event; event = event === last ? undefined : event.next) {
    if (!event.over && event.at < end && (!first || event.at < first.at || (event.at === first.at && event.seq < first.seq))) first = event;
  }
  return first;
}
