/** A piece of an expanded word. `end` stands between the words that `"$@"` gives. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly quoted: boolean;
      /** Came from a variable or a command: unquoted, it is split at the characters of IFS. */
      readonly splits: boolean;
    }
  | { readonly kind: 'end' };

/** One word as it is after splitting: its text, and the pattern of paths that it may be. */
export interface Field {
  text: string;
  pattern: string;
  /** Whether an unquoted `*`, `?` or `[` is in it. */
  glob: boolean;
}

/** The words that pieces make. Blanks in `ifs` are taken together, its other characters end a word each. */
export function fieldsOf(pieces: readonly Piece[], ifs: string): readonly Field[] {
  const fields: Field[] = [];
  let open: Field | undefined;
  const add = (text: string, quoted: boolean): void => {
    open ??= { text: '', pattern: '', glob: false };
    open.text += text;
    open.pattern += quoted ? text.replace(/[\\*?[\]()|+@!]/g, '\\$&') : text;
    open.glob ||= !quoted && /[*?[]/.test(text);
  };
  const close = (): void => {
    if (open) fields.push(open);
    open = undefined;
  };
  const blanks = [...ifs].filter((c) => ' \t\n'.includes(c)).join('');
  for (const piece of pieces) {
    if (piece.kind === 'end') close();
    else if (!piece.splits || ifs === '') {
      if (piece.text !== '' || !piece.splits) add(piece.text, piece.quoted);
    } else split(piece.text);
  }
  close();
  return fields;

  function split(text: string): void {
    let start = 0;
    for (let i = 0; i <= text.length; i++) {
      const c = text.charAt(i);
      if (i < text.length && !ifs.includes(c)) continue;
      if (i > start) add(text.slice(start, i), false);
      if (i === text.length) return;
      let ended = false;
      let next = i;
      // One other character with the blanks around it is one end.
      for (; next < text.length && ifs.includes(text.charAt(next)); next++) {
        if (blanks.includes(text.charAt(next))) continue;
        if (ended) break;
        ended = true;
        if (!open) open = { text: '', pattern: '', glob: false };
      }
      close();
      start = next;
      i = next - 1;
    }
  }
}
