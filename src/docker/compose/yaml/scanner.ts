import { assert } from '../../../base/assert.ts';
import { Cursor, type Mark } from './cursor.ts';
import { scanAnchor, scanDirective, scanTag } from './scan-property.ts';
import { scanBlockScalar, scanPlainScalar, scanQuotedScalar } from './scan-scalar.ts';
import { mark, type Token, type TokenKind } from './token.ts';
import { scannerFault, type YamlFault } from './yaml-fault.ts';

/** As deep as Go goes. */
const deepest = 10_000;

/** A place where a token may turn out to be a key, once its `:` is seen. */
interface SimpleKey {
  possible: boolean;
  readonly required: boolean;
  readonly tokenNumber: number;
  readonly mark: Mark;
}

/**
 * Cuts a YAML text into tokens exactly as Go's YAML package does (gopkg.in/yaml.v3 scannerc.go, a libyaml), including how far
 * it looks ahead: which of two faults of a file is named depends on that. Throws `YamlFault`.
 */
export class Scanner {
  private readonly cursor: Cursor;
  private readonly queue: Token[] = [];
  private head = 0;
  private taken = 0;
  private available = false;
  private started = false;
  private flowLevel = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private simpleKeyAllowed = true;
  private readonly simpleKeys: SimpleKey[] = [noKey()];
  private readonly keyOfToken = new Map<number, SimpleKey>();
  /** A comment that Go will show above the next token, and the dashes that have one. */
  private commentWaits = false;
  private readonly commented = new WeakSet<Token>();

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  peek(): Token {
    if (!this.available) this.fetchMore();
    const token = this.queue[this.head];
    assert(token !== undefined, 'the YAML scanner has a token after fetching');
    return token;
  }

  skip(): void {
    this.peek();
    this.available = false;
    this.taken += 1;
    this.head += 1;
    if (this.head === 256) {
      this.queue.splice(0, this.head);
      this.head = 0;
    }
  }

  /** Whether a comment stands above a token. */
  isCommented(token: Token): boolean {
    return this.commented.has(token);
  }

  /** Fetches until three tokens wait and the first of them cannot become a key any more. */
  private fetchMore(): void {
    for (;;) {
      if (this.head < this.queue.length - 2) {
        const key = this.keyOfToken.get(this.taken);
        if (key === undefined || !this.isValid(key)) break;
      }
      this.fetchNext();
    }
    this.available = true;
  }

  private fetchNext(): void {
    this.fetchToken();
    if (this.queue.at(-1)?.kind === 'block-entry') return;
    this.commentWaits = false;
    this.cursor.skipLineComment();
  }

