import { goQuote } from './go-number.ts';
import { type Parsed, parsed, refused } from './parsed.ts';

const units: { readonly [unit: string]: bigint } = {
  ns: 1n,
  us: 1_000n,
  '\u00b5s': 1_000n,
  '\u03bcs': 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const limit = 1n << 63n;

/**
 * Reads a Go duration such as `1m30s` or `-1.5h` (time.ParseDuration): nanoseconds, or Go's own error text.
 * Go counts in 64 bit integers; a JavaScript number holds the same value exactly up to 104 days, and whole seconds beyond.
 */
export function parseGoDuration(text: string): Parsed<number> {
  const invalid = refused(`time: invalid duration ${goQuote(text)}`);
  let rest = text;
  let negative = false;
  if (rest.startsWith('-') || rest.startsWith('+')) {
    negative = rest.startsWith('-');
    rest = rest.slice(1);
  }
  if (rest === '0') return parsed(0);
  if (rest === '') return invalid;
  let total = 0n;
  while (rest !== '') {
    const number = /^(\d*)(?:\.(\d*))?/.exec(rest);
    const whole = number?.[1] ?? '';
    const fraction = number?.[2] ?? '';
    if (whole === '' && fraction === '') return invalid;
    rest = rest.slice(number?.[0].length ?? 0);
    const unitName = /^[^.\d]*/.exec(rest)?.[0] ?? '';
    if (unitName === '') return refused(`time: missing unit in duration ${goQuote(text)}`);
    rest = rest.slice(unitName.length);
    const unit = units[unitName];
    if (unit === undefined) return refused(`time: unknown unit ${goQuote(unitName)} in duration ${goQuote(text)}`);
    const digits = fraction.slice(0, 18);
    let value = BigInt(whole === '' ? '0' : whole) * unit;
    if (digits !== '') value += (BigInt(digits) * unit) / 10n ** BigInt(digits.length);
    total += value;
    if (total > limit) return invalid;
  }
  if (negative) return parsed(total === 0n ? 0 : -Number(total));
  return total > limit - 1n ? invalid : parsed(Number(total));
}

/** Prints nanoseconds as Go prints a duration: `1m30s`, `1.5s`, `300ms`, `0s`. */
export function formatGoDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  let rest = BigInt(Math.trunc(nanoseconds));
  const sign = rest < 0n ? '-' : '';
  if (rest < 0n) rest = -rest;
  const decimal = (value: bigint, places: number): string => {
    const base = 10n ** BigInt(places);
    const fraction = (value % base).toString().padStart(places, '0').replace(/0+$/, '');
    return `${value / base}${fraction === '' ? '' : `.${fraction}`}`;
  };
  if (rest < 1_000n) return `${sign}${rest}ns`;
  if (rest < 1_000_000n) return `${sign}${decimal(rest, 3)}\u00b5s`;
  if (rest < 1_000_000_000n) return `${sign}${decimal(rest, 6)}ms`;
  const minute = 60_000_000_000n;
  const minutes = rest / minute;
  const seconds = `${decimal(rest % minute, 9)}s`;
  if (minutes === 0n) return `${sign}${seconds}`;
  if (minutes < 60n) return `${sign}${minutes}m${seconds}`;
  return `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}`;
}
