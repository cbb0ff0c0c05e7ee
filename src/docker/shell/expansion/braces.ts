import type { BraceExpansionPart, LiteralPart, Word, WordPart } from 'unbash';
import { ShellError } from '../shell-error.ts';

/** Words that one word's braces may become. */
const MAX_WORDS = 100_000;

/** What a word's braces make of it, before anything else is expanded: `a{b,c}` is two words, `{1..5}` five. */
export function expandBraces(word: Word): readonly Word[] {
  if (!word.parts?.some((part) => part.type === 'BraceExpansion')) return [word];
  let results: (readonly WordPart[])[] = [[]];
  for (const part of word.parts) {
    const choices = part.type === 'BraceExpansion' ? choicesOf(part) : [[part]];
    if (results.length * choices.length > MAX_WORDS) throw new ShellError(`brace expansion: more than ${MAX_WORDS} words`);
    results = results.flatMap((prefix) => choices.map((choice) => [...prefix, ...choice]));
  }
  return results.map((parts) => ({ ...word, parts }));
}

function choicesOf(part: BraceExpansionPart): readonly (readonly WordPart[])[] {
  if (!part.parts) return textChoices(part.text).map((text) => [literal(part, text)]);
  // Something in it has to be expanded: only the commas that are plain text divide it.
  const choices: WordPart[][] = [[]];
  for (const inner of part.parts) {
    if (inner.type !== 'Literal') {
      choices.at(-1)?.push(inner);
      continue;
    }
    inner.value.split(',').forEach((text, i) => {
      if (i > 0) choices.push([]);
      if (text !== '') choices.at(-1)?.push(literal(part, text));
    });
  }
  if (choices.length > 1)
    return choices.flatMap((parts) => expandBraces({ type: 'Word', text: '', value: '', pos: part.pos, end: part.end, parts })).map((word) => word.parts ?? []);
  return [[literal(part, '{'), ...(choices[0] ?? []), literal(part, '}')]];
}

/** The choices of a brace that is plain text, its own inner braces expanded too. */
function textChoices(text: string): readonly string[] {
  const inner = text.slice(1, -1);
  const range = rangeChoices(inner);
  if (range) return range;
  const items = [''];
  let depth = 0;
  for (const c of inner) {
    if (c === '{') depth++;
    if (c === '}') depth--;
    if (c === ',' && depth === 0) items.push('');
    else items[items.length - 1] += c;
  }
  if (items.length === 1) return [text];
  return items.flatMap(nestedChoices);
}

function nestedChoices(text: string): readonly string[] {
  const open = text.indexOf('{');
  if (open < 0) return [text];
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text.charAt(i) === '{') depth++;
    if (text.charAt(i) === '}' && --depth === 0) {
      const rest = nestedChoices(text.slice(i + 1));
      const choices = textChoices(text.slice(open, i + 1));
      if (rest.length * choices.length > MAX_WORDS) throw new ShellError(`brace expansion: more than ${MAX_WORDS} words`);
      return choices.flatMap((choice) => rest.map((end) => text.slice(0, open) + choice + end));
    }
  }
  return [text];
}

/** `1..5`, `01..10..2`, `a..e`; undefined when it is none. */
function rangeChoices(inner: string): readonly string[] | undefined {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(inner);
  const letters = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d+))?$/.exec(inner);
  const match = numbers ?? letters;
  if (!match) return undefined;
  const [, first = '', second = ''] = match;
  const value = (text: string): number => (numbers ? Number(text) : text.charCodeAt(0));
  const from = value(first);
  const to = value(second);
  const by = Math.max(1, Math.abs(Number(match[3] ?? 1)));
  const count = Math.floor(Math.abs(to - from) / by) + 1;
  if (count > MAX_WORDS) throw new ShellError(`brace expansion: more than ${MAX_WORDS} words`);
  const width = numbers && [first, second].some((text) => /^-?0\d/.test(text)) ? Math.max(first.length, second.length) : 0;
  return Array.from({ length: count }, (_, i) => {
    const n = from + (to >= from ? i : -i) * by;
    if (!numbers) return String.fromCharCode(n);
    return n < 0 ? `-${String(-n).padStart(width - 1, '0')}` : String(n).padStart(width, '0');
  });
}

function literal({ pos, end }: BraceExpansionPart, text: string): LiteralPart {
  return { type: 'Literal', pos, end, value: text, text };
}
