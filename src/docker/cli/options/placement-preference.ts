import { cut } from './cut.ts';
import { OptionError } from './option-error.ts';

/** One `--placement-pref` value: the label of `spread=LABEL` (docker CLI placementPrefOpts). Throws OptionError. */
export function parsePlacementPreference(text: string): { readonly Spread: { readonly SpreadDescriptor: string } } {
  const { before: strategy, after: label, found } = cut(text, '=');
  if (!found || strategy === '') throw new OptionError('placement preference must be of the format "<strategy>=<arg>"');
  if (strategy !== 'spread') throw new OptionError(`unsupported placement preference ${strategy} (only spread is supported)`);
  return { Spread: { SpreadDescriptor: label } };
}
