/** A word as bash shows it in `set -x` and `alias`: quoted only where it has to be. */
export function quoted(word: string): string {
  if (/[\u0000-\u001f\u007f]/.test(word)) return ansiQuoted(word);
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}

/** The same with backslashes, as `printf %q` has it. */
export function escaped(word: string): string {
  if (word === '') return "''";
  if (/[\u0000-\u001f\u007f]/.test(word)) return ansiQuoted(word);
  return word.replace(/[ !"#$&'()*,;<>?[\\\]^`{|}]|^~|^#/g, '\\$&');
}

const NAMED: { readonly [character: string]: string } = {
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\u001b': '\\E',
  '\u0007': '\\a',
  '\b': '\\b',
  "'": "\\'",
  '\\': '\\\\',
};

function ansiQuoted(word: string): string {
  return `$'${word.replace(/[\u0000-\u001f\u007f'\\]/g, (c) => NAMED[c] ?? `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`)}'`;
}
