import type { Word, WordPart } from 'unbash';
import { ShellError } from '../shell-error.ts';
import { MAX_VALUE } from '../variables.ts';
import { evaluateShown } from './arithmetic.ts';
import { expandBraces } from './braces.ts';
import type { ExpansionContext, TextUse } from './context.ts';
import { fieldsOf, type Piece } from './fields.ts';
import { expandParameter } from './parameter-expansion.ts';
import { demanded } from './parameters.ts';
import { matchingPaths } from './paths.ts';

const SPECIAL = { pattern: /[\\*?[\]()|+@!]/g, regex: /[\\^$.|?*+()[\]{}]/g } as const;

/** The words that words become: braces, variables, commands, splitting, file names. */
export async function expandWords(words: readonly Word[], context: ExpansionContext): Promise<string[]> {
  const result: string[] = [];
  for (const word of words) for (const single of expandBraces(word)) for (const text of await expandWord(single, context)) result.push(text);
  return result;
}

/**
 * One word as a single text (assignments, redirections, here-documents): no splitting, no file names.
 */
export async function expandText(word: Word, context: ExpansionContext, as: TextUse = 'text'): Promise<string> {
  return joined(await pieces(word, context, false), as);
}

/** The value of an assignment: as `expandText`, with `~` expanded at its beginning and behind each colon. */
export async function expandValue(word: Word, context: ExpansionContext): Promise<string> {
  if (!word.parts && word.text === word.value && word.value.includes('~'))
    return word.value.replace(/(^|:)~(?=$|[/:])/g, (_, before: string) => before + home(context));
  return expandText(word, context);
}

/** Parts of a here-document's body or of a double-quoted text as one text. */
export async function expandParts(parts: readonly WordPart[], context: ExpansionContext): Promise<string> {
  const all: Piece[] = [];
  for (const part of parts) for (const piece of await partPieces(part, context, true)) all.push(piece);
  return joined(all, 'text');
}

function joined(all: readonly Piece[], as: TextUse): string {
  let text = '';
  for (const piece of all) text += piece.kind === 'end' ? ' ' : as !== 'text' && piece.quoted ? piece.text.replace(SPECIAL[as], '\\$&') : piece.text;
  if (text.length > MAX_VALUE) throw new ShellError(`cannot allocate ${text.length} bytes`, 1, true);
  return text;
}

async function expandWord(word: Word, context: ExpansionContext): Promise<string[]> {
  const { state, files } = context;
  const fields = fieldsOf(await pieces(word, context, true), state.variables.get('IFS') ?? ' \t\n');
  const texts: string[] = [];
  for (const field of fields) {
    const found = field.glob && !state.options.noglob ? matchingPaths(field.pattern, state.cwd, files, state.options) : [];
    if (found.length > 0) for (const path of found) texts.push(path);
    else if (!field.glob || !state.options.nullglob) texts.push(field.text);
  }
  return texts;
}

/** @param several whether `$@` may become several words. */
async function pieces(word: Word, context: ExpansionContext, several: boolean): Promise<Piece[]> {
  if (!word.parts) {
    if (word.text === '~' || word.text.startsWith('~/')) return [plain(home(context) + word.value.slice(1), true)];
    return literal(word.text, word.value);
  }
  const all: Piece[] = [];
  for (const [i, part] of word.parts.entries()) {
    if (i === 0 && part.type === 'Literal' && part.text.startsWith('~/')) all.push(plain(home(context) + part.value.slice(1), true));
    else for (const piece of await partPieces(part, context, false, several)) all.push(piece);
  }
  return all;
}

async function partPieces(part: WordPart, context: ExpansionContext, quoted: boolean, several = false): Promise<Piece[]> {
  const expanded = (text: string): Piece => ({ kind: 'text', text, quoted, splits: !quoted });
  switch (part.type) {
    case 'Literal':
      return quoted ? [plain(part.value, true)] : literal(part.text, part.value);
    case 'Glob': {
      if (part.kind !== 'bracket' || !part.parts.some((inner) => inner.type !== 'Literal')) return [plain(part.text, quoted)];
      const inside: Piece[] = [plain('[', quoted)];
      for (const inner of part.parts) for (const piece of await partPieces(inner, context, quoted)) inside.push(piece);
      return [...inside, plain(']', quoted)];
    }
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [plain(part.value, true)];
    case 'DoubleQuoted':
    case 'LocaleString': {
      const inner: Piece[] = [];
      for (const child of part.parts) for (const piece of await partPieces(child, context, true, several)) inner.push(piece);
      // Quotes make a word even of nothing, but for "$@" without arguments.
      return inner.length === 0 && part.parts.length > 0 ? [] : [plain('', true), ...inner];
    }
    case 'SimpleExpansion': {
      const name = part.text.slice(1);
      if (name !== '@' && (name !== '*' || quoted)) return [expanded(demanded(name, context.state))];
      return list(context.state.positional, expanded, several);
    }
    case 'ParameterExpansion': {
      const { texts, several: many, joined: together } = await expandParameter(part, context);
      if (!many) return [expanded(texts[0] ?? '')];
      if (together && quoted) return [expanded(texts.join((context.state.variables.get('IFS') ?? ' ').slice(0, 1)))];
      return list(texts, expanded, several);
    }
    case 'CommandExpansion':
      return [expanded(part.script ? (await context.capture(part.script)).replace(/\n+$/, '') : '')];
    case 'ArithmeticExpansion':
      return [plain(String(await evaluateShown(part.expression, part.text.slice(3, -2), context, true)), true)];
    case 'ProcessSubstitution':
      return [plain(part.script ? await context.substitute(part.operator, part.script) : part.text, true)];
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return [plain(part.text, quoted)];
  }
}

/** A text outside quotes: each character behind a backslash is protected for itself. */
function literal(text: string, value: string): Piece[] {
  if (text === value) return [plain(value, false)];
  return text
    .split(/(\\[\s\S])/)
    .flatMap((part) => (part === '' || part === '\\\n' ? [] : [part.startsWith('\\') && part.length > 1 ? plain(part.slice(1), true) : plain(part, false)]));
}

function list(texts: readonly string[], expanded: (text: string) => Piece, several: boolean): Piece[] {
  if (!several) return texts.length === 0 ? [] : [expanded(texts.join(' '))];
  return texts.flatMap((text, i) => (i === 0 ? [expanded(text)] : [{ kind: 'end' }, expanded(text)]));
}

function plain(text: string, quoted: boolean): Piece {
  return { kind: 'text', text, quoted, splits: false };
}

function home(context: ExpansionContext): string {
  return context.state.variables.get('HOME') ?? '/root';
}
