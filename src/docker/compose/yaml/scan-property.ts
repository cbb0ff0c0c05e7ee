import type { Cursor, Mark } from './cursor.ts';
import type { Token } from './token.ts';
import { scannerFault } from './yaml-fault.ts';

const nameCharacter = /^[0-9A-Za-z_-]$/;
const tagCharacter = /^[0-9A-Za-z_;/?:@&=+$,.!~*'()[\]%-]$/;

/** `&name` or `*name` (libyaml's scan_anchor). */
export function scanAnchor(cursor: Cursor, kind: 'anchor' | 'alias'): Token {
  const start = cursor.mark();
  cursor.skip();
  const text = readWhile(cursor, nameCharacter);
  if (text === '' || !(cursor.atBlankBreakOrEnd() || '?:,]}%@`'.includes(cursor.char()))) {
    throw scannerFault('did not find expected alphabetic or numeric character', start, cursor.mark());
  }
  return { kind, start, end: cursor.mark(), text, suffix: '', style: 'plain' };
}

/** `!`, `!name`, `!!name`, `!h!name` or `!<uri>` (libyaml's scan_tag). */
export function scanTag(cursor: Cursor): Token {
  const start = cursor.mark();
  let handle = '';
  let suffix = '';
  if (cursor.char(1) === '<') {
    cursor.skip(2);
    suffix = readUri(cursor, start, '');
    if (cursor.char() !== '>') throw scannerFault("did not find the expected '>'", start, cursor.mark());
    cursor.skip();
  } else {
    handle = readHandle(cursor);
    if (handle.length > 1 && handle.endsWith('!')) suffix = readUri(cursor, start, '');
    else {
      suffix = readUri(cursor, start, handle);
      handle = '!';
      if (suffix === '') [handle, suffix] = ['', '!'];
    }
  }
  if (!cursor.atBlankBreakOrEnd()) throw scannerFault('did not find expected whitespace or line break', start, cursor.mark());
  return { kind: 'tag', start, end: cursor.mark(), text: handle, suffix, style: 'plain' };
}

/** `%YAML 1.1` or `%TAG ! prefix` (libyaml's scan_directive). */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.mark();
  const fault = (problem: string): Error => scannerFault(problem, start, cursor.mark());
  cursor.skip();
  const name = readWhile(cursor, nameCharacter);
  if (name === '') throw fault('could not find expected directive name');
  if (!cursor.atBlankBreakOrEnd()) throw fault('found unexpected non-alphabetical character');
  let token: Token;
  if (name === 'YAML') {
    cursor.skipBlanks();
    const major = readVersionNumber(cursor, fault);
    if (cursor.char() !== '.') throw fault("did not find expected digit or '.' character");
    cursor.skip();
    const text = `${major}.${readVersionNumber(cursor, fault)}`;
    token = { kind: 'version-directive', start, end: cursor.mark(), text, suffix: '', style: 'plain' };
  } else if (name === 'TAG') {
    cursor.skipBlanks();
    if (cursor.char() !== '!') throw fault("did not find expected '!'");
    const text = readHandle(cursor);
    if (text !== '!' && !text.endsWith('!')) throw fault("did not find expected '!'");
    if (!cursor.atBlank()) throw fault('did not find expected whitespace');
    cursor.skipBlanks();
    const suffix = readUri(cursor, start, '');
    if (!cursor.atBlankBreakOrEnd()) throw fault('did not find expected whitespace or line break');
    token = { kind: 'tag-directive', start, end: cursor.mark(), text, suffix, style: 'plain' };
  } else throw fault('found unknown directive name');
  cursor.skipBlanks();
  if (cursor.char() === '#') cursor.skipToBreak();
  if (!cursor.atBreakOrEnd()) throw fault('did not find expected comment or line break');
  cursor.skipBreak();
  return token;
}

function readHandle(cursor: Cursor): string {
  cursor.skip();
  let handle = `!${readWhile(cursor, nameCharacter)}`;
  if (cursor.char() === '!') {
    cursor.skip();
    handle += '!';
  }
  return handle;
}

function readUri(cursor: Cursor, start: Mark, head: string): string {
  const text = readWhile(cursor, tagCharacter);
  if (head === '' && text === '') throw scannerFault('did not find expected tag URI', start, cursor.mark());
  if (/%(?![0-9a-fA-F]{2})/.test(text)) throw scannerFault('did not find URI escaped octet', start, cursor.mark());
  return `${head.slice(1)}${text}`;
}

function readVersionNumber(cursor: Cursor, fault: (problem: string) => Error): string {
  const digits = readWhile(cursor, /^[0-9]$/);
  if (digits.length > 2) throw fault('found extremely long version number');
  if (digits === '') throw fault('did not find expected version number');
  return digits;
}

function readWhile(cursor: Cursor, wanted: RegExp): string {
  const first = cursor.position;
  while (wanted.test(cursor.char())) cursor.skip();
  return cursor.text.slice(first, cursor.position);
}
