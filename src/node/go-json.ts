import type { Json } from '../base/json.ts';

/** What reading a body gave: its value, or why Go's encoding/json refuses it. */
export type GoJson = { readonly value: Json } | { readonly error: string };

/** Go gives up below this many brackets (encoding/json scanner.go). */
const MAX_DEPTH = 10_000;

/** A refusal on its way out of the reader. */
class JsonFault extends Error {
  override readonly name = 'JsonFault';
}

/**
 * Reads one JSON document as Go's `json.Decoder` does and refuses in its words; something after the document is
 * refused as the engine does (moby api/server/httputils ReadJSON). Bytes are UTF-8.
 */
export function readGoJson(bytes: Uint8Array): GoJson {
  const scanner = new Scanner(bytes);
  try {
    const end = scanner.document();
    const text = new TextDecoder().decode(bytes.subarray(0, end));
    // A key of this name would give an object another prototype.
    const value = JSON.parse(text, (key, member: unknown) => (key === '__proto__' ? undefined : member)) as Json;
    const more = scanner.next();
    if (more !== undefined && more !== ']' && more !== '}') return { error: 'unexpected content after JSON' };
    return { value };
  } catch (error) {
    // The platform's own reader has a depth, too: its stack.
    if (error instanceof RangeError) return { error: 'invalid JSON: exceeded max depth' };
    if (!(error instanceof JsonFault)) throw error;
    return { error: `invalid JSON: ${error.message}` };
  }
}

/** Walks over a document byte by byte, to find its end or the first byte that does not belong there. */
class Scanner {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Passes over one document; where it ends. Throws JsonFault. */
  document(): number {
    if (this.next() === undefined) throw new JsonFault('got EOF while reading request body');
    const open: ('{' | '[')[] = [];
    for (;;) {
      let opened = this.value(open);
      while (!opened) {
        const container = open[open.length - 1];
        if (container === undefined) return this.at;
        const letter = this.need();
        if (letter === ',') {
          this.at += 1;
          if (container === '{') this.key();
          opened = true;
        } else if (letter === (container === '{' ? '}' : ']')) {
          this.at += 1;
          open.pop();
        } else this.refuse(container === '{' ? 'after object key:value pair' : 'after array element');
      }
    }
  }

  /** The next byte that is no blank, not yet taken; undefined at the end. */
  next(): string | undefined {
    while (' \t\r\n'.includes(this.peek() ?? '-')) this.at += 1;
    return this.peek();
  }

  /** Takes a scalar, an empty container, or the opening of one; the answer says whether a value must follow. */
  private value(open: ('{' | '[')[]): boolean {
    const letter = this.need();
    if (letter === '{' || letter === '[') {
      this.at += 1;
      open.push(letter);
      if (open.length > MAX_DEPTH) throw new JsonFault('exceeded max depth');
      if (this.need() === (letter === '{' ? '}' : ']')) {
        this.at += 1;
        open.pop();
        return false;
      }
      if (letter === '{') this.key();
      return true;
    }
    if (letter === '"') this.string();
    else if (letter === '-' || isDigit(letter)) this.number();
    else if (letter === 't') this.literal('true');
    else if (letter === 'f') this.literal('false');
    else if (letter === 'n') this.literal('null');
    else this.refuse('looking for beginning of value');
    return false;
  }

  private key(): void {
    if (this.need() !== '"') this.refuse('looking for beginning of object key string');
    this.string();
    if (this.need() !== ':') this.refuse('after object key');
    this.at += 1;
  }

  private string(): void {
    for (this.at += 1; ; this.at += 1) {
      const letter = this.byte();
      if (letter === '"') break;
      if (letter < ' ') this.refuse('in string literal');
      if (letter !== '\\') continue;
      this.at += 1;
      const escape = this.byte();
      if (!'bfnrt\\/"u'.includes(escape)) this.refuse('in string escape code');
      if (escape !== 'u') continue;
      for (let digit = 0; digit < 4; digit += 1) {
        this.at += 1;
        if (!/[0-9A-Fa-f]/.test(this.byte())) this.refuse('in \\u hexadecimal character escape');
      }
    }
    this.at += 1;
  }

  private number(): void {
    if (this.peek() === '-') this.at += 1;
    if (!isDigit(this.byte())) this.refuse('in numeric literal');
    if (this.peek() === '0') this.at += 1;
    else this.digits();
    if (this.peek() === '.') {
      this.at += 1;
      if (!isDigit(this.byte())) this.refuse('after decimal point in numeric literal');
      this.digits();
    }
    if (this.peek() === 'e' || this.peek() === 'E') {
      this.at += 1;
      if (this.byte() === '+' || this.byte() === '-') this.at += 1;
      if (!isDigit(this.byte())) this.refuse('in exponent of numeric literal');
      this.digits();
    }
  }

  private digits(): void {
    while (isDigit(this.peek() ?? '')) this.at += 1;
  }

  private literal(word: string): void {
    for (const letter of word) {
      if (this.byte() !== letter) this.refuse(`in literal ${word} (expecting '${letter}')`);
      this.at += 1;
    }
  }

  private peek(): string | undefined {
    const byte = this.bytes[this.at];
    return byte === undefined ? undefined : String.fromCharCode(byte);
  }

  /** The byte here, blanks not passed over. */
  private byte(): string {
    const letter = this.peek();
    if (letter === undefined) throw new JsonFault('unexpected EOF');
    return letter;
  }

  private need(): string {
    this.next();
    return this.byte();
  }

  private refuse(where: string): never {
    throw new JsonFault(`invalid character ${quoted(this.byte())} ${where}`);
  }
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9' && letter !== '';
}

const ESCAPES: { readonly [letter: string]: string } = { '\u0007': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' };

/** A byte in quotes as Go's scanner shows it (quoteChar). */
function quoted(letter: string): string {
  if (letter === "'") return "'\\''";
  if (letter === '\\') return "'\\\\'";
  const code = letter.charCodeAt(0);
  if (code < 0x20 || code === 0x7f) return `'${ESCAPES[letter] ?? `\\x${code.toString(16).padStart(2, '0')}`}'`;
  // Between 0x80 and 0xa0 are no letters.
  if (code >= 0x80 && (code <= 0xa0 || code === 0xad)) return `'\\u${code.toString(16).padStart(4, '0')}'`;
  return `'${letter}'`;
}
