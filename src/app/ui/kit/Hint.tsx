import { cloneElement, type ReactElement } from 'react';

/**
 * A word about a control, with the key that does the same. Never the only place where something is said. It only marks
 * the control: one layer (HintLayer), loaded after the first picture, shows the words of whatever is pointed at.
 */
export function Hint({
  text,
  keys,
  children,
  side = 'bottom',
}: {
  readonly text: string;
  readonly keys?: string;
  readonly children: ReactElement;
  readonly side?: 'bottom' | 'top' | 'left' | 'right';
}) {
  return cloneElement(children as ReactElement<Record<string, unknown>>, { 'data-hint': text, 'data-hint-keys': keys, 'data-hint-side': side });
}
