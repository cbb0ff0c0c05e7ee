import type { ParseError } from 'unbash';

/** What closes what has been left open. */
const CLOSERS: readonly (readonly [RegExp, string])[] = [
  [/double quote/, '"'],
  [/single quote|ANSI-C/, "'"],
  [/backtick/, '`'],
  [/parameter expansion/, '}'],
  [/subscript/, ']'],
];

/** The parser's complaint about a text in bash's words. */
export function syntaxErrorText({ message, pos }: ParseError, text: string): string {
  if (message.startsWith('unterminated')) return `unexpected EOF while looking for matching \`${CLOSERS.find(([kind]) => kind.test(message))?.[1] ?? ')'}'`;
  const rest = text.slice(pos).replace(/^[ \t]+/, '');
  const token = /^(?:;;&|;;|;&|&&|\|\||\|&|>>|<<|[;&|()<>\n])|^[^\s;&|()<>]+/.exec(rest)?.[0];
  if (token === undefined) return message.includes('redirect') ? "syntax error near unexpected token `newline'" : 'syntax error: unexpected end of file';
  return `syntax error near unexpected token \`${token === '\n' ? 'newline' : token}'`;
}
