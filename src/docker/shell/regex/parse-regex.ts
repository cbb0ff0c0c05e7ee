import { type CodeRange, characterClass } from '../character-class.ts';
import { ShellError } from '../shell-error.ts';

/** A place between characters that an expression may ask for. */
export type RegexEdge = 'start' | 'end' | 'word-edge' | 'no-word-edge' | 'word-start' | 'word-end';

/** A POSIX regular expression as a tree. */
export type RegexNode =
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly CodeRange[] }
  | { readonly kind: 'edge'; readonly edge: RegexEdge }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'group'; readonly number: number; readonly item: RegexNode }
  | { readonly kind: 'repeat'; readonly item: RegexNode; readonly least: number; readonly most: number };

const MAX_REPEAT = 1000;
const MAX_DEPTH = 200;

/** What follows a backslash and is no character of itself. */
const ESCAPES = new Map<string, RegexNode>([
  ['w', { kind: 'set', negated: false, ranges: characterClass('word') ?? [] }],
  ['W', { kind: 'set', negated: true, ranges: characterClass('word') ?? [] }],
  ['s', { kind: 'set', negated: false, ranges: characterClass('space') ?? [] }],
  ['S', { kind: 'set', negated: true, ranges: characterClass('space') ?? [] }],
  ['b', { kind: 'edge', edge: 'word-edge' }],
  ['B', { kind: 'edge', edge: 'no-word-edge' }],
  ['<', { kind: 'edge', edge: 'word-start' }],
  ['>', { kind: 'edge', edge: 'word-end' }],
  ['`', { kind: 'edge', edge: 'start' }],
  ["'", { kind: 'edge', edge: 'end' }],
]);

/**
 * Reads a basic or extended expression with GNU's additions (`\w`, `\b`, `\<`, and in basic ones `\+ \? \|`). Back
 * references are not regular and are refused.
 *
 * @throws ShellError in grep's words
 */
export class RegexParser {
  private at = 0;
  private groups = 0;
  private depth = 0;
  /** Length of an operator: one character, or two in a basic expression. */
  private readonly width: number;

  constructor(
    private readonly source: string,
    private readonly extended: boolean,
  ) {
    this.width = extended ? 1 : 2;
  }

  parse(): { readonly root: RegexNode; readonly groups: number } {
    const root = this.choice();
    if (this.at < this.source.length) throw new ShellError('Unmatched ) or \\)');
    return { root, groups: this.groups };
  }

  private choice(): RegexNode {
    const items = [this.sequence()];
    while (this.take('|')) items.push(this.sequence());
    return items.length === 1 ? (items[0] as RegexNode) : { kind: 'choice', items };
  }

  private sequence(): RegexNode {
    const items: RegexNode[] = [];
    while (this.at < this.source.length && !this.sees('|') && !this.closes()) items.push(this.repeated(this.atom(items.length === 0)));
    return { kind: 'sequence', items };
  }

  /** A `)` without its `(` is a character in extended expressions. */
  private closes(): boolean {
    return this.sees(')') && (!this.extended || this.depth > 0);
  }

  /** @param first whether nothing stands before it: then `^` is an anchor, and `*` itself. */
  private atom(first: boolean): RegexNode {
    if (this.take('(')) {
      const number = ++this.groups;
      if (++this.depth > MAX_DEPTH) throw new ShellError('Regular expression too big');
      const item = this.choice();
      this.depth--;
      if (!this.take(')')) throw new ShellError('Unmatched ( or \\(');
      return { kind: 'group', number, item };
    }
    const c = this.source.charAt(this.at++);
    switch (c) {
      case '.':
        return { kind: 'set', negated: true, ranges: [] };
      case '[':
        return this.set();
      case '^':
        return this.extended || first ? { kind: 'edge', edge: 'start' } : character(c);
      case '$':
        return this.extended || this.at === this.source.length || this.sees(')') || this.sees('|') ? { kind: 'edge', edge: 'end' } : character(c);
      case '\\': {
        if (this.at >= this.source.length) throw new ShellError('Trailing backslash');
        const escaped = this.source.charAt(this.at++);
        if (/[1-9]/.test(escaped)) throw new ShellError(`\\${escaped}: back references are not available here`);
        return ESCAPES.get(escaped) ?? character(escaped);
      }
      default:
        return character(c);
    }
  }

  private repeated(item: RegexNode): RegexNode {
    let result = item;
    for (;;) {
      const bounds = this.bounds(item);
      if (!bounds) return result;
      result = { kind: 'repeat', item: result, least: bounds[0], most: bounds[1] };
    }
  }

  private bounds(item: RegexNode): readonly [number, number] | undefined {
    if (this.source.charAt(this.at) === '*' && item.kind !== 'edge') {
      this.at++;
      return [0, Number.POSITIVE_INFINITY];
    }
    if (this.take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.take('?')) return [0, 1];
    if (!this.sees('{')) return undefined;
    const written = /^(\d+)(?:(,)(\d*))?|^,(\d+)/.exec(this.source.slice(this.at + this.width));
    const close = this.extended ? '}' : '\\}';
    if (!written || !this.source.startsWith(close, this.at + this.width + written[0].length)) return undefined;
    this.at += this.width + written[0].length + close.length;
    const least = Number(written[1] ?? 0);
    const most = written[4] !== undefined ? Number(written[4]) : written[3] ? Number(written[3]) : written[2] ? Number.POSITIVE_INFINITY : least;
    if (least > most) throw new ShellError('Invalid content of \\{\\}');
    if (least > MAX_REPEAT || (most > MAX_REPEAT && most !== Number.POSITIVE_INFINITY)) throw new ShellError('Regular expression too big');
    return [least, most];
  }

  private set(): RegexNode {
    const negated = this.source.charAt(this.at) === '^';
    if (negated) this.at++;
    const ranges: CodeRange[] = [];
    for (let first = true; ; first = false) {
      if (this.at >= this.source.length) throw new ShellError('Unmatched [, [^, [:, [., or [=');
      if (this.source.charAt(this.at) === ']' && !first) break;
      const named = /^\[:(\w*):\]/.exec(this.source.slice(this.at, this.at + 14));
      if (named) {
        const known = characterClass(named[1] ?? '');
        if (!known) throw new ShellError('Invalid character class name');
        ranges.push(...known);
        this.at += named[0].length;
        continue;
      }
      const low = this.source.charCodeAt(this.at++);
      const next = this.source.charAt(this.at + 1);
      if (this.source.charAt(this.at) === '-' && next !== '' && next !== ']') {
        if (next.charCodeAt(0) < low) throw new ShellError('Invalid range end');
        ranges.push([low, next.charCodeAt(0)]);
        this.at += 2;
      } else ranges.push([low, low]);
    }
    this.at++;
    return { kind: 'set', negated, ranges };
  }

  /** Whether an operator stands here: `+` in extended expressions, `\+` in basic ones. */
  private sees(operator: string): boolean {
    return this.source.startsWith(this.extended ? operator : `\\${operator}`, this.at);
  }

  private take(operator: string): boolean {
    const seen = this.sees(operator);
    if (seen) this.at += this.width;
    return seen;
  }
}

function character(c: string): RegexNode {
  const code = c.charCodeAt(0);
  return { kind: 'set', negated: false, ranges: [[code, code]] };
}
