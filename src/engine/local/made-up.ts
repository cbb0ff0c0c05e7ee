import { RandomStream } from '../../sim/random.ts';

/** Hexadecimal digits that look random and are always the same for the same text: endpoint ids, sandbox ids, digests. */
export function hexOf(text: string, length = 64): string {
  return new RandomStream(`made-up/${text}`).hex(length);
}

/** The MAC address that Docker derives from an IPv4 address: `02:42:` and the address in hexadecimal. */
export function macOfAddress(address: string): string {
  return ['02', '42', ...address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))].join(':');
}

/** A locally administered MAC address of a container on a bridge. */
export function macOf(text: string): string {
  const digits = hexOf(text, 12);
  return [`${digits.charAt(0)}a`, ...[2, 4, 6, 8, 10].map((at) => digits.slice(at, at + 2))].join(':');
}
