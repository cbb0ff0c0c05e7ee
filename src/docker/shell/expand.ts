import type { ParameterExpansionPart, ParsedScript, Word, WordPart } from 'unbash';
import { evaluate } from './arithmetic.ts';
import { expandGlob, globToRegExp } from './glob.ts';
import type { HostFiles } from './shell.ts';
import type { ShellState } from './state.ts';

/** What expansion needs of the shell around it. */
export interface ExpansionContext {
  readonly state: ShellState;
  readonly files: HostFiles;
  /** Runs a command substitution and gives its standard output. */
  readonly capture: (script: ParsedScript) => Promise<string>;
}

/** `${VAR:?text}` on an unset variable: ends the command with the text. */
export class ExpansionError extends Error {
  override readonly name = 'ExpansionError';
}

/** A piece of a word: text, whether quotes protect it, and whether `*?[` in it are patterns. */
interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  /** Came from a variable or a command: unquoted, it is split at blanks. */
  readonly splits: boolean;
}

/** The words that words become: braces, variables, commands, splitting, file names. */
export async function expandWords(words: readonly Word[], context: ExpansionContext): Promise<string[]> {
  const result: string[] = [];
  for (const word of words) for (const text of await expandWord(word, context)) result.push(text);
  return result;
}

/** One word as a single text (assignments, redirections, here-documents): no splitting, no file names. */
export async function expandText(word: Word, context: ExpansionContext): Promise<string> {
  return (await pieces(word, context)).map((piece) => piece.text).join('');
}

/** Parts of a here-document's body or of a double-quoted text as one text. */
export async function expandParts(parts: readonly WordPart[], context: ExpansionContext): Promise<string> {
  const all: Piece[] = [];
  for (const part of parts) all.push(...(await partPieces(part, context, true)));
  return all.map((piece) => piece.text).join('');
}

