import { CHOMPING_MODE, EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Cursor, Mark } from './cursor.ts';
import type { ScalarStyle, Token } from './token.ts';
import { scannerFault } from './yaml-fault.ts';

/**
 * Cuts one scalar out of the text where libyaml (gopkg.in/yaml.v3 scannerc.go) would end it, with its faults; js-yaml
 * decodes what is inside. js-yaml's own parser is stricter than Go's (it refuses a `]` that stands under its key), which is
 * why it is not asked where a scalar ends.
 */
export function scanPlainScalar(cursor: Cursor, indent: number, inFlow: boolean): { readonly token: Token; readonly endedByBreak: boolean } {
  const start = cursor.mark();
  let end = start;
  let afterBreak = false;
  while (!cursor.atDocumentIndicator() && cursor.char() !== '#') {
    const first = cursor.position;
    while (!cursor.atBlankBreakOrEnd()) {
      if (cursor.skipWord()) continue;
      if (cursor.char() === ':' && cursor.atBlankBreakOrEnd(1)) break;
      if (inFlow && ',?[]{}'.includes(cursor.char())) break;
      cursor.skip();
    }
    if (cursor.position > first) {
      afterBreak = false;
      end = cursor.mark();
    }
    if (!cursor.atBlank() && !cursor.atBreak()) break;
    while (cursor.atBlank() || cursor.atBreak()) {
      if (cursor.atBreak()) {
        cursor.skipBreak();
        afterBreak = true;
        continue;
      }
      if (afterBreak && cursor.columnNumber < indent + 1 && cursor.char() === '\t') {
        throw scannerFault('found a tab character that violates indentation', start, cursor.mark());
      }
      cursor.skip();
    }
    if (!inFlow && cursor.columnNumber < indent + 1) break;
  }
  return { token: scalar(cursor, 'plain', start, end, start.offset, end.offset), endedByBreak: afterBreak };
}

/** A text in `'…'` or `"…"`. */
export function scanQuotedScalar(cursor: Cursor): Token {
  const start = cursor.mark();
  const quote = cursor.char();
  cursor.skip();
  const first = cursor.position;
  for (;;) {
    if (cursor.atDocumentIndicator()) throw scannerFault('found unexpected document indicator', start, cursor.mark());
    if (cursor.atEnd()) throw scannerFault('found unexpected end of stream', start, cursor.mark());
    while (!cursor.atBlankBreakOrEnd()) {
      if (quote === "'" && cursor.char() === "'" && cursor.char(1) === "'") cursor.skip(2);
      else if (cursor.char() === quote) break;
      else if (quote === '"' && cursor.char() === '\\') {
        if (cursor.atBreak(1)) {
          cursor.skip();
          cursor.skipBreak();
          break;
        }
        skipEscape(cursor, start);
      } else cursor.skip();
    }
    if (cursor.char() === quote) break;
    while (cursor.atBlank() || cursor.atBreak()) {
      if (cursor.atBreak()) cursor.skipBreak();
      else cursor.skip();
    }
  }
  const last = cursor.position;
  cursor.skip();
  return scalar(cursor, quote === "'" ? 'single-quoted' : 'double-quoted', start, cursor.mark(), first, last);
}

