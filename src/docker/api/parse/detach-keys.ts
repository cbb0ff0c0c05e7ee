/** Ctrl-P Ctrl-Q. */
const DEFAULT_KEYS = '\x10\x11';

/** What of the keys goes to the program, and whether the last of them let it go. */
export interface PassedKeys {
  readonly passed: string;
  readonly detached: boolean;
}

/**
 * Holds back keys that may be the beginning of those that let a program go (moby/term EscapeProxy).
 * @param keys as in `DetachKeys`, e.g. `ctrl-p,ctrl-q`; empty: those
 */
export function detachKeys(keys: string): (text: string) => PassedKeys {
  const wanted = keys === '' ? DEFAULT_KEYS : keys.split(',').map(keyOf).join('');
  let held = '';
  return (text) => {
    let passed = '';
    for (const key of text) {
      held += key;
      if (held === wanted) {
        held = '';
        return { passed, detached: true };
      }
      while (held !== '' && !wanted.startsWith(held)) {
        passed += held.charAt(0);
        held = held.slice(1);
      }
    }
    return { passed, detached: false };
  };
}

/** `ctrl-p` is one byte; anything else stands for itself. */
function keyOf(name: string): string {
  const letter = /^ctrl-(.)$/.exec(name)?.[1];
  return letter === undefined ? name : String.fromCharCode(letter.toUpperCase().charCodeAt(0) & 31);
}
