const ZERO = 48;

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;

/** Compares as docker's lists are ordered (fvbommel/sortorder natural; spec/cli.md §5.2): numbers inside the text by value. */
export function compareNatural(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const digitA = isDigit(a, i);
    const digitB = isDigit(b, j);
    if (digitA !== digitB) return digitA ? -1 : 1;
    if (!digitA) {
      const difference = a.charCodeAt(i) - b.charCodeAt(j);
      if (difference !== 0) return difference < 0 ? -1 : 1;
      i += 1;
      j += 1;
      continue;
    }
    const startA = i;
    const startB = j;
    while (a.charCodeAt(i) === ZERO) i += 1;
    while (b.charCodeAt(j) === ZERO) j += 1;
    const zeros = i - startA - (j - startB);
    const numberA = i;
    const numberB = j;
    let order = 0;
    while (isDigit(a, i) && isDigit(b, j)) {
      if (order === 0) order = a.charCodeAt(i) - b.charCodeAt(j);
      i += 1;
      j += 1;
    }
    while (isDigit(a, i)) i += 1;
    while (isDigit(b, j)) j += 1;
    if (i - numberA !== j - numberB) return i - numberA < j - numberB ? -1 : 1;
    if (order !== 0) return order < 0 ? -1 : 1;
    if (zeros !== 0) return zeros < 0 ? -1 : 1;
  }
  if (i === a.length && j === b.length) return 0;
  return a.length - i < b.length - j ? -1 : 1;
}
