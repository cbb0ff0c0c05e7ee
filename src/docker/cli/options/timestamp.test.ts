import { describe, expect, it } from 'vitest';
import { parseTimestamp } from './timestamp.ts';

describe('times of --since', () => {
  it.each([
    ['3s', '96'],
    ['1.5s', '98'],
    ['0', '0'],
    ['1700000000', '1700000000'],
    ['1700000000.25', '1700000000.25'],
    ['1970-01-01T00:00:10Z', '10.000000000'],
    ['1970-01-01T01:00:10.5+01:00', '10.500000000'],
    ['1970-01-02', '86400.000000000'],
    ['1970-01-01T00:01', '60.000000000'],
  ])('%s is %s', (text, seconds) => {
    expect(parseTimestamp(text, 99_500)).toBe(seconds);
  });
  it('refuses others', () => {
    expect(() => parseTimestamp('x', 0)).toThrow('failed to parse value as time or duration: "x"');
    expect(() => parseTimestamp('1970-13-01', 0)).toThrow('parsing time "1970-13-01"');
  });
});
