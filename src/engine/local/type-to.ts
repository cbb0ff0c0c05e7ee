import { detachKeys } from '../../docker/api/parse/detach-keys.ts';
import type { Call } from '../call.ts';

/** Gives what the caller types to a program, until it types the keys that let it go. @param keys as in `DetachKeys` */
export function typeTo(call: Call, keys: string, program: { write(text: string): void; closeInput(): void }, detach: () => void): void {
  const pass = detachKeys(keys);
  call.onInput(
    (text) => {
      const { passed, detached } = pass(text);
      if (passed !== '') program.write(passed);
      if (detached) detach();
    },
    () => program.closeInput(),
  );
}
