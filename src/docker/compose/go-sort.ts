/** Ranges up to this length are sorted by insertion, which keeps equal ones in their order. */
const longestInsertion = 12;
/** From here on the pivot is chosen with more care, and nearly sorted ranges are mended. */
const longRange = 50;

/**
 * Sorts as Go's `sort.Slice` does (a pattern-defeating quicksort, zsortfunc.go): beyond twelve items the order of equal ones
 * is not kept, but it is always the same one, and it is what Docker sends.
 */
export function goSort<Item>(items: readonly Item[], isLess: (a: Item, b: Item) => boolean): Item[] {
  const sorter = new Sorter([...items], isLess);
  sorter.sort(0, items.length, 32 - Math.clz32(items.length));
  return sorter.items;
}

type Hint = 'unknown' | 'increasing' | 'decreasing';

class Sorter<Item> {
  constructor(
    readonly items: Item[],
    private readonly isLess: (a: Item, b: Item) => boolean,
  ) {}

  /** Sorts from `from` to before `to`; `badChoices` is how many bad pivots are borne before it turns to a heap. */
  sort(from: number, to: number, badChoices: number): void {
    let [wasBalanced, wasPartitioned, left] = [true, true, badChoices];
    let [begin, end] = [from, to];
    for (;;) {
      const length = end - begin;
      if (length <= longestInsertion) return this.insertion(begin, end);
      if (left === 0) return this.heap(begin, end);
      if (!wasBalanced) {
        this.shuffle(begin, end);
        left -= 1;
      }
      let { pivot, hint } = this.choosePivot(begin, end);
      if (hint === 'decreasing') {
        this.reverse(begin, end);
        pivot = end - 1 - (pivot - begin);
        hint = 'increasing';
      }
      if (wasBalanced && wasPartitioned && hint === 'increasing' && this.mendNearlySorted(begin, end)) return;
      if (begin > 0 && !this.less(begin - 1, pivot)) {
        begin = this.partitionEqual(begin, end, pivot);
        continue;
      }
      const { middle, wasDone } = this.partition(begin, end, pivot);
      wasPartitioned = wasDone;
      const [before, behind] = [middle - begin, end - middle];
      wasBalanced = Math.min(before, behind) >= Math.floor(length / 8);
      if (before < behind) {
        this.sort(begin, middle, left);
        begin = middle + 1;
      } else {
        this.sort(middle + 1, end, left);
        end = middle;
      }
    }
  }

  private less(a: number, b: number): boolean {
    return this.isLess(this.items[a] as Item, this.items[b] as Item);
  }

  private swap(a: number, b: number): void {
    [this.items[a], this.items[b]] = [this.items[b] as Item, this.items[a] as Item];
  }

  private insertion(begin: number, end: number): void {
    for (let index = begin + 1; index < end; index += 1) for (let at = index; at > begin && this.less(at, at - 1); at -= 1) this.swap(at, at - 1);
  }

  private heap(first: number, end: number): void {
    const length = end - first;
    const sink = (root: number, size: number): void => {
      for (let parent = root; ; ) {
        let child = 2 * parent + 1;
        if (child >= size) return;
        if (child + 1 < size && this.less(first + child, first + child + 1)) child += 1;
        if (!this.less(first + parent, first + child)) return;
        this.swap(first + parent, first + child);
        parent = child;
      }
    };
    for (let root = Math.floor((length - 1) / 2); root >= 0; root -= 1) sink(root, length);
    for (let last = length - 1; last >= 0; last -= 1) {
      this.swap(first, first + last);
      sink(0, last);
    }
  }

  private partition(begin: number, end: number, pivot: number): { readonly middle: number; readonly wasDone: boolean } {
    this.swap(begin, pivot);
    let [low, high] = [begin + 1, end - 1];
    const close = (): boolean => {
      while (low <= high && this.less(low, begin)) low += 1;
      while (low <= high && !this.less(high, begin)) high -= 1;
      return low > high;
    };
    const wasDone = close();
    for (let done = wasDone; !done; done = close()) {
      this.swap(low, high);
      low += 1;
      high -= 1;
    }
    this.swap(high, begin);
    return { middle: high, wasDone };
  }

  private partitionEqual(begin: number, end: number, pivot: number): number {
    this.swap(begin, pivot);
    let [low, high] = [begin + 1, end - 1];
    for (;;) {
      while (low <= high && !this.less(begin, low)) low += 1;
      while (low <= high && this.less(begin, high)) high -= 1;
      if (low > high) return low;
      this.swap(low, high);
      low += 1;
      high -= 1;
    }
  }

  private mendNearlySorted(begin: number, end: number): boolean {
    let at = begin + 1;
    for (let step = 0; step < 5; step += 1) {
      while (at < end && !this.less(at, at - 1)) at += 1;
      if (at === end) return true;
      if (end - begin < longRange) return false;
      this.swap(at, at - 1);
      if (at - begin >= 2) for (let back = at - 1; back >= 1 && this.less(back, back - 1); back -= 1) this.swap(back, back - 1);
      if (end - at >= 2) for (let on = at + 1; on < end && this.less(on, on - 1); on += 1) this.swap(on, on - 1);
    }
    return false;
  }

  /** Breaks patterns that lead to bad pivots: swaps with a fixed sequence of random numbers (xorshift of 64 bits, seeded with the length). */
  private shuffle(begin: number, end: number): void {
    const length = end - begin;
    if (length < 8) return;
    let random = BigInt(length);
    const mask = (1n << BigInt(32 - Math.clz32(length))) - 1n;
    const near = begin + Math.floor(length / 4) * 2 - 1;
    for (let step = 0; step < 3; step += 1) {
      random = BigInt.asUintN(64, random ^ (random << 13n));
      random ^= random >> 7n;
      random = BigInt.asUintN(64, random ^ (random << 17n));
      let other = Number(random & mask);
      if (other >= length) other -= length;
      this.swap(near + step, begin + other);
    }
  }

  private choosePivot(begin: number, end: number): { pivot: number; hint: Hint } {
    const length = end - begin;
    let swaps = 0;
    const ordered = (a: number, b: number): readonly [number, number] => {
      if (!this.less(b, a)) return [a, b];
      swaps += 1;
      return [b, a];
    };
    const median = (first: number, second: number, third: number): number => {
      let [a, b, c] = [first, second, third];
      [a, b] = ordered(a, b);
      [b, c] = ordered(b, c);
      [a, b] = ordered(a, b);
      return b;
    };
    const quarter = Math.floor(length / 4);
    let [a, b, c] = [begin + quarter, begin + quarter * 2, begin + quarter * 3];
    if (length >= longRange) [a, b, c] = [median(a - 1, a, a + 1), median(b - 1, b, b + 1), median(c - 1, c, c + 1)];
    if (length >= 8) b = median(a, b, c);
    return { pivot: b, hint: swaps === 0 ? 'increasing' : swaps === 12 ? 'decreasing' : 'unknown' };
  }

  private reverse(begin: number, end: number): void {
    for (let [low, high] = [begin, end - 1]; low < high; low += 1, high -= 1) this.swap(low, high);
  }
}
