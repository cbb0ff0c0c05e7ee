import { describe, expect, it } from 'vitest';
import { sixDigits } from './token-colours.ts';

describe('sixDigits', () => {
  it('undoes what minifiers do', () => {
    expect(sixDigits('#fff')).toBe('#ffffff');
    expect(sixDigits('#1aF')).toBe('#11aaFF');
    expect(sixDigits('#08111a')).toBe('#08111a');
  });
});
