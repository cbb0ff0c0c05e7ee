import { describe, expect, it } from 'vitest';
import { resolvePlain } from './resolve.ts';
import { formatGoFloat, goText } from './yaml-value.ts';

describe('plain scalars (stack.md §2)', () => {
  it.each([
    ['010', '!!int', '8'],
    ['0o10', '!!int', '8'],
    ['0x10', '!!int', '16'],
    ['0b11', '!!int', '3'],
    ['1_000', '!!int', '1000'],
    ['-5', '!!int', '-5'],
    ['18446744073709551615', '!!int', '18446744073709551615'],
    ['18446744073709551616', '!!float', '1.8446744073709552e+19'],
    ['08', '!!float', '8'],
    ['1e3', '!!float', '1000'],
    ['1.0', '!!float', '1'],
    ['.5', '!!float', '0.5'],
    ['1e6', '!!float', '1e+06'],
    ['.inf', '!!float', '+Inf'],
    ['true', '!!bool', 'true'],
    ['TRUE', '!!bool', 'true'],
    ['yes', '!!str', 'yes'],
    ['off', '!!str', 'off'],
    ['~', '!!null', '<nil>'],
    ['', '!!null', '<nil>'],
    ['22:22', '!!str', '22:22'],
    ['1.2.3', '!!str', '1.2.3'],
    ['.', '!!str', '.'],
    ['2001-01-01', '!!timestamp', '2001-01-01 00:00:00 +0000 UTC'],
    ['2001-12-14t21:59:43.10-05:00', '!!timestamp', '2001-12-14 21:59:43.1 -0500 -0500'],
    ['2001-02-30', '!!str', '2001-02-30'],
  ])('%s', (text, tag, shown) => {
    const resolved = resolvePlain(text);
    expect([resolved.tag, goText(resolved.value)]).toEqual([tag, shown]);
  });
});

describe('floats as Go prints them', () => {
  it.each([
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [123456.5, '123456.5'],
    [1234567.5, '1.2345675e+06'],
    [-0, '-0'],
  ])('%d', (value, text) => expect(formatGoFloat(value)).toBe(text));
});
