import { describe, expect, it } from 'vitest';
import { printable } from './printable.ts';

describe('text for a terminal', () => {
  it('keeps colours and cursor movement, shows other sequences, drops control characters', () => {
    expect(printable('a\u001b[31mred\u001b[0m\n', true)).toBe('a\u001b[31mred\u001b[0m\r\n');
    expect(printable('\u001b]0;title\u0007x', true)).toBe('␛]0;titlex');
    expect(printable('\u001b[5n\u001bP+q\u009b31m', true)).toBe('␛[5n␛P+q31m');
    expect(printable('a\tb\r\n', true)).toBe('a\tb\r\n');
  });
});
