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
export function characterWidth(character: string): number {
  return isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
}

/** Cut to so many columns, the last of them `…` when something was cut off (docker CLI formatter.Ellipsis). */
export function ellipsis(text: string, columns: number): string {
  if (columns <= 0) return '';
  const characters = [...text];
  const whole = characters.reduce((sum, character) => sum + characterWidth(character), 0);
  if (whole <= columns) return text;
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
