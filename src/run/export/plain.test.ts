import { describe, expect, it } from 'vitest';
import { manyLines, oneLine } from './plain.ts';

describe('plain text', () => {
  it('lets no control character and no direction override through', () => {
    const hostile = 'a\u001b[2J\u0007b\r\nc\u202ed\u200be\u0000\u009b31m\u2028f';
    expect(oneLine(hostile)).toBe('a [2J b cde 31m f');
    expect(manyLines(hostile)).toBe('a[2Jb\ncd\u200be31mf');
    expect(oneLine('  x  ')).toBe('x');
  });
});
