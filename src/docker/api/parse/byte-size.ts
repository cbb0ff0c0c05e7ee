import { parseGoFloat } from './go-number.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

const powers: { readonly [unit: string]: number } = { k: 1, m: 2, g: 3, t: 4, p: 5 };

/** Reads a size such as `50M`, `1.5g` or `64 MiB` (docker/go-units RAMInBytes): bytes, all units powers of 1024. */
export function parseByteSize(text: string): Parsed<number> {
  let end = text.length - 1;
  while (end >= 0 && !/[0-9. ]/.test(text.charAt(end))) end -= 1;
  if (end < 0) return refused(`invalid size: '${text}'`);
  const number = text.slice(0, text.charAt(end) === ' ' ? end : end + 1);
  const suffix = text.slice(end + 1);
  const size = parseGoFloat(number);
  if (!size.ok) return size;
  if (size.value < 0) return refused(`invalid size: '${text}'`);
  if (suffix === '') return parsed(Math.trunc(size.value));
  if (suffix.length > 3) return refused(`invalid suffix: '${suffix}'`);
  const unit = suffix.toLowerCase();
  if (unit === 'b') return parsed(Math.trunc(size.value));
  const power = powers[unit.charAt(0)];
  const tail = unit.slice(1);
  if (power === undefined || !['', 'b', 'ib'].includes(tail)) return refused(`invalid suffix: '${unit}'`);
  return parsed(Math.trunc(size.value * 1024 ** power));
}
