import { type Parsed, parsed, refused } from './parsed.ts';

const nano = 1_000_000_000n;

/** Reads a number of CPUs such as `0.5`, `1e-3` or `1/2` (docker/cli opts.ParseCPUs): NanoCPUs. */
export function parseCpus(text: string): Parsed<number> {
  const rational = toRational(text);
  if (rational === undefined) return refused(`failed to parse ${text} as a rational number`);
  const [numerator, denominator] = rational;
  const scaled = numerator * nano;
  if (scaled % denominator !== 0n) return refused('value is too precise');
  return parsed(Number(scaled / denominator));
}

/** Go's `big.Rat.SetString`: a fraction, or a decimal number with an optional exponent. */
function toRational(text: string): readonly [bigint, bigint] | undefined {
  const fraction = /^([+-]?)(\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) {
    const denominator = BigInt(fraction[3] ?? '0');
    if (denominator === 0n) return undefined;
    const numerator = BigInt(fraction[2] ?? '0');
    return [fraction[1] === '-' ? -numerator : numerator, denominator];
  }
  const based = /^([+-]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)$/.exec(text);
  if (based !== null) {
    const value = BigInt((based[2] ?? '0').toLowerCase());
    return [based[1] === '-' ? -value : value, 1n];
  }
  const decimal = /^([+-]?)(\d+(?:_\d+)*)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text);
  if (decimal === null) return undefined;
  const whole = (decimal[2] ?? '').replaceAll('_', '');
  const places = decimal[3] ?? '';
  if (whole === '' && places === '') return undefined;
  let numerator = BigInt(`${whole}${places}`);
  let denominator = 10n ** BigInt(places.length);
  const exponent = Number(decimal[4] ?? '0');
  if (exponent >= 0) numerator *= 10n ** BigInt(exponent);
  else denominator *= 10n ** BigInt(-exponent);
  return [decimal[1] === '-' ? -numerator : numerator, denominator];
}
