/** A number of bytes or characters as people say it: `1 MB`, `12.5 kB`. */
export function sizeText(size: number): string {
  if (size < 1000) return `${size} B`;
  const [amount, unit] = size < 1_000_000 ? [size / 1000, 'kB'] : [size / 1_000_000, 'MB'];
  return `${Math.round(amount * 10) / 10} ${unit}`;
}
