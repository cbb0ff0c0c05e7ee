/** Why bytes are no text that can be edited. */
export type NoText = 'binary' | 'encoding';

/** The text of a file's bytes: UTF-8, or UTF-16 when it begins with its mark. Line ends stay as they are; a mark in front goes. */
export function textOfBytes(bytes: Uint8Array): { readonly text: string } | { readonly problem: NoText } {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Nothing that people write holds NUL; what programs write does.
    return text.includes('\u0000') ? { problem: 'binary' } : { text };
  } catch {
    return { problem: bytes.includes(0) ? 'binary' : 'encoding' };
  }
}
