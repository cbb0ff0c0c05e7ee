import { YamlFault } from './yaml-fault.ts';

/** A place in a text; line and column count from 0, the column in characters. */
export interface Mark {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** How much Go reads at first. */
const firstFilling = 512;

/** What Go takes for a control character (gopkg.in/yaml.v3 readerc.go). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

const word = /[\w./@=+$%-]+/y;

/** Reads a text character by character and knows where it is. The empty string stands for the end of the text. */
export class Cursor {
  private offset = 0;
  private line = 0;
  private column = 0;

  /** The place of the first control character, or -1, and that of the filling of the buffer which brings it. */
  private readonly forbidden: number;
  private readonly readable: number;
  /** Whether the text begins with a second byte order mark. */
  private readonly marked: boolean;

  constructor(readonly text: string) {
    // A byte order mark takes no room.
    if (text.startsWith('\ufeff')) this.offset = 1;
    this.marked = text.startsWith('\ufeff\ufeff');
    this.forbidden = text.search(controls);
    this.readable = this.forbidden < 0 ? Number.POSITIVE_INFINITY : fillingWith(text, this.forbidden);
  }

  /** Go refuses control characters when it fills its buffer with them: this far ahead of where it reads. Throws `YamlFault`. */
  need(characters: number): void {
    if (this.offset + characters > this.readable) throw new YamlFault('control characters are not allowed', { offset: this.forbidden, line: 0, column: 0 });
  }

  /**
   * Steps over what Go takes for a byte order mark at the start of a line: it looks at the first character of its buffer
   * instead of the line's, so that behind a second mark every line of the buffer's first filling loses its first character.
   */
  skipLineMark(): void {
    if (this.column === 0 && this.marked && this.offset < firstFilling) this.skip();
  }

  mark(): Mark {
    return { offset: this.offset, line: this.line, column: this.column };
  }

  get position(): number {
    return this.offset;
  }

  get lineNumber(): number {
    return this.line;
  }

  get columnNumber(): number {
    return this.column;
  }

  char(ahead = 0): string {
    if (this.offset + ahead >= this.readable) this.need(ahead + 1);
    return this.text.charAt(this.offset + ahead);
  }

  atEnd(ahead = 0): boolean {
    return this.offset + ahead >= this.text.length;
  }

  atBlank(ahead = 0): boolean {
    const character = this.char(ahead);
    return character === ' ' || character === '\t';
  }

  atBreak(ahead = 0): boolean {
    const character = this.char(ahead);
    return character === '\n' || character === '\r' || character === '\u0085' || character === '\u2028' || character === '\u2029';
  }

  atBreakOrEnd(ahead = 0): boolean {
    return this.atEnd(ahead) || this.atBreak(ahead);
  }

  atBlankBreakOrEnd(ahead = 0): boolean {
    const code = this.text.charCodeAt(this.offset + ahead);
    // Nearly all that is none of these: what is neither a control character, a blank, nor a line separator.
    if (code > 32 && code < 0x85) return false;
    return this.atBlank(ahead) || this.atBreakOrEnd(ahead);
  }

  /** Whether `---` or `...` stands here as a word of its own at the start of a line. */
  atDocumentIndicator(): boolean {
    if (this.column !== 0) return false;
    const word = this.text.slice(this.offset, this.offset + 3);
    return (word === '---' || word === '...') && this.atBlankBreakOrEnd(3);
  }

  skip(characters = 1): void {
    for (let count = 0; count < characters; count += 1) {
      const code = this.text.charCodeAt(this.offset);
      this.offset += code >= 0xd800 && code <= 0xdbff && (this.text.codePointAt(this.offset) ?? 0) > 0xffff ? 2 : 1;
      this.column += 1;
    }
  }

  /** Steps over letters, digits and signs that mean nothing to YAML wherever they stand; whether there were any. */
  skipWord(): boolean {
    word.lastIndex = this.offset;
    const length = word.exec(this.text)?.[0].length ?? 0;
    this.offset += length;
    this.column += length;
    return length > 0;
  }

  skipSpaces(): void {
    while (this.text.charCodeAt(this.offset) === 32) {
      this.offset += 1;
      this.column += 1;
    }
  }

  /** Steps over one line break, if one stands here. */
  skipBreak(): void {
    if (!this.atBreak()) return;
    this.offset += this.char() === '\r' && this.char(1) === '\n' ? 2 : 1;
    this.line += 1;
    this.column = 0;
  }

  /** Whether nothing but blanks stands on the line behind the break that stands here. */
  nextLineIsEmpty(): boolean {
    return /^(?:\r\n|[\n\r\u0085\u2028\u2029])[ \t]*(?:[\n\r\u0085\u2028\u2029]|$)/.test(this.text.slice(this.offset, this.offset + 512));
  }

  skipBlanks(): void {
    while (this.atBlank()) this.skip();
  }

  skipToBreak(): void {
    while (!this.atBreakOrEnd()) if (!this.skipWord()) this.skip();
  }

  /** Steps over a comment on the same line as what was read before; one on the next lines is left to `skipComments`. */
  skipLineComment(): void {
    let behind = this.offset;
    while (behind > 0 && ' \t'.includes(this.text.charAt(behind - 1))) behind -= 1;
    if (behind === 0 || '\n\r\u0085\u2028\u2029'.includes(this.text.charAt(behind - 1))) return;
    let ahead = 0;
    while (this.atBlank(ahead)) ahead += 1;
    if (this.char(ahead) === '#') this.skipToBreak();
  }

  /**
   * Steps over a comment and those that follow it, with nothing but blanks between (at most 512 characters): there Go does
   * not mind tabs, which may indent no other line.
   */
  skipComments(): void {
    for (;;) {
      this.skipToBreak();
      let ahead = 0;
      while (ahead < 512 && (this.atBlank(ahead) || this.atBreak(ahead))) ahead += 1;
      if (ahead >= 512 || this.char(ahead) !== '#') return;
      const target = this.offset + ahead;
      while (this.offset < target) {
        if (this.atBreak()) this.skipBreak();
        else this.skip();
      }
    }
  }

  /** What libyaml does at the end of a text whose last line has no line break. */
  finishLastLine(): void {
    if (this.column === 0) return;
    this.column = 0;
    this.line += 1;
  }
}

/** Where the filling of Go's buffer begins that brings the character at a place: it reads so many bytes at a time, and keeps what is half a character. */
function fillingWith(text: string, place: number): number {
  let [filled, begins, bytes] = [0, 0, 0];
  for (let offset = 0; offset < place; ) {
    const code = text.codePointAt(offset) ?? 0;
    const length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + length > filled + firstFilling) [filled, begins] = [bytes, offset];
    bytes += length;
    offset += code > 0xffff ? 2 : 1;
  }
  return bytes + 1 > filled + firstFilling ? place : begins;
}
