import { linesOf } from '../program.ts';

/** Lines of both files together beyond which no shortest difference is sought. */
const MAX_CELLS = 4_000_000;

/** A stretch of lines that differs: places in both files, from 0, ends not included. */
interface Hunk {
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
}

/** What `diff` prints of two different texts: plain, or unified with three lines around when the files' `names` are given. */
export function diffText(left: string, right: string, unified?: { readonly names: readonly [string, string] }): string {
  const [a, b] = [linesOf(left), linesOf(right)];
  const hunks = hunksOf(a, b);
  return unified ? unifiedText(a, b, hunks, unified.names) : hunks.map((hunk) => plainText(a, b, hunk)).join('');
}

function plainText(a: readonly string[], b: readonly string[], { left, right }: Hunk): string {
  const place = ([from, to]: readonly [number, number]): string => (to - from > 1 ? `${from + 1},${to}` : String(to));
  const kind = left[0] === left[1] ? 'a' : right[0] === right[1] ? 'd' : 'c';
  const old = a.slice(...left).map((line) => `< ${line}\n`);
  const fresh = b.slice(...right).map((line) => `> ${line}\n`);
  return `${place(left)}${kind}${place(right)}\n${old.join('')}${kind === 'c' ? '---\n' : ''}${fresh.join('')}`;
}

function unifiedText(a: readonly string[], b: readonly string[], hunks: readonly Hunk[], [first, second]: readonly [string, string]): string {
  let text = `--- ${first}\n+++ ${second}\n`;
  for (let i = 0; i < hunks.length; ) {
    let last = i;
    while (hunks[last + 1] && (hunks[last + 1] as Hunk).left[0] - (hunks[last] as Hunk).left[1] <= 6) last++;
    const group = hunks.slice(i, last + 1);
    const begin = Math.max(0, (hunks[i] as Hunk).left[0] - 3);
    const end = Math.min(a.length, (hunks[last] as Hunk).left[1] + 3);
    const shift = (hunks[i] as Hunk).right[0] - (hunks[i] as Hunk).left[0];
    const rightEnd = end + (hunks[last] as Hunk).right[1] - (hunks[last] as Hunk).left[1];
    let body = '';
    let at = begin;
    for (const { left, right } of group) {
      body += a
        .slice(at, left[0])
        .map((line) => ` ${line}\n`)
        .join('');
      body += a
        .slice(...left)
        .map((line) => `-${line}\n`)
        .join('');
      body += b
        .slice(...right)
        .map((line) => `+${line}\n`)
        .join('');
      [, at] = left;
    }
    body += a
      .slice(at, end)
      .map((line) => ` ${line}\n`)
      .join('');
    const range = (from: number, to: number): string => `${to === from ? from : from + 1}${to - from === 1 ? '' : `,${to - from}`}`;
    text += `@@ -${range(begin, end)} +${range(begin + shift, rightEnd)} @@\n${body}`;
    i = last + 1;
  }
  return text;
}

/** The stretches that differ, by the longest common sequence of lines; all of the middle when the files are very long. */
function hunksOf(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [endA, endB] = [a.length - tail, b.length - tail];
  const width = endB - start + 1;
  if ((endA - start + 1) * width > MAX_CELLS) return [{ left: [start, endA], right: [start, endB] }];
  const common = new Uint32Array((endA - start + 1) * width);
  const cell = (i: number, k: number): number => (i - start) * width + (k - start);
  for (let i = endA - 1; i >= start; i--)
    for (let k = endB - 1; k >= start; k--)
      common[cell(i, k)] = a[i] === b[k] ? (common[cell(i + 1, k + 1)] ?? 0) + 1 : Math.max(common[cell(i + 1, k)] ?? 0, common[cell(i, k + 1)] ?? 0);
  const hunks: Hunk[] = [];
  let [i, k] = [start, start];
  while (i < endA || k < endB) {
    if (i < endA && k < endB && a[i] === b[k]) {
      i++;
      k++;
      continue;
    }
    const [fromA, fromB] = [i, k];
    while ((i < endA || k < endB) && !(i < endA && k < endB && a[i] === b[k])) {
      if (k >= endB || (i < endA && (common[cell(i + 1, k)] ?? 0) >= (common[cell(i, k + 1)] ?? 0))) i++;
      else k++;
    }
    hunks.push({ left: [fromA, i], right: [fromB, k] });
  }
  return hunks;
}
