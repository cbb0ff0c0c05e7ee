import { cut } from './cut.ts';
import { OptionError } from './option-error.ts';

/** Checks a `--label` value, `k=v` or `k` (docker CLI opts.ValidateLabel). Throws OptionError. */
export function checkLabel(text: string): void {
  const key = cut(text, '=').before.replace(/^[ \t]+/, '');
  if (key === '') throw new OptionError(`invalid label '${text}': empty name`);
  if (/[ \t]/.test(key)) throw new OptionError(`label '${key}' contains whitespaces`);
}

/** `k=v` texts as a map: `k` alone has the empty value, later duplicates win (docker CLI opts.ConvertKVStringsToMap). */
export function keyValues(texts: readonly string[]): { [key: string]: string } {
  return Object.fromEntries(texts.map((text) => [cut(text, '=').before, cut(text, '=').after]));
}