async function expandWord(word: Word, context: ExpansionContext): Promise<string[]> {
  const alternatives = bracesOf(word);
  if (alternatives) return alternatives;
  const all = await pieces(word, context);
  const fields: { text: string; pattern: string; glob: boolean }[] = [];
  let open: { text: string; pattern: string; glob: boolean } | undefined;
  const add = (text: string, quoted: boolean): void => {
    open ??= { text: '', pattern: '', glob: false };
    open.text += text;
    open.pattern += quoted ? text.replace(/[\\*?[\]]/g, '\\$&') : text;
    open.glob ||= !quoted && /[*?[]/.test(text);
  };
  const close = (): void => {
    if (open) fields.push(open);
    open = undefined;
  };
  for (const piece of all) {
    if (!piece.splits) {
      add(piece.text, piece.quoted);
      continue;
    }
    const parts = piece.text.split(/[ \t\n]+/);
    parts.forEach((part, i) => {
      if (i > 0) close();
      if (part !== '') add(part, false);
    });
  }
  close();
  return fields.flatMap((field) =>
    field.glob ? expandGlob(field.pattern, context.state.cwd, context.files).map((path) => (path === field.pattern ? field.text : path)) : [field.text],
  );
}

async function pieces(word: Word, context: ExpansionContext): Promise<Piece[]> {
  if (!word.parts) {
    if (word.text === '~' || word.text.startsWith('~/')) return [{ text: home(context) + word.value.slice(1), quoted: true, splits: false }];
    return [{ text: word.value, quoted: word.text !== word.value, splits: false }];
  }
  const all: Piece[] = [];
  for (const [i, part] of word.parts.entries()) {
    if (i === 0 && part.type === 'Literal' && part.text.startsWith('~/')) all.push({ text: home(context) + part.value.slice(1), quoted: true, splits: false });
    else all.push(...(await partPieces(part, context, false)));
  }
  return all;
}

async function partPieces(part: WordPart, context: ExpansionContext, quoted: boolean): Promise<Piece[]> {
  const expanded = (text: string): Piece[] => [{ text, quoted, splits: !quoted }];
  switch (part.type) {
    case 'Literal':
      return [{ text: part.value, quoted: quoted || part.text !== part.value, splits: false }];
    case 'Glob': {
      if (part.kind !== 'bracket' || !part.parts.some((inner) => inner.type !== 'Literal')) return [{ text: part.text, quoted, splits: false }];
      const inside: Piece[] = [{ text: '[', quoted, splits: false }];
      for (const inner of part.parts) inside.push(...(await partPieces(inner, context, quoted)));
      return [...inside, { text: ']', quoted, splits: false }];
    }
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [{ text: part.value, quoted: true, splits: false }];
    case 'DoubleQuoted':
    case 'LocaleString': {
      const inner: Piece[] = [{ text: '', quoted: true, splits: false }];
      for (const child of part.parts) inner.push(...(await partPieces(child, context, true)));
      return inner;
    }
    case 'SimpleExpansion':
      return expanded(parameter(part.text.slice(1), context.state) ?? '');
    case 'ParameterExpansion':
      return expanded(await parameterExpansion(part, context));
    case 'CommandExpansion':
      return expanded(part.script ? (await context.capture(part.script)).replace(/\n+$/, '') : '');
    case 'ArithmeticExpansion':
      return [{ text: String(part.expression ? evaluate(part.expression, context.state) : 0), quoted: true, splits: false }];
    case 'ProcessSubstitution':
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return [{ text: part.text, quoted, splits: false }];
  }
}

/** Value of `$name`, `$1`, `$?`, `$#`, `$@` …; undefined when unset. */
function parameter(name: string, state: ShellState): string | undefined {
  switch (name) {
    case '?':
      return String(state.status);
    case '#':
      return String(state.positional.length);
    case '@':
    case '*':
      return state.positional.join(' ');
    case '$':
      return '1';
    case '!':
      return '';
    case '0':
      return 'bash';
    default:
      return /^\d+$/.test(name) ? state.positional[Number(name) - 1] : state.variables.get(name);
  }
}

async function parameterExpansion(part: ParameterExpansionPart, context: ExpansionContext): Promise<string> {
  const { state } = context;
  const value = parameter(part.parameter, state);
  if (part.prefix === '#') return String((value ?? '').length);
  const { operation } = part;
  if (!operation) return value ?? '';
  switch (operation.type) {
    case 'Default': {
      const missing = value === undefined || (operation.operator.startsWith(':') && value === '');
      const operand = async (): Promise<string> => expandText(operation.operand, context);
      switch (operation.operator.replace(':', '')) {
        case '-':
          return missing ? operand() : (value as string);
        case '=': {
          if (!missing) return value as string;
          const text = await operand();
          state.variables.set(part.parameter, text);
          return text;
        }
        case '+':
          return missing ? '' : operand();
        default:
          if (!missing) return value as string;
          throw new ExpansionError(`${part.parameter}: ${(await operand()) || 'parameter null or not set'}`);
      }
    }
    case 'Remove':
      return removeAffix(value ?? '', operation.operator, await expandText(operation.operand, context));
    case 'Replace': {
      const source = globToRegExp(await expandText(operation.pattern, context), true).source.slice(1, -1);
      const anchored = operation.operator === '/#' ? `^(?:${source})` : operation.operator === '/%' ? `(?:${source})$` : source;
      const replacement = await expandText(operation.replacement, context);
      return (value ?? '').replace(new RegExp(anchored, operation.operator === '//' ? 'gs' : 's'), () => replacement);
    }
    case 'Slice': {
      const from = Number(await expandText(operation.offset, context)) || 0;
      const length = operation.length ? Number(await expandText(operation.length, context)) : undefined;
      const start = from < 0 ? Math.max(0, (value ?? '').length + from) : from;
      return (value ?? '').slice(start, length === undefined ? undefined : length < 0 ? length : start + length);
    }
    case 'CaseModification': {
      const change = operation.operator.startsWith('^') ? (t: string) => t.toUpperCase() : (t: string) => t.toLowerCase();
      const text = value ?? '';
      return operation.operator.length === 2 ? change(text) : change(text.slice(0, 1)) + text.slice(1);
    }
    case 'Transform':
    case 'Names':
    case 'Unknown':
      throw new ExpansionError(`\${${part.text.slice(2)}: bad substitution`);
  }
}

function removeAffix(value: string, operator: '#' | '##' | '%' | '%%', pattern: string): string {
  const expression = globToRegExp(pattern, true);
  const longest = operator.length === 2;
  const cuts = Array.from({ length: value.length + 1 }, (_, i) => i);
  if (operator.startsWith('#')) {
    const cut = (longest ? cuts.reverse() : cuts).find((i) => expression.test(value.slice(0, i)));
    return cut === undefined ? value : value.slice(cut);
  }
  const cut = (longest ? cuts : cuts.reverse()).find((i) => expression.test(value.slice(i)));
  return cut === undefined ? value : value.slice(0, cut);
}

/** `{a,b}` and `{1..5}` with literal text around; undefined when the word has no braces of that kind. */
function bracesOf(word: Word): string[] | undefined {
  if (!word.parts?.some((part) => part.type === 'BraceExpansion') || !word.parts.every((part) => part.type === 'BraceExpansion' || part.type === 'Literal'))
    return undefined;
  let results = [''];
  for (const part of word.parts) {
    const choices = part.type === 'BraceExpansion' ? braceChoices(part.text.slice(1, -1)) : [(part as { readonly value: string }).value];
    results = results.flatMap((prefix) => choices.map((choice) => prefix + choice));
    if (results.length > 10_000) return [word.text];
  }
  return results;
}

function braceChoices(inner: string): string[] {
  const range = /^(-?\d+)\.\.(-?\d+)(?:\.\.(\d+))?$/.exec(inner);
  if (!range) return inner.split(',');
  const from = Number(range[1]);
  const to = Number(range[2]);
  const by = Math.max(1, Number(range[3] ?? 1));
  const count = Math.min(10_000, Math.floor(Math.abs(to - from) / by) + 1);
  return Array.from({ length: count }, (_, i) => String(from + (to >= from ? i : -i) * by));
}

function home(context: ExpansionContext): string {
  return context.state.variables.get('HOME') ?? '/root';
}