/** A text after `|` or `>`; `parentIndent` is -1 at the top of the document. */
export function scanBlockScalar(cursor: Cursor, parentIndent: number): Token {
  const start = cursor.mark();
  const style = cursor.char() === '|' ? 'literal' : 'folded';
  cursor.skip();
  let chomping: '' | '+' | '-' = '';
  let increment = 0;
  for (let indicators = 0; indicators < 2; indicators += 1) {
    const character = cursor.char();
    if (chomping === '' && (character === '+' || character === '-')) chomping = character;
    else if (increment === 0 && /[0-9]/.test(character)) {
      if (character === '0') throw scannerFault('found an indentation indicator equal to 0', start, cursor.mark());
      increment = Number(character);
    } else break;
    cursor.skip();
  }
  cursor.skipBlanks();
  if (cursor.char() === '#') cursor.skipToBreak();
  if (!cursor.atBreakOrEnd()) throw scannerFault('did not find expected comment or line break', start, cursor.mark());
  cursor.skipBreak();
  const first = cursor.position;
  let indent = increment === 0 ? 0 : parentIndent >= 0 ? parentIndent + increment : increment;
  let end = cursor.mark();
  const skipEmptyLines = (): void => {
    end = cursor.mark();
    let widest = 0;
    for (;;) {
      while ((indent === 0 || cursor.columnNumber < indent) && cursor.char() === ' ') cursor.skip();
      widest = Math.max(widest, cursor.columnNumber);
      if ((indent === 0 || cursor.columnNumber < indent) && cursor.char() === '\t') {
        throw scannerFault('found a tab character where an indentation space is expected', start, cursor.mark());
      }
      if (!cursor.atBreak()) break;
      cursor.skipBreak();
      end = cursor.mark();
    }
    if (indent === 0) indent = Math.max(widest, parentIndent + 1, 1);
  };
  skipEmptyLines();
  let brokenOff = false;
  while (cursor.columnNumber === indent && !cursor.atEnd()) {
    cursor.skipToBreak();
    brokenOff = cursor.atEnd();
    cursor.skipBreak();
    skipEmptyLines();
  }
  // A last line without a line break has none to keep: then Go's value does not end in one either.
  const last = brokenOff ? cursor.position : end.offset;
  return scalar(cursor, style, start, end, first, last, brokenOff ? '-' : chomping, indent);
}

function skipEscape(cursor: Cursor, start: Mark): void {
  const lengths: { readonly [letter: string]: number } = { x: 2, u: 4, U: 8 };
  const letter = cursor.char(1);
  const digits = lengths[letter];
  if (digits === undefined) {
    if (letter === '' || !'0abt\tnvfre "\'\\N_LP'.includes(letter)) throw scannerFault('found unknown escape character', start, cursor.mark());
    cursor.skip(2);
    return;
  }
  cursor.skip(2);
  let code = 0;
  for (let index = 0; index < digits; index += 1) {
    if (!/^[0-9a-fA-F]$/.test(cursor.char(index))) throw scannerFault('did not find expected hexdecimal number', start, cursor.mark());
    code = code * 16 + Number.parseInt(cursor.char(index), 16);
  }
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw scannerFault('found invalid Unicode character escape code', start, cursor.mark());
  }
  cursor.skip(digits);
}

const styles = {
  plain: SCALAR_STYLE.PLAIN,
  'single-quoted': SCALAR_STYLE.SINGLE_QUOTED,
  'double-quoted': SCALAR_STYLE.DOUBLE_QUOTED,
  literal: SCALAR_STYLE.LITERAL_BLOCK,
  folded: SCALAR_STYLE.FOLDED_BLOCK,
} as const;

/** What in a scalar of a style is to be decoded. */
const hiding = {
  plain: /[\n\r\u0085\u2028\u2029]/,
  'single-quoted': /[\n\r\u0085\u2028\u2029']/,
  'double-quoted': /[\n\r\u0085\u2028\u2029\\]/,
  literal: /^/,
  folded: /^/,
} as const;

const chompings = { '': CHOMPING_MODE.CLIP, '+': CHOMPING_MODE.KEEP, '-': CHOMPING_MODE.STRIP } as const;

function scalar(cursor: Cursor, style: ScalarStyle, start: Mark, end: Mark, from: number, to: number, chomping: '' | '+' | '-' = '', indent = -1): Token {
  let source = cursor.text.slice(from, to);
  // What stands on one line and hides nothing means what it says.
  if (indent < 0 && !hiding[style].test(source)) return { kind: 'scalar', start, end, text: source, suffix: '', style };
  // Go knows the escape \' as well, js-yaml does not.
  if (style === 'double-quoted' && source.includes("\\'")) {
    source = source.replace(/\\([\s\S])/g, (whole, letter: string) => (letter === "'" ? "'" : whole));
  }
  const text = getScalarValue(source, {
    type: EVENT_ID.SCALAR,
    valueStart: 0,
    valueEnd: source.length,
    anchorStart: -1,
    anchorEnd: -1,
    tagStart: -1,
    tagEnd: -1,
    style: styles[style],
    chomping: chompings[chomping],
    indent,
    fast: false,
  });
  return { kind: 'scalar', start, end, text, suffix: '', style };
}
