import { resolvePlain } from './resolve.ts';

const oldBooleans = new Set('y Y yes Yes YES on On ON n N no No NO off Off OFF'.split(' '));
const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const lineBreak = /[\n\r\u0085\u2028\u2029]/;
const escapes: { readonly [character: string]: string } = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\u0085': 'N',
  '\u00a0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
};

/**
 * A text as gopkg.in/yaml.v3 writes it (encode.go, emitterc.go): plain where it would be read back as the same text also by
 * YAML 1.1, a block after `|` when it has several lines, quoted otherwise. `indent` is that of the lines of a block.
 */
export function writeText(text: string, indent: number, isKey = false): string {
  if (text === '') return '""';
  if (text.includes('\n') && !isKey && mayBeBlock(text)) return writeBlock(text, indent);
  const resolvesToText = resolvePlain(text).tag === '!!str' && !base60.test(text) && !oldBooleans.has(text);
  if (!resolvesToText || text.includes('\n')) return writeDoubleQuoted(text);
  if (mayBePlain(text)) return text;
  return mayBeSingleQuoted(text) ? `'${text.replaceAll("'", "''")}'` : writeDoubleQuoted(text);
}

/** Whether the character can be written as it is; Go's emitter escapes all characters beyond the basic plane. */
function isPrintable(character: string): boolean {
  return /^[\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/u.test(character);
}

function hasSpecial(text: string): boolean {
  for (const character of text) if (character !== '\t' && !isPrintable(character)) return true;
  return false;
}

function mayBePlain(text: string): boolean {
  if (/^(?:---|\.\.\.)/.test(text) || /^[#,[\]{}&*!|>'"%@`]/.test(text)) return false;
  if (/^[?:-](?:[ \t]|$)/.test(text) || /:(?:[ \t]|$)/.test(text.slice(1)) || /[ \t\n\r\u0085\u2028\u2029]#/.test(text)) return false;
  return !/^ | $/.test(text) && !lineBreak.test(text) && !text.includes('\t') && !hasSpecial(text);
}

function mayBeSingleQuoted(text: string): boolean {
  return !text.includes('\t') && !hasSpecial(text) && !/ [\n\r\u0085\u2028\u2029]|[\n\r\u0085\u2028\u2029] /.test(text);
}

function mayBeBlock(text: string): boolean {
  return !text.endsWith(' ') && !/ [\n\r\u0085\u2028\u2029]/.test(text) && !hasSpecial(text);
}

function writeBlock(text: string, indent: number): string {
  const first = text.charAt(0);
  const hint = first === ' ' || lineBreak.test(first) ? '2' : '';
  const endsInBreak = text.endsWith('\n');
  const chomp = !endsInBreak ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
  const [start = '', ...others] = (endsInBreak ? text.slice(0, -1) : text).split('\n');
  // A fault of Go's emitter: a text's first line break, where it begins with one, ends the line of the sign and is lost.
  const lines = first === '\n' ? others : [start, ...others];
  return [`|${hint}${chomp}`, ...lines.map((line) => (line === '' ? '' : `${' '.repeat(indent)}${line}`))].join('\n');
}

function writeDoubleQuoted(text: string): string {
  let quoted = '"';
  for (const character of text) {
    const escape = escapes[character];
    if (escape !== undefined && character !== '\u00a0') quoted += `\\${escape}`;
    else if (isPrintable(character)) quoted += character;
    else quoted += escapeCode(character.codePointAt(0) ?? 0);
  }
  return `${quoted}"`;
}

function escapeCode(code: number): string {
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
