import { type Frame, recordKey } from '../../run/frame.ts';
import type { ViewRecord } from '../../run/view.ts';

/** What changes in the records between two moments; in one direction. */
export interface RecordsDiff {
  readonly changed: readonly ViewRecord[];
  /** Keys (`kind/id`) of records that are not there any more. */
  readonly removed: readonly string[];
}

/** One frame as a reversible diff, and how much had been said and done after it. */
interface Step {
  readonly from: number;
  readonly at: number;
  readonly keys: readonly string[];
  /** Records before and after, in the order of `keys`; undefined where there is none. */
  readonly before: readonly (ViewRecord | undefined)[];
  readonly after: readonly (ViewRecord | undefined)[];
  readonly notes: number;
  readonly inputs: number;
}

/** More changed records than this are not kept: about 60 MB. The oldest go first. */
const MOST_CHANGES = 100_000;

/**
 * The past of a run as reversible diffs, so that looking back needs nobody but the page. A place in it is the number of
 * the step after which one stands; places are absolute and stay valid while old steps are dropped.
 */
export class History {
  private steps: Step[] = [];
  /** How many steps have been dropped at the beginning. */
  private dropped = 0;
  private changes = 0;
  private records = new Map<string, ViewRecord>();

  constructor(private readonly mostChanges = MOST_CHANGES) {}

  /** The last place: the present. */
  get end(): number {
    return this.dropped + this.steps.length - 1;
  }

  /** The first place that is kept. */
  get start(): number {
    return this.dropped;
  }

  /** Virtual milliseconds of the oldest moment that is kept; 0 before there is any. */
  get oldest(): number {
    return this.steps[0]?.at ?? 0;
  }

  /** Adds what happened next. `notes` and `inputs` count all there have been, those of the frame included. */
  add(frame: Pick<Frame, 'now' | 'from' | 'changed' | 'removed'>, notes: number, inputs: number): void {
    const keys: string[] = [];
    const before: (ViewRecord | undefined)[] = [];
    const after: (ViewRecord | undefined)[] = [];
    const put = (key: string, record: ViewRecord | undefined): void => {
      keys.push(key);
      before.push(this.records.get(key));
      after.push(record);
      if (record) this.records.set(key, record);
      else this.records.delete(key);
    };
    for (const record of frame.changed) put(recordKey(record), record);
    for (const key of frame.removed) put(key, undefined);
    const last = this.steps[this.steps.length - 1];
    const step: Step = { from: frame.from, at: frame.now, keys, before, after, notes, inputs };
    // A frame that only tells the time needs no step of its own.
    if (last && keys.length === 0 && last.notes === notes && last.inputs === inputs) return;
    this.steps.push(step);
    this.changes += keys.length;
    if (this.changes > this.mostChanges) this.dropOldest();
  }

  /** The place of virtual millisecond `at`: after the last step that is wholly past. The oldest one for what is no longer kept. */
  placeAt(at: number): number {
    let low = 0;
    let high = this.steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.steps[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return this.dropped + low;
  }

  /** How many notes and inputs there were at a place. */
  countsAt(place: number): { readonly notes: number; readonly inputs: number } {
    const step = this.steps[place - this.dropped];
    return { notes: step?.notes ?? 0, inputs: step?.inputs ?? 0 };
  }

  /** When what is seen at a place came to be, in virtual milliseconds. */
  timeOf(place: number): number {
    return this.steps[place - this.dropped]?.at ?? 0;
  }

  /** The records as they were at a place. */
  recordsAt(place: number): ReadonlyMap<string, ViewRecord> {
    const records = new Map(this.records);
    const { changed, removed } = this.diff(this.end, place);
    for (const record of changed) records.set(recordKey(record), record);
    for (const key of removed) records.delete(key);
    return records;
  }

  /** What leads from some other records to those of a place. */
  differenceTo(from: ReadonlyMap<string, ViewRecord>, place: number): RecordsDiff {
    return difference(from, this.recordsAt(place));
  }

  /** Nothing more happened until `at`: the present is there. */
  extendTo(at: number): void {
    const last = this.steps[this.steps.length - 1];
    if (last && last.at < at) this.steps.push({ ...last, from: at, at, keys: [], before: [], after: [] });
  }

  /** What leads from one place to another, whichever way; each record at most once. */
  diff(fromPlace: number, toPlace: number): RecordsDiff {
    const net = new Map<string, ViewRecord | undefined>();
    const from = fromPlace - this.dropped;
    const to = toPlace - this.dropped;
    if (to >= from) {
      for (let i = from + 1; i <= to; i++) {
        const step = this.steps[i];
        step?.keys.forEach((key, k) => net.set(key, step.after[k]));
      }
    } else {
      for (let i = from; i > to; i--) {
        const step = this.steps[i];
        step?.keys.forEach((key, k) => net.set(key, step.before[k]));
      }
    }
    const changed: ViewRecord[] = [];
    const removed: string[] = [];
    for (const [key, record] of net) {
      if (record) changed.push(record);
      else removed.push(key);
    }
    return { changed, removed };
  }

  /** Forgets what came after a place: another future begins. */
  cut(place: number): void {
    const keep = Math.max(1, place - this.dropped + 1);
    for (let i = this.steps.length - 1; i >= keep; i--) {
      const step = this.steps[i] as Step;
      step.keys.forEach((key, k) => {
        const record = step.before[k];
        if (record) this.records.set(key, record);
        else this.records.delete(key);
      });
      this.changes -= step.keys.length;
    }
    this.steps.length = Math.min(this.steps.length, keep);
  }

  /** Makes some room at once: taking single steps off the front of a long list is dear. */
  private dropOldest(): void {
    let many = 0;
    while (this.changes > this.mostChanges * 0.9 && many < this.steps.length - 1) this.changes -= this.steps[many++]?.keys.length ?? 0;
    this.steps.splice(0, many);
    this.dropped += many;
  }

  /** What is different from the present's records in a frame that carries everything. */
  correction(whole: Frame): RecordsDiff {
    return difference(this.records, new Map(whole.changed.map((record) => [recordKey(record), record])));
  }
}

function difference(from: ReadonlyMap<string, ViewRecord>, to: ReadonlyMap<string, ViewRecord>): RecordsDiff {
  const changed = [...to].flatMap(([key, record]) => {
    const known = from.get(key);
    return known && (known === record || JSON.stringify(known) === JSON.stringify(record)) ? [] : [record];
  });
  return { changed, removed: [...from.keys()].filter((key) => !to.has(key)) };
}
