/** For `sort` of numbers in tests. */
export function ascending(a: number, b: number): number {
  return a - b;
}
