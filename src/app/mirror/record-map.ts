interface Keyed {
  readonly id: string;
}

/** How many records a bucket holds at most, on average, before there are more buckets. */
const CROWDED = 16;

/**
 * Records by id that are never changed: `with` answers a new map that shares all but the touched buckets with this one.
 * A hundred thousand tasks of which ten have changed cost as much as ten, and every earlier map stays as it was.
 */
export class RecordMap<T extends Keyed> {
  private constructor(
    private readonly buckets: readonly (readonly T[])[],
    readonly size: number,
  ) {}

  static empty<T extends Keyed>(): RecordMap<T> {
    return new RecordMap<T>([[]], 0);
  }

  get(id: string): T | undefined {
    for (const record of this.buckets[bucketOf(id, this.buckets.length)] as readonly T[]) if (record.id === id) return record;
    return undefined;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** All of them, in no particular order. */
  *values(): Generator<T, void> {
    for (const bucket of this.buckets) yield* bucket;
  }

  /** The map in which these records have come, or taken the place of those with their ids, and these ids are gone. */
  with(changed: readonly T[], removed: readonly string[] = []): RecordMap<T> {
    if (changed.length === 0 && removed.length === 0) return this;
    let count = this.buckets.length;
    while (this.size + changed.length > count * CROWDED) count *= 4;
    const buckets = count === this.buckets.length ? [...this.buckets] : spread(this.values(), count);
    let { size } = this;
    // A bucket is copied once, however many of its records change.
    const own = new Set<number>();
    const bucketFor = (id: string): T[] => {
      const at = bucketOf(id, count);
      if (!own.has(at)) {
        own.add(at);
        buckets[at] = [...(buckets[at] as readonly T[])];
      }
      return buckets[at] as T[];
    };
    for (const record of changed) {
      const bucket = bucketFor(record.id);
      const place = bucket.findIndex((each) => each.id === record.id);
      if (place >= 0) bucket[place] = record;
      else {
        bucket.push(record);
        size++;
      }
    }
    for (const id of removed) {
      const bucket = bucketFor(id);
      const place = bucket.findIndex((each) => each.id === id);
      if (place < 0) continue;
      bucket.splice(place, 1);
      size--;
    }
    return new RecordMap(buckets, size);
  }
}

function spread<T extends Keyed>(records: Iterable<T>, count: number): (readonly T[])[] {
  const buckets: T[][] = Array.from({ length: count }, () => []);
  for (const record of records) buckets[bucketOf(record.id, count)]?.push(record);
  return buckets;
}

/** FNV-1a over the id's characters; `count` is a power of two. */
function bucketOf(id: string, count: number): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16_777_619);
  return (hash ^ (hash >>> 15)) & (count - 1);
}
