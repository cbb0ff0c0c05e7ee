import { Tooltip } from 'radix-ui';
import type { ReactElement } from 'react';
import css from './Hint.module.css';

/** A word about a control, with the key that does the same. Never the only place where something is said. */
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
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={css['hint']} side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {keys !== undefined && <kbd>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
