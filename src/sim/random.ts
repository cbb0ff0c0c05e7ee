const BASE36 = codesOf('0123456789abcdefghijklmnopqrstuvwxyz');
const HEX = BASE36.slice(0, 16);
/** Where texts of each length are put together. */
const written = new Map<number, number[]>();

/**
 * A stream of pseudo-random numbers (sfc32) that belongs to one owner. Streams of different owners never
 * influence each other, so that one more draw in one place does not change the whole run.
 */
export class RandomStream {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  /** @param seed any text; the same text gives the same stream everywhere. */
  constructor(seed: string) {
    const word = hashWords(seed);
    this.a = word();
    this.b = word();
    this.c = word();
    this.counter = 1;
    for (let i = 0; i < 12; i++) this.uint32();
  }

  /** The next 32 bits as an unsigned integer. */
  uint32(): number {
    const t = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return t >>> 0;
  }

  /** An integer in [0, limit); limit is a positive integer below 2³². */
  below(limit: number): number {
    return Math.floor((this.uint32() / 4294967296) * limit);
  }

  /** An integer in [min, max], both included. */
  between(min: number, max: number): number {
    return min + this.below(max - min + 1);
  }

  /** True with the given probability (0 … 1). */
  chance(probability: number): boolean {
    return this.uint32() / 4294967296 < probability;
  }

  /** A SwarmKit identifier: 25 characters of base 36 (swarmkit identity/randomid.go). */
  swarmId(): string {
    // The first character is kept below 'f', as 25 base-36 digits of a 128-bit number never start higher.
    return this.text(BASE36, 25, 1 + this.below(14));
  }

  /** Text of `length` characters of base 36, e.g. the secret part of a join token. */
  base36(length: number): string {
    return this.text(BASE36, length);
  }

  /** Text of `length` hexadecimal digits, e.g. a container id of 64. */
  hex(length: number): string {
    return this.text(HEX, length);
  }

  /** Made in one piece: text that is put together character by character takes twenty times the memory. */
  private text(alphabet: readonly number[], length: number, first?: number): string {
    let codes = written.get(length);
    if (!codes) {
      codes = Array.from({ length }, () => 0);
      written.set(length, codes);
    }
    let i = 0;
    if (first !== undefined) codes[i++] = alphabet[first] as number;
    while (i < length) codes[i++] = alphabet[this.below(alphabet.length)] as number;
    return String.fromCharCode.apply(undefined, codes);
  }
}

function hashWords(text: string): () => number {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    h ^= h >>> 16;
    return h >>> 0;
  };
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
