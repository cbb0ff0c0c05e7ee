/**
 * Text as a terminal may show it. Newlines become \r\n; escape sequences other than those that docker and the
 * shell write themselves (colours, cursor up/down, erase, clear) and other control characters are shown as ␛ or
 * dropped, so that a name, a label or a log line can never drive somebody's terminal.
 */
export function printable(text: string, terminal: boolean): string {
  let safe = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x1b) {
      const sequence = HARMLESS.exec(text.slice(i, i + 16));
      if (sequence) {
        safe += sequence[0];
        i += sequence[0].length - 1;
      } else safe += '␛';
    } else if (code === 0x0a) safe += terminal && text.charCodeAt(i - 1) !== 0x0d ? '\r\n' : '\n';
    else if (code === 0x09 || code === 0x0d || code === 0x08 || (code >= 0x20 && code !== 0x7f && !(code >= 0x80 && code < 0xa0))) safe += text[i];
  }
  return safe;
}

/** Colours and weights, cursor movement by lines and columns, erase in line and display, home. */
const HARMLESS = /^\u001b\[[0-9;]*[mABCDGHJK]/;
