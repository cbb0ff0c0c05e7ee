import { assert } from '../base/assert.ts';
import type { SimEvent } from './kernel.ts';

/** An actor's end of an address; without a function once it has gone. */
export interface Receiver {
  handle: ((body: unknown) => void) | undefined;
}

/** Slots of a wheel. */
const SLOTS = 256;
/** Wheels: enough for every time that is a safe integer. */
const WHEELS = 7;

class QueuedEvent implements SimEvent {
  /** It was delivered, or taken back. */
  over = false;
  /** It lies in a slot: its own, or an earlier one that it has not yet been moved on from. */
  stored = false;
  constructor(
    public at: number,
    public seq: number,
    readonly to: string,
    readonly body: unknown,
    /** Who gets it; absent: whoever has the address when its time comes. */
    readonly receiver: Receiver | undefined,
  ) {}
}

/** What is left in a slot where an event was taken out. */
const GONE = new QueuedEvent(0, 0, '', undefined, undefined);
GONE.over = true;

/** A wheel's slots, made when they are first needed. */
type Wheel = (QueuedEvent[] | undefined)[];

/**
 * Events ordered by (at, seq), in hierarchical timing wheels: a slot of the first wheel holds the events of one
 * millisecond, a slot of each other wheel those of a whole turn of the wheel before. Adding, taking back, moving and
 * taking out cost the same however many events wait. Events that were taken back, or moved to a later time, are dealt
 * with when their slot's time comes.
 */
export class EventQueue {
  private readonly wheels: Wheel[] = Array.from({ length: WHEELS }, () => Array.from({ length: SLOTS }, () => undefined));
  /**
   * The slot in which each wheel stands, counted from time 0: there lies the time of the last event that was taken out.
   * What a wheel holds lies ahead of that slot, in the same turn; the first wheel's own slot may still hold events.
   */
  private readonly stand = Array.from({ length: WHEELS + 1 }, () => 0);
  /** How many events lie in each wheel. */
  private readonly held = Array.from({ length: WHEELS }, () => 0);
  /** How many events of the slot in which the first wheel stands are through. */
  private passed = 0;
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
    for (const slot of this.wheels.flat()) for (const event of slot ?? []) if (belongs(event.to)) this.cancel(event);
  }

  peekAt(): number | undefined {
    this.first ??= this.find();
    return this.first?.at;
  }

  pop(): SimEvent & { readonly receiver: Receiver | undefined } {
    const event = this.first ?? this.find();
    assert(event, 'pop from an empty queue');
    this.first = undefined;
    if (event.at !== this.stand[0]) this.turn(event.at);
    const slot = this.wheels[0]?.[event.at % SLOTS] as QueuedEvent[];
    const i = slot.indexOf(event, this.passed);
    slot[i] = GONE;
    this.passed = i + 1;
    event.over = true;
    event.stored = false;
    this.waiting--;
    return event;
  }

  /** Puts an event into the first wheel that holds its time in its present turn. */
  private put(event: QueuedEvent): void {
    let wheel = 0;
    let place = event.at;
    for (let turn = Math.floor(place / SLOTS); turn !== this.stand[wheel + 1]; turn = Math.floor(place / SLOTS)) {
      place = turn;
      wheel++;
    }
    event.stored = true;
    (this.held[wheel] as number)++;
    const slots = this.wheels[wheel] as Wheel;
    const slot = slots[place % SLOTS];
    if (!slot) slots[place % SLOTS] = [event];
    else {
      // Only an event that was moved can find later ones there.
      let i = slot.length;
      while (i > 0 && (slot[i - 1] as QueuedEvent).seq > event.seq) i--;
      if (i === slot.length) slot.push(event);
      else slot.splice(i, 0, event);
    }
  }

  private find(): QueuedEvent | undefined {
    for (let wheel = 0, span = 1; wheel < WHEELS && this.waiting > 0; wheel++, span *= SLOTS) {
      const slots = this.wheels[wheel] as Wheel;
      const stand = this.stand[wheel] as number;
      const turn = stand - (stand % SLOTS);
      for (let place = stand % SLOTS; place < SLOTS && (this.held[wheel] as number) > 0; place++) {
        const slot = slots[place];
        if (!slot) continue;
        const from = wheel === 0 && turn + place === stand ? this.passed : 0;
        const event = wheel === 0 ? firstAt(slot, from, turn + place) : earliestBefore(slot, (turn + place + 1) * span);
        if (event) return event;
        this.clear(wheel, place);
      }
    }
    return undefined;
  }

  /** Takes everything out of a slot; what belongs to a later one is put there. */
  private clear(wheel: number, place: number): void {
    const slots = this.wheels[wheel] as Wheel;
    const slot = slots[place];
    if (!slot) return;
    (this.held[wheel] as number) -= slot.length;
    slots[place] = undefined;
    if (wheel === 0) this.passed = 0;
    for (const event of slot) {
      if (event.over) event.stored = false;
      else this.put(event);
    }
  }

  /** Moves on to a time before which nothing waits: each wheel that leaves its slot hands down what the new one holds. */
  private turn(at: number): void {
    const { stand } = this;
    const left = (stand[0] as number) % SLOTS;
    let changed = 0;
    for (let place = at; place !== stand[changed]; place = Math.floor(place / SLOTS)) stand[changed++] = place;
    this.clear(0, left);
    for (let wheel = changed - 1; wheel > 0; wheel--) this.clear(wheel, (stand[wheel] as number) % SLOTS);
  }
}

/** The first event of a slot of the first wheel, from a place on, that waits for its time. */
function firstAt(slot: readonly QueuedEvent[], from: number, at: number): QueuedEvent | undefined {
  for (let i = from; i < slot.length; i++) {
    const event = slot[i] as QueuedEvent;
    if (!event.over && event.at === at) return event;
  }
  return undefined;
}

/** The first event of a slot of another wheel that waits for a time before its end. */
function earliestBefore(slot: readonly QueuedEvent[], end: number): QueuedEvent | undefined {
  let first: QueuedEvent | undefined;
  for (const event of slot) {
    if (!event.over && event.at < end && (!first || event.at < first.at || (event.at === first.at && event.seq < first.seq))) first = event;
  }
  return first;
}
