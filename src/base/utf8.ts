/** A text as UTF-8 bytes. Half a surrogate pair becomes U+FFFD, as TextEncoder has it. */
export function toUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text) {
    const given = letter.codePointAt(0) ?? 0;
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}

/** UTF-8 bytes as a text; what is no UTF-8 becomes U+FFFD, byte by byte. */
export function fromUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const [code, length] = codePoint(bytes, i);
    text += String.fromCodePoint(code);
    i += length;
    if (text.length > 4096) {
      parts.push(text);
      text = '';
    }
  }
  return parts.join('') + text;
}

/** The code point at `i` and how many bytes it takes. */
function codePoint(bytes: Uint8Array, i: number): readonly [number, number] {
  const first = bytes[i] as number;
  if (first < 0x80) return [first, 1];
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return [0xfffd, 1];
  let code = first & (0xff >> (length + 1));
  for (let n = 1; n < length; n++) {
    const next = bytes[i + n] ?? 0;
    if ((next & 0xc0) !== 0x80) return [0xfffd, 1];
    code = (code << 6) | (next & 63);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  return code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? [0xfffd, 1] : [code, length];
}

/** Bytes as a text with one character (U+0000 to U+00FF) for each: how binary bodies travel where bodies are texts. */
export function toByteText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 4096) parts.push(String.fromCharCode(...bytes.subarray(i, i + 4096)));
  return parts.join('');
}

/** The bytes of such a text. */
export function fromByteText(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);
}
