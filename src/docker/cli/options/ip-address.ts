import { parseIpAddress } from '../../api/parse/ip-address.ts';

/**
 * An IP address in the form Go's net.IP prints (`0:0:0:0:0:0:0:1` is `::1`, a mapped IPv4 address is dotted), or undefined
 * when net.ParseIP refuses the text.
 */
export function canonicalIpAddress(text: string): string | undefined {
  const bytes = parseIpAddress(text);
  if (bytes === undefined) return undefined;
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255) return bytes.slice(12).join('.');
  const words = Array.from({ length: 8 }, (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0));
  // The longest run of at least two zero groups, the first of equals, becomes `::`.
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && words[start + length] === 0) length += 1;
    if (length > best.length) best = { start, length };
  }
  const print = (some: readonly number[]): string => some.map((word) => word.toString(16)).join(':');
  return best.start < 0 ? print(words) : `${print(words.slice(0, best.start))}::${print(words.slice(best.start + best.length))}`;
}
