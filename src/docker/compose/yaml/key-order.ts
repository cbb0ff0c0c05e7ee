const letter = /^\p{L}$/u;
const digit = /^\p{Nd}$/u;

/** The order in which Go's YAML encoder writes keys (gopkg.in/yaml.v3 sorter.go): numbers inside of names count as numbers. */
export function naturalOrder(a: string, b: string): number {
  if (a === b) return 0;
  return isBefore([...a], [...b]) ? -1 : 1;
}

function isBefore(a: readonly string[], b: readonly string[]): boolean {
  let afterDigit = false;
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const [left = '', right = ''] = [a[index], b[index]];
    if (left === right) {
      afterDigit = digit.test(left);
      continue;
    }
    const [leftIsLetter, rightIsLetter] = [letter.test(left), letter.test(right)];
    if (leftIsLetter && rightIsLetter) return left < right;
    if (leftIsLetter || rightIsLetter) return afterDigit ? leftIsLetter : rightIsLetter;
    const lead = left === '0' || right === '0' ? leadBefore(a, index) : '';
    const [leftDigits, rightDigits] = [digitsFrom(a, index), digitsFrom(b, index)];
    const [leftNumber, rightNumber] = [BigInt(`${lead}${leftDigits}` || '0'), BigInt(`${lead}${rightDigits}` || '0')];
    if (leftNumber !== rightNumber) return leftNumber < rightNumber;
    if (leftDigits.length !== rightDigits.length) return leftDigits.length < rightDigits.length;
    return (left.codePointAt(0) ?? 0) < (right.codePointAt(0) ?? 0);
  }
  return a.length < b.length;
}

/** `1` when digits other than 0 stand right before the place, so that a 0 there counts. */
function leadBefore(text: readonly string[], end: number): string {
  for (let index = end - 1; index >= 0 && digit.test(text[index] ?? ''); index -= 1) if (text[index] !== '0') return '1';
  return '';
}

function digitsFrom(text: readonly string[], start: number): string {
  let end = start;
  while (end < text.length && /^[0-9]$/.test(text[end] ?? '')) end += 1;
  return text.slice(start, end).join('');
}
