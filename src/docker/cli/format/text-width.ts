/** Whether a character takes two columns (East Asian wide and full-width forms, emoji). */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97c) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** The columns of one character on a terminal. */
function characterWidth(character: string): number {
  return isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
}

/** The columns of a text on a terminal. */
export function textWidth(text: string): number {
  // Most texts are plain, and lists have many.
  if (/^[\u0000-\u10ff]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Cut to so many columns, the last of them `…` when something was cut off (docker CLI formatter.Ellipsis). */
export function ellipsis(text: string, columns: number): string {
  if (columns <= 0) return '';
  if (textWidth(text) <= columns) return text;
  const characters = [...text];
  if (columns === 1) return characters[0] ?? '';
  let width = 0;
  let kept = '';
  for (const character of characters) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
