import { type CodeRange, characterClass } from '../character-class.ts';

/** One thing that a pattern asks for. */
type Token =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly CodeRange[] }
  | { readonly kind: 'group'; readonly operator: string; readonly choices: readonly (readonly Token[])[] };

/**
 * A shell pattern: `*`, `?`, `[…]`, `[[:digit:]]` and the groups `?(…) *(…) +(…) @(…) !(…)`; a backslash takes the
 * next character as it is. It is matched by following all its places at once, so that no pattern can take long.
 */
export class Pattern {
  private constructor(private readonly tokens: readonly Token[]) {}

  static of(pattern: string): Pattern {
    return new Pattern(read(pattern, 0, '').tokens);
  }

  /** Whether it fits a whole text. */
  matches(text: string): boolean {
    return ends(this.tokens, text, new Set([0])).has(text.length);
  }

  /** Length of the shortest or longest beginning of `text` at `from` that fits; undefined when none does. */
  prefix(text: string, longest: boolean, from = 0): number | undefined {
    let best: number | undefined;
    for (const end of ends(this.tokens, text, new Set([from]))) if (best === undefined || end > best === longest) best = end;
    return best === undefined ? undefined : best - from;
  }

  /** Length of the shortest or longest end of `text` that fits. */
  suffix(text: string, longest: boolean): number | undefined {
    return new Pattern(reversed(this.tokens)).prefix([...text].reverse().join(''), longest);
  }
}

/** Reads tokens up to one of the characters in `until`, at depth 0. */
function read(pattern: string, from: number, until: string): { readonly tokens: readonly Token[]; readonly at: number } {
  const tokens: Token[] = [];
  let i = from;
  for (; i < pattern.length && !until.includes(pattern.charAt(i)); i++) {
    const c = pattern.charAt(i);
    const group = pattern.charAt(i + 1) === '(' && '?*+@!'.includes(c) && pattern.indexOf(')', i) > 0;
    if (group) {
      const choices: (readonly Token[])[] = [];
      let at = i + 1;
      do {
        const choice = read(pattern, at + 1, '|)');
        choices.push(choice.tokens);
        at = choice.at;
      } while (pattern.charAt(at) === '|');
      tokens.push({ kind: 'group', operator: c, choices });
      i = at;
    } else if (c === '*') {
      if (tokens.at(-1)?.kind !== 'star') tokens.push({ kind: 'star' });
    } else if (c === '?') tokens.push({ kind: 'any' });
    else if (c === '[') {
      const set = readSet(pattern, i);
      tokens.push(set?.token ?? { kind: 'character', character: '[' });
      if (set) i = set.last;
    } else if (c === '\\' && i + 1 < pattern.length) tokens.push({ kind: 'character', character: pattern.charAt(++i) });
    else tokens.push({ kind: 'character', character: c });
  }
  return { tokens, at: i };
}

function readSet(pattern: string, open: number): { readonly token: Token; readonly last: number } | undefined {
  let i = open + 1;
  const negated = pattern.charAt(i) === '!' || pattern.charAt(i) === '^';
  if (negated) i++;
  const ranges: CodeRange[] = [];
  for (let first = true; i < pattern.length; first = false) {
    if (pattern.charAt(i) === ']' && !first) return { token: { kind: 'set', negated, ranges }, last: i };
    const named = /^\[:(\w+):\]/.exec(pattern.slice(i, i + 12));
    const classRanges = characterClass(named?.[1] ?? '');
    if (named && classRanges) {
      ranges.push(...classRanges);
      i += named[0].length;
      continue;
    }
    if (pattern.charAt(i) === '\\' && i + 1 < pattern.length) i++;
    const low = pattern.charCodeAt(i++);
    if (pattern.charAt(i) === '-' && i + 1 < pattern.length && pattern.charAt(i + 1) !== ']') {
      ranges.push([low, pattern.charCodeAt(i + 1)]);
      i += 2;
    } else ranges.push([low, low]);
  }
  return undefined;
}

/** All places in `text` where the tokens may end when they begin at one of `starts`. */
function ends(tokens: readonly Token[], text: string, starts: ReadonlySet<number>): ReadonlySet<number> {
  let places = starts;
  for (const token of tokens) {
    if (places.size === 0) return places;
    places = step(token, text, places);
  }
  return places;
}

function step(token: Token, text: string, places: ReadonlySet<number>): ReadonlySet<number> {
  const next = new Set<number>();
  switch (token.kind) {
    case 'star':
      for (let i = first(places); i <= text.length; i++) next.add(i);
      return next;
    case 'group':
      return group(token.operator, token.choices, text, places);
    default:
      for (const place of places) if (place < text.length && fits(token, text, place)) next.add(place + 1);
      return next;
  }
}

function first(places: ReadonlySet<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) least = Math.min(least, place);
  return least;
}

function fits(token: Exclude<Token, { kind: 'star' | 'group' }>, text: string, place: number): boolean {
  if (token.kind === 'any') return true;
  if (token.kind === 'character') return text.charAt(place) === token.character;
  const code = text.charCodeAt(place);
  return token.ranges.some(([low, high]) => code >= low && code <= high) !== token.negated;
}

function group(operator: string, choices: readonly (readonly Token[])[], text: string, places: ReadonlySet<number>): ReadonlySet<number> {
  const once = (from: ReadonlySet<number>): Set<number> => {
    const found = new Set<number>();
    for (const choice of choices) for (const end of ends(choice, text, from)) found.add(end);
    return found;
  };
  if (operator === '@') return once(places);
  if (operator === '?') return new Set([...places, ...once(places)]);
  if (operator === '!') {
    const found = new Set<number>();
    for (const place of places) {
      const taken = once(new Set([place]));
      for (let i = place; i <= text.length; i++) if (!taken.has(i)) found.add(i);
    }
    return found;
  }
  const all = new Set<number>(operator === '*' ? places : []);
  for (let fresh = once(places); fresh.size > 0; ) {
    const more = new Set([...fresh].filter((end) => !all.has(end)));
    for (const end of more) all.add(end);
    fresh = once(more);
    for (const end of all) fresh.delete(end);
  }
  return all;
}

function reversed(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token) => (token.kind === 'group' ? { ...token, choices: token.choices.map(reversed) } : token)).reverse();
}
