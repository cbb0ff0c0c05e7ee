import { describe, expect, it } from 'vitest';
import { textOfBytes } from './text-of-bytes.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

describe('textOfBytes', () => {
  it('reads UTF-8 and UTF-16, with and without a mark', () => {
    expect(textOfBytes(new TextEncoder().encode('a: 🐳\r\nb: עברית\n'))).toEqual({ text: 'a: 🐳\r\nb: עברית\n' });
    expect(textOfBytes(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a' });
    expect(textOfBytes(bytes(0xff, 0xfe, 0x61, 0x00))).toEqual({ text: 'a' });
    expect(textOfBytes(bytes(0xfe, 0xff, 0x00, 0x61))).toEqual({ text: 'a' });
    expect(textOfBytes(bytes())).toEqual({ text: '' });
  });
  it('says why bytes are no text', () => {
    expect(textOfBytes(bytes(0x61, 0x00, 0x62))).toEqual({ problem: 'binary' });
    expect(textOfBytes(bytes(0x89, 0x50, 0x4e, 0x47, 0x00))).toEqual({ problem: 'binary' });
    expect(textOfBytes(bytes(0x53, 0xe3, 0x6f))).toEqual({ problem: 'encoding' });
  });
});
