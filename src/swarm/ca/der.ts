/** Distinguished encoding rules (X.690): just what a certificate needs. All answers are whole elements, tag and length included. */
export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return element(0x30, concat(parts));
}

export function set(...parts: readonly Uint8Array[]): Uint8Array {
  return element(0x31, concat(parts));
}

/** A non-negative integer given as big-endian bytes. */
export function integer(bytes: readonly number[]): Uint8Array {
  return element(0x02, Uint8Array.from((bytes[0] ?? 0) > 127 ? [0, ...bytes] : bytes));
}

export function boolean(value: boolean): Uint8Array {
  return element(0x01, Uint8Array.of(value ? 255 : 0));
}

export function octets(content: Uint8Array): Uint8Array {
  return element(0x04, content);
}

export function bits(content: Uint8Array, unused = 0): Uint8Array {
  return element(0x03, concat([Uint8Array.of(unused), content]));
}

/** An object identifier already in its encoded bytes. */
export function oid(...bytes: readonly number[]): Uint8Array {
  return element(0x06, Uint8Array.from(bytes));
}

export function printable(text: string): Uint8Array {
  return element(0x13, ascii(text));
}

/** `YYMMDDhhmmssZ`. */
export function utcTime(text: string): Uint8Array {
  return element(0x17, ascii(text));
}

/** `[n] EXPLICIT`. */
export function explicit(n: number, content: Uint8Array): Uint8Array {
  return element(0xa0 + n, content);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function element(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const head = length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return concat([Uint8Array.from(head), content]);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
