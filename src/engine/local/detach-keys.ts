import type { Call } from '../call.ts';

/** Ctrl-P Ctrl-Q. */
const DEFAULT_KEYS = '\x10\x11';

/**
 * Gives what the caller types to a program, until it types the keys that let it go (moby/term EscapeProxy).
 * @param keys as in `DetachKeys`, e.g. `ctrl-p,ctrl-q`; empty: those
 */
export function typeTo(call: Call, keys: string, program: { write(text: string): void; closeInput(): void }, detach: () => void): void {
  const wanted = keys === '' ? DEFAULT_KEYS : keys.split(',').map(keyOf).join('');
  let held = '';
  call.onInput(
    (text) => {
      let passed = '';
      for (const key of text) {
        held += key;
        if (held === wanted) {
          if (passed !== '') program.write(passed);
          held = '';
          return detach();
        }
        while (held !== '' && !wanted.startsWith(held)) {
          passed += held.charAt(0);
          held = held.slice(1);
        }
      }
      if (passed !== '') program.write(passed);
    },
    () => program.closeInput(),
  );
}

/** `ctrl-p` is one byte; anything else stands for itself. */
function keyOf(name: string): string {
  const letter = /^ctrl-(.)$/.exec(name)?.[1];
  return letter === undefined ? name : String.fromCharCode(letter.toUpperCase().charCodeAt(0) & 31);
}
