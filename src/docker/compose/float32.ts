/** The number with the fewest digits that is the same 32 bit float: how Go prints one. */
export function shortestFloat32(value: number): number {
  for (let digits = 1; digits < 10; digits += 1) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}
