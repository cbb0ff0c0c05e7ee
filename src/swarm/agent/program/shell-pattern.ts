/** Shell patterns: `*`, `?`, `[…]`. */
export function matches(text: string, pattern: string): boolean {
  return patternExpression(pattern).test(text);
}

function patternExpression(pattern: string): RegExp {
  return new RegExp(`^${patternSource(pattern)}$`, 's');
}

function patternSource(pattern: string): string {
  return pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
}

/** What is left of a value without its start or end that matches: `${x#p}`, `${x%p}` and their longest forms. */
export function cut(value: string, pattern: string, side: 'start' | 'end', longest: boolean): string {
  const expression = patternExpression(pattern);
  for (let n = 0; n <= value.length; n++) {
    const length = longest ? value.length - n : n;
    const piece = side === 'start' ? value.slice(0, length) : value.slice(value.length - length);
    if (expression.test(piece)) return side === 'start' ? value.slice(length) : value.slice(0, value.length - length);
  }
  return value;
}
