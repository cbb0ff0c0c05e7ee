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
      const [codeA, codeB] = [a.charCodeAt(i), b.charCodeAt(j)];
      if (codeA !== codeB) return codeA < codeB ? -1 : 1;
      i += 1;
      j += 1;
      continue;
    }
    const [startA, startB] = [i, j];
    while (a[i] === '0') i += 1;
    while (b[j] === '0') j += 1;
    const [numberA, numberB] = [i, j];
    while (isDigit(a, i)) i += 1;
    while (isDigit(b, j)) j += 1;
    if (i - numberA !== j - numberB) return i - numberA < j - numberB ? -1 : 1;
    const [digitsA, digitsB] = [a.slice(numberA, i), b.slice(numberB, j)];
    if (digitsA !== digitsB) return digitsA < digitsB ? -1 : 1;
    if (numberA - startA !== numberB - startB) return numberA - startA < numberB - startB ? -1 : 1;
  }
  if (i === a.length && j === b.length) return 0;
  return a.length - i < b.length - j ? -1 : 1;
}
