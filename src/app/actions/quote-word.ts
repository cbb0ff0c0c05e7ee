/** A word as a shell reads it back: in quotes when it would read more into it. */
export function quoteWord(word: string): string {
  return /^[\w./:@=,+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
