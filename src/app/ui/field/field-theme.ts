import { mix } from '../../scene/contrast.ts';
import { COLOURS } from '../../scene/palette.ts';
import { tokenColours } from '../../theme/token-colours.ts';

/** The colours of the field, ready to be drawn with. */
export interface FieldTheme {
  readonly token: (name: string) => string;
  /** `share` of one token in front of another, as `color-mix` does. */
  readonly mixed: (front: string, share: number, back: string) => string;
  /** The token of a service's colour by its number. */
  readonly service: (index: number) => string;
  readonly font: string;
  readonly mono: string;
}

/** Reads the colours where an element stands. */
export function readTheme(element: Element): FieldTheme {
  const read = tokenColours(element);
  const known = new Map<string, string>();
  const token = (name: string): string => {
    let value = known.get(name);
    if (value === undefined) {
      value = read(`--${name}`);
      known.set(name, value);
    }
    return value;
  };
  const mixes = new Map<string, string>();
  const style = getComputedStyle(element);
  return {
    token,
    mixed: (front, share, back) => {
      const key = `${front} ${share} ${back}`;
      let value = mixes.get(key);
      if (value === undefined) {
        value = mix(token(front), share, token(back));
        mixes.set(key, value);
      }
      return value;
    },
    service: (index) => `s${(index % COLOURS) + 1}`,
    font: style.getPropertyValue('--font').trim(),
    mono: style.getPropertyValue('--mono').trim(),
  };
}
