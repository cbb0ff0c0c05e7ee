import { goQuote } from '../../../api/parse/go-number.ts';
import { TemplateError } from './template-error.ts';

export type TokenKind =
  | 'text'
  | 'left-delim'
  | 'right-delim'
  | 'space'
  | 'identifier'
  | 'keyword'
  | 'field'
  | 'variable'
  | 'dot'
  | 'nil'
  | 'bool'
  | 'string'
  | 'raw-string'
  | 'char'
  | 'number'
  | 'pipe'
  | 'left-paren'
  | 'right-paren'
  | 'assign'
  | 'declare'
  | 'other'
  | 'error'
  | 'eof';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Index in the template's text. */
  readonly at: number;
  readonly line: number;
}

const keywords = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const isSpace = (character: string): boolean => character === ' ' || character === '\t' || character === '\r' || character === '\n';
const isWord = (character: string): boolean => character === '_' || /[\p{L}\p{Nd}]/u.test(character);

/** `U+007D '}'`, as Go's %#U prints a character. */
export function unicodeName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} '${character}'`;
}

/** Cuts a template into tokens as Go's text/template/parse does. An `error` token carries the message and is the last one. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let parens = 0;

  const emit = (kind: TokenKind, end: number): void => {
    const piece = text.slice(at, end);
    tokens.push({ kind, text: piece, at, line });
    line += piece.split('\n').length - 1;
    at = end;
  };
  const skipTo = (end: number): void => {
    line += text.slice(at, end).split('\n').length - 1;
    at = end;
  };
  const fail = (message: string): void => {
    tokens.push({ kind: 'error', text: message, at, line });
  };
  const trimsRight = (position: number): boolean => isSpace(text[position] ?? '') && text[position + 1] === '-' && text.startsWith('}}', position + 2);

  /** A word must end where its kind may end. */
  const atTerminator = (position: number): boolean => {
    const character = text[position];
    return character === undefined || isSpace(character) || '.,|:)('.includes(character) || text.startsWith('}}', position);
  };
  const wordEnd = (from: number): number => {
    let end = from;
    while (end < text.length) {
      const character = String.fromCodePoint(text.codePointAt(end) ?? 0);
      if (!isWord(character)) break;
      end += character.length;
    }
    return end;
  };
  const badCharacter = (position: number): void => fail(`bad character ${unicodeName(String.fromCodePoint(text.codePointAt(position) ?? 0))}`);

  /** Inside an action; false when an error ended everything. */
  const lexAction = (): boolean => {
    for (;;) {
      const character = text[at];
      if (trimsRight(at) || text.startsWith('}}', at)) {
        if (parens !== 0) {
          fail('unclosed left paren');
          return false;
        }
        const trim = trimsRight(at);
        const start = trim ? at + 2 : at;
        if (trim) skipTo(start);
        emit('right-delim', start + 2);
        if (trim) {
          let end = at;
          while (isSpace(text[end] ?? '')) end += 1;
          skipTo(end);
        }
        return true;
      }
      if (character === undefined) {
        fail('unclosed action');
        return false;
      }
      if (isSpace(character)) {
        let end = at;
        // A blank before ` -}}` belongs to the trim marker.
        while (isSpace(text[end] ?? '') && !(trimsRight(end) && end > at)) end += 1;
        emit('space', end);
      } else if (character === '=') emit('assign', at + 1);
      else if (character === ':') {
        if (text[at + 1] !== '=') {
          fail('expected :=');
          return false;
        }
        emit('declare', at + 2);
      } else if (character === '|') emit('pipe', at + 1);
      else if (character === '"' || character === "'") {
        let end = at + 1;
        for (;;) {
          const next = text[end];
          if (next === '\\' && text[end + 1] !== undefined && text[end + 1] !== '\n') {
            end += 2;
            continue;
          }
          if (next === undefined || next === '\n' || next === '\\') {
            fail(character === '"' ? 'unterminated quoted string' : 'unterminated character constant');
            return false;
          }
          end += 1;
          if (next === character) break;
        }
        emit(character === '"' ? 'string' : 'char', end);
      } else if (character === '`') {
        const end = text.indexOf('`', at + 1);
        if (end < 0) {
          fail('unterminated raw quoted string');
          return false;
        }
        emit('raw-string', end + 1);
      } else if (character === '$' || (character === '.' && !/[0-9]/.test(text[at + 1] ?? ''))) {
        const end = wordEnd(at + 1);
        if (!atTerminator(end)) {
          badCharacter(end);
          return false;
        }
        emit(character === '$' ? 'variable' : end === at + 1 ? 'dot' : 'field', end);
      } else if (/[-+.0-9]/.test(character)) {
        const match =
          /^[-+]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][-+]?[0-9_]*)?|0[bB][01_]*|0[oO][0-7_]*|[0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]*)?)i?/.exec(
            text.slice(at),
          );
        const end = at + Math.max(1, match?.[0].length ?? 1);
        const after = text[end];
        if (after !== undefined && isWord(after)) {
          fail(`bad number syntax: ${goQuote(text.slice(at, end + 1))}`);
          return false;
        }
        emit('number', end);
      } else if (isWord(String.fromCodePoint(text.codePointAt(at) ?? 0))) {
        const end = wordEnd(at);
        const word = text.slice(at, end);
        if (!atTerminator(end)) {
          badCharacter(end);
          return false;
        }
        emit(keywords.has(word) ? 'keyword' : word === 'true' || word === 'false' ? 'bool' : word === 'nil' ? 'nil' : 'identifier', end);
      } else if (character === '(') {
        parens += 1;
        emit('left-paren', at + 1);
      } else if (character === ')') {
        parens -= 1;
        if (parens < 0) {
          fail('unexpected right paren');
          return false;
        }
        emit('right-paren', at + 1);
      } else if (character >= ' ' && character <= '~') emit('other', at + 1);
      else {
        fail(`unrecognized character in action: ${unicodeName(String.fromCodePoint(text.codePointAt(at) ?? 0))}`);
        return false;
      }
    }
  };

  while (at < text.length) {
    const open = text.indexOf('{{', at);
    if (open < 0) {
      emit('text', text.length);
      break;
    }
    const trims = text[open + 2] === '-' && isSpace(text[open + 3] ?? '');
    let end = open;
    if (trims) while (end > at && isSpace(text[end - 1] ?? '')) end -= 1;
    if (end > at) emit('text', end);
    skipTo(open);
    const inner = open + 2 + (trims ? 2 : 0);
    if (text.startsWith('/*', inner)) {
      const close = text.indexOf('*/', inner + 2);
      if (close < 0) {
        fail('unclosed comment');
        return tokens;
      }
      const trimAfter = trimsRight(close + 2);
      const delimiter = close + 2 + (trimAfter ? 2 : 0);
      if (!text.startsWith('}}', delimiter)) {
        fail('comment ends before closing delimiter');
        return tokens;
      }
      let after = delimiter + 2;
      if (trimAfter) while (isSpace(text[after] ?? '')) after += 1;
      skipTo(after);
      continue;
    }
    emit('left-delim', open + 2);
    skipTo(inner);
    parens = 0;
    if (!lexAction()) return tokens;
  }
  tokens.push({ kind: 'eof', text: '', at: text.length, line });
  return tokens;
}

/** A syntax error at a line of the template of this name. */
export function syntaxError(name: string, line: number, message: string): TemplateError {
  return new TemplateError(`template: ${name}:${line}: ${message}`, 'syntax');
}
