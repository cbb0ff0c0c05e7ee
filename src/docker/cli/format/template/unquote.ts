const simple: { readonly [letter: string]: string } = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"' };

function unescape(body: string, quote: string): string | undefined {
  let out = '';
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at] ?? '';
    if (character !== '\\') {
      out += character;
      continue;
    }
    const letter = body[at + 1] ?? '';
    const coded = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/.exec(body.slice(at + 1));
    if (coded !== null) {
      const code = coded[4] === undefined ? Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? '0', 16) : Number.parseInt(coded[4], 8);
      if (code > 0x10ffff) return undefined;
      out += String.fromCodePoint(code);
      at += coded[0].length;
      continue;
    }
    const plain = simple[letter];
    if (plain === undefined || ((letter === "'" || letter === '"') && letter !== quote)) return undefined;
    out += plain;
    at += 1;
  }
  return out;
}

/** A Go string literal's value (strconv.Unquote); undefined when it is malformed. */
export function unquoteString(literal: string): string | undefined {
  return literal.startsWith('`') ? literal.slice(1, -1).replaceAll('\r', '') : unescape(literal.slice(1, -1), '"');
}

/** A Go character literal's number; undefined when it is malformed. */
export function unquoteCharacter(literal: string): number | undefined {
  const text = unescape(literal.slice(1, -1), "'");
  return text !== undefined && [...text].length === 1 ? text.codePointAt(0) : undefined;
}
