const CHARACTERS: { readonly [letter: string]: string } = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  v: '\v',
  '"': '"',
};

/** A text with its backslash escapes resolved, and whether `\c` ended it early: echo -e (octal codes begin with 0 there) and printf. */
export function unescaped(text: string, program: 'echo' | 'printf' = 'printf'): readonly [string, boolean] {
  const stop = /(?:^|[^\\])(?:\\\\)*(\\c)/.exec(text);
  const kept = stop ? text.slice(0, stop.index + stop[0].length - 2) : text;
  const shown = kept.replace(/\\(0[0-7]{0,3}|[1-7][0-7]{0,2}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|[\s\S])/g, (whole, code: string) => {
    if (code.length === 1 && Object.hasOwn(CHARACTERS, code)) return CHARACTERS[code] as string;
    if (program === 'echo' && /^[1-7]/.test(code)) return whole;
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 255);
    if (/^[xuU]./.test(code)) return String.fromCodePoint(Math.min(0x10_ff_ff, Number.parseInt(code.slice(1), 16)));
    return whole;
  });
  return [shown, stop !== null];
}
