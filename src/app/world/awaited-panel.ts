/** A panel that has not come after so many wall milliseconds does not come: keys are the page's again. */
const LONGEST_MS = 10_000;

type Panel = 'terminal' | 'editor';
let awaited: { readonly panel: Panel; readonly since: number } | undefined;
let text = '';

/**
 * From now on until the panel has the focus, what is typed is meant for it: its code may still be on its way, and the letters
 * of a command are keys that act on the page.
 */
export function awaitPanel(panel: Panel): void {
  awaited = { panel, since: performance.now() };
  text = '';
}

/** Keeps a key for the panel that is awaited; says whether it is one that is kept. Escape ends the waiting. */
export function keepForPanel(key: string): boolean {
  if (!awaited || performance.now() - awaited.since > LONGEST_MS || key === 'Escape') {
    awaited = undefined;
    return false;
  }
  if (key.length === 1) text += key;
  else if (key === 'Enter') text += '\r';
  else if (key === 'Backspace') text = text.slice(0, -1);
  else return false;
  return true;
}

/** What was typed for a panel that has the focus now, once; Enter is a carriage return. */
export function takeForPanel(panel: Panel): string {
  if (awaited?.panel !== panel) return '';
  awaited = undefined;
  return text;
}