  private fetchToken(): void {
    const { cursor } = this;
    if (!this.started) {
      this.started = true;
      this.push('stream-start', cursor.mark());
      return;
    }
    this.skipToNextToken();
    this.unrollIndent(cursor.columnNumber);
    cursor.need(1);
    const character = cursor.char();
    if (cursor.atEnd()) return this.fetchStreamEnd();
    if (cursor.columnNumber === 0 && character === '%') {
      this.unrollIndent(-1);
      this.removeSimpleKey();
      this.simpleKeyAllowed = false;
      this.queue.push(scanDirective(cursor));
      return;
    }
    if (cursor.atDocumentIndicator()) return this.fetchDocumentIndicator(character === '-' ? 'document-start' : 'document-end');
    switch (character) {
      case '[':
        return this.fetchFlowStart('flow-sequence-start');
      case '{':
        return this.fetchFlowStart('flow-mapping-start');
      case ']':
        return this.fetchFlowEnd('flow-sequence-end');
      case '}':
        return this.fetchFlowEnd('flow-mapping-end');
      case ',':
        this.removeSimpleKey();
        this.simpleKeyAllowed = true;
        return this.pushCharacters('flow-entry', 1);
    }
    const followedByBlank = cursor.atBlankBreakOrEnd(1);
    const inFlow = this.flowLevel > 0;
    if (character === '-' && followedByBlank) return this.fetchBlockEntry();
    if (character === '?' && (inFlow || followedByBlank)) return this.fetchKey();
    if (character === ':' && (inFlow || followedByBlank)) return this.fetchValue();
    if (character === '*' || character === '&') {
      this.saveSimpleKey();
      this.simpleKeyAllowed = false;
      this.queue.push(scanAnchor(cursor, character === '*' ? 'alias' : 'anchor'));
      return;
    }
    if (character === '!') {
      this.saveSimpleKey();
      this.simpleKeyAllowed = false;
      this.queue.push(scanTag(cursor));
      return;
    }
    if ((character === '|' || character === '>') && !inFlow) {
      this.removeSimpleKey();
      this.simpleKeyAllowed = true;
      this.queue.push(scanBlockScalar(cursor, this.indent));
      return;
    }
    if (character === "'" || character === '"') {
      this.saveSimpleKey();
      this.simpleKeyAllowed = false;
      this.queue.push(scanQuotedScalar(cursor));
      return;
    }
    if (!this.mayStartPlainScalar(character)) {
      throw scannerFault('found character that cannot start any token', cursor.mark(), cursor.mark());
    }
    this.saveSimpleKey();
    this.simpleKeyAllowed = false;
    const { token, endedByBreak } = scanPlainScalar(cursor, this.indent, inFlow);
    this.queue.push(token);
    if (endedByBreak) this.simpleKeyAllowed = true;
  }

  private mayStartPlainScalar(character: string): boolean {
    if (character === '-') return !this.cursor.atBlank(1);
    if (this.flowLevel === 0 && (character === '?' || character === ':')) return !this.cursor.atBlankBreakOrEnd(1);
    return !this.cursor.atBlank() && !'?:,[]{}#&*!|>\'"%@`'.includes(character);
  }

  private skipToNextToken(): void {
    const { cursor } = this;
    for (;;) {
      cursor.skipLineMark();
      cursor.skipSpaces();
      while (cursor.atBlank() && (cursor.char() === ' ' || this.flowLevel > 0 || !this.simpleKeyAllowed)) cursor.skip();
      if (cursor.char() === '#') {
        const last = this.queue.at(-1);
        const isBelow = last !== undefined && last.kind !== 'value' && cursor.lineNumber === last.end.line + 1;
        cursor.skipComments();
        // One right below something and above an empty line belongs to what is above.
        this.commentWaits = !(isBelow && cursor.atBreak() && cursor.nextLineIsEmpty());
      }
      if (!cursor.atBreak()) return;
      cursor.skipBreak();
      if (this.flowLevel === 0) this.simpleKeyAllowed = true;
    }
  }

