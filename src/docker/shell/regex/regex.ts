import { ShellError } from '../shell-error.ts';
import { type RegexEdge, RegexParser } from './parse-regex.ts';
import { compileRegex, type RegexStep } from './regex-program.ts';

/** Texts longer than this are not searched. */
const MAX_TEXT = 1_000_000;

/** Where an expression fits: `[from, to)` of the whole and of each group; undefined for groups that took no part. */
export interface RegexMatch {
  readonly from: number;
  readonly to: number;
  readonly groups: readonly (readonly [number, number] | undefined)[];
}

/** One way through the steps, and where it met the ends of groups. */
interface Thread {
  readonly at: number;
  readonly saved: readonly number[];
}

/**
 * A POSIX regular expression that is followed at all places at once (Thompson, Pike): time grows with the product of
 * the lengths, whatever was typed. The leftmost fit is taken, and of those the longest.
 */
export class Regex {
  private readonly steps: readonly RegexStep[];
  private readonly groups: number;

  /** @throws ShellError in grep's words when it is none */
  constructor(
    source: string,
    private readonly options: { readonly extended: boolean; readonly ignoreCase?: boolean; readonly whole?: 'line' | 'word' | undefined },
  ) {
    const { root, groups } = new RegexParser(source, options.extended).parse();
    this.groups = groups + 1;
    this.steps = compileRegex(root);
  }

  /** The first fit at or behind `from`. @throws ShellError when the text is too long to be searched */
  exec(text: string, from = 0): RegexMatch | undefined {
    if (text.length > MAX_TEXT) throw new ShellError(`a line of ${text.length} characters is too long to be searched`);
    for (let start = from; start <= text.length; ) {
      const found = this.search(text, start);
      if (!found || this.allowed(found, text)) return found;
      start = found.from + 1;
    }
    return undefined;
  }

  /** All fits that do not overlap. */
  *all(text: string): Generator<RegexMatch> {
    for (let at = 0; at <= text.length; ) {
      const found = this.exec(text, at);
      if (!found) return;
      yield found;
      at = found.to > found.from ? found.to : found.to + 1;
    }
  }

  private allowed(match: RegexMatch, text: string): boolean {
    if (this.options.whole === 'line') return match.from === 0 && match.to === text.length;
    if (this.options.whole === 'word') return !isWord(text, match.from - 1) && !isWord(text, match.to);
    return true;
  }

  private search(text: string, from: number): RegexMatch | undefined {
    let threads: Thread[] = [];
    let best: readonly number[] | undefined;
    for (let place = from; place <= text.length; place++) {
      const waiting: Thread[] = [];
      const seen = new Set<number>();
      for (const thread of threads) this.follow(thread, place, text, seen, waiting);
      if (!best) this.follow({ at: 0, saved: [] }, place, text, seen, waiting);
      threads = [];
      for (const thread of waiting) {
        const step = this.steps[thread.at];
        if (step?.kind === 'match') best = better(best, thread.saved);
        else if (step?.kind === 'set' && place < text.length && this.takes(step, text.charCodeAt(place)))
          threads.push({ at: thread.at + 1, saved: thread.saved });
      }
      if (!best) continue;
      // Those that began later than a fit cannot win any more.
      const [start = 0] = best;
      threads = threads.filter((thread) => (thread.saved[0] ?? 0) <= start);
      if (threads.length === 0) break;
    }
    if (!best) return undefined;
    const saved = best;
    const span = (group: number): readonly [number, number] | undefined => {
      const [start, end] = [saved[2 * group], saved[2 * group + 1]];
      return start === undefined || end === undefined ? undefined : [start, end];
    };
    return { from: saved[0] ?? 0, to: saved[1] ?? 0, groups: Array.from({ length: this.groups }, (_, group) => span(group)) };
  }

  /** Adds the steps that wait for a character, reached from a thread without taking one. */
  private follow(thread: Thread, place: number, text: string, seen: Set<number>, waiting: Thread[]): void {
    const stack = [thread];
    for (let top = stack.pop(); top; top = stack.pop()) {
      if (seen.has(top.at)) continue;
      seen.add(top.at);
      const { at, saved } = top;
      const step = this.steps[at];
      switch (step?.kind) {
        case 'jump':
          stack.push({ at: step.to, saved });
          break;
        case 'fork':
          stack.push({ at: step.second, saved }, { at: step.first, saved });
          break;
        case 'save':
          stack.push({ at: at + 1, saved: withPlace(saved, step.slot, place) });
          break;
        case 'edge':
          if (holds(step.edge, text, place)) stack.push({ at: at + 1, saved });
          break;
        default:
          waiting.push(top);
      }
    }
  }

  private takes(step: Extract<RegexStep, { kind: 'set' }>, code: number): boolean {
    const inside = (c: number): boolean => step.ranges.some(([low, high]) => c >= low && c <= high);
    if (!this.options.ignoreCase) return inside(code) !== step.negated;
    const c = String.fromCharCode(code);
    return (inside(code) || inside(c.toLowerCase().charCodeAt(0)) || inside(c.toUpperCase().charCodeAt(0))) !== step.negated;
  }
}

function better(best: readonly number[] | undefined, other: readonly number[]): readonly number[] {
  if (!best) return other;
  const [start = 0, end = 0] = best;
  const [otherStart = 0, otherEnd = 0] = other;
  return otherStart < start || (otherStart === start && otherEnd > end) ? other : best;
}

function withPlace(saved: readonly number[], slot: number, place: number): readonly number[] {
  const copy = [...saved];
  copy[slot] = place;
  return copy;
}

function isWord(text: string, place: number): boolean {
  return place >= 0 && /\w/.test(text.charAt(place));
}

function holds(edge: RegexEdge, text: string, place: number): boolean {
  const before = isWord(text, place - 1);
  const behind = isWord(text, place);
  switch (edge) {
    case 'start':
      return place === 0;
    case 'end':
      return place === text.length;
    case 'word-start':
      return !before && behind;
    case 'word-end':
      return before && !behind;
    case 'word-edge':
      return before !== behind;
    case 'no-word-edge':
      return before === behind;
  }
}
