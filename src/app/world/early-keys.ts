/**
 * What is typed after a searched list was asked for and before it is there: its code is fetched when it is first wanted, and on a slow
 * machine a word is typed meanwhile. The list begins with it.
 */
let text = '';
let entered = false;

/** Takes a key that would otherwise be lost; says whether it was one of those that are kept. */
export function keepEarlyKey(key: string): boolean {
  if (key.length === 1) text += key;
  else if (key === 'Backspace') text = text.slice(0, -1);
  else if (key === 'Enter') entered = true;
  else return false;
  return true;
}

/** The keys that were kept, once. */
export function takeEarlyKeys(): { readonly text: string; readonly entered: boolean } {
  const taken = { text, entered };
  forgetEarlyKeys();
  return taken;
}

/** A list that was closed before it came wants none of them. */
export function forgetEarlyKeys(): void {
  text = '';
  entered = false;
}