  private isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    if (key.mark.line < this.cursor.lineNumber || key.mark.offset + 1024 < this.cursor.position) {
      if (key.required) throw scannerFault("could not find expected ':'", key.mark, this.cursor.mark());
      key.possible = false;
      return false;
    }
    return true;
  }

  private saveSimpleKey(): void {
    if (!this.simpleKeyAllowed) return;
    this.removeSimpleKey();
    const key = {
      possible: true,
      required: this.flowLevel === 0 && this.indent === this.cursor.columnNumber,
      tokenNumber: this.taken + (this.queue.length - this.head),
      mark: this.cursor.mark(),
    };
    this.simpleKeys[this.simpleKeys.length - 1] = key;
    this.keyOfToken.set(key.tokenNumber, key);
  }

  private removeSimpleKey(): void {
    const key = this.currentKey();
    if (!key.possible) return;
    if (key.required) throw scannerFault("could not find expected ':'", key.mark, this.cursor.mark());
    key.possible = false;
    this.keyOfToken.delete(key.tokenNumber);
  }

  private currentKey(): SimpleKey {
    const key = this.simpleKeys[this.simpleKeys.length - 1];
    assert(key !== undefined, 'every flow level of the YAML scanner has a simple key');
    return key;
  }

  private rollIndent(column: number, tokenNumber: number | undefined, kind: TokenKind, place: Mark): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (this.indents.length > deepest) throw this.tooDeep();
    this.insert(mark(kind, place, place), tokenNumber);
  }

  private unrollIndent(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.push('block-end', this.cursor.mark());
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private fetchStreamEnd(): void {
    this.cursor.finishLastLine();
    this.unrollIndent(-1);
    this.removeSimpleKey();
    this.simpleKeyAllowed = false;
    this.push('stream-end', this.cursor.mark());
  }

  private fetchDocumentIndicator(kind: TokenKind): void {
    this.unrollIndent(-1);
    this.removeSimpleKey();
    this.simpleKeyAllowed = false;
    this.pushCharacters(kind, 3);
  }

  private fetchFlowStart(kind: TokenKind): void {
    this.saveSimpleKey();
    this.simpleKeys.push(noKey());
    this.flowLevel += 1;
    if (this.flowLevel > deepest) throw this.tooDeep();
    this.simpleKeyAllowed = true;
    this.pushCharacters(kind, 1);
  }

  private fetchFlowEnd(kind: TokenKind): void {
    this.removeSimpleKey();
    if (this.flowLevel > 0) {
      this.flowLevel -= 1;
      this.keyOfToken.delete(this.currentKey().tokenNumber);
      this.simpleKeys.pop();
    }
    this.simpleKeyAllowed = false;
    this.pushCharacters(kind, 1);
  }

  private fetchBlockEntry(): void {
    if (this.flowLevel === 0) {
      this.refuseUnlessKeyAllowed('block sequence entries are not allowed in this context');
      this.rollIndent(this.cursor.columnNumber, undefined, 'block-sequence-start', this.cursor.mark());
    }
    this.removeSimpleKey();
    this.simpleKeyAllowed = true;
    this.pushCharacters('block-entry', 1);
    const entry = this.queue.at(-1);
    if (this.commentWaits && entry !== undefined) this.commented.add(entry);
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) {
      this.refuseUnlessKeyAllowed('mapping keys are not allowed in this context');
      this.rollIndent(this.cursor.columnNumber, undefined, 'block-mapping-start', this.cursor.mark());
    }
    this.removeSimpleKey();
    this.simpleKeyAllowed = this.flowLevel === 0;
    this.pushCharacters('key', 1);
  }

  private fetchValue(): void {
    const key = this.currentKey();
    if (this.isValid(key)) {
      this.insert(mark('key', key.mark, key.mark), key.tokenNumber);
      this.rollIndent(key.mark.column, key.tokenNumber, 'block-mapping-start', key.mark);
      key.possible = false;
      this.keyOfToken.delete(key.tokenNumber);
      this.simpleKeyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        this.refuseUnlessKeyAllowed('mapping values are not allowed in this context');
        this.rollIndent(this.cursor.columnNumber, undefined, 'block-mapping-start', this.cursor.mark());
      }
      this.simpleKeyAllowed = this.flowLevel === 0;
    }
    this.pushCharacters('value', 1);
  }

  private refuseUnlessKeyAllowed(problem: string): void {
    if (!this.simpleKeyAllowed) throw scannerFault(problem, this.cursor.mark(), this.cursor.mark());
  }

  private tooDeep(): YamlFault {
    return scannerFault(`exceeded max depth of ${deepest}`, this.currentKey().mark, this.cursor.mark());
  }

  private push(kind: TokenKind, place: Mark): void {
    this.queue.push(mark(kind, place, place));
  }

  private pushCharacters(kind: TokenKind, count: number): void {
    const start = this.cursor.mark();
    this.cursor.skip(count);
    this.queue.push(mark(kind, start, this.cursor.mark()));
  }

  private insert(token: Token, tokenNumber: number | undefined): void {
    if (tokenNumber === undefined) this.queue.push(token);
    else this.queue.splice(this.head + tokenNumber - this.taken, 0, token);
  }
}

function noKey(): SimpleKey {
  return { possible: false, required: false, tokenNumber: 0, mark: { offset: 0, line: 0, column: 0 } };
}
