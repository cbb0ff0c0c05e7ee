import { cloneElement, type KeyboardEvent, type MouseEvent, type ReactElement, useRef } from 'react';
import { type MenuEntry, openMenu, useMenu } from './menu-store.ts';

/** A control that opens a menu under itself. What the menu looks like is loaded when the first one opens. */
export function Menu({
  trigger,
  label,
  entries,
  align = 'end',
}: {
  readonly trigger: ReactElement;
  readonly label: string;
  /** Asked when the menu opens. */
  readonly entries: () => readonly MenuEntry[];
  readonly align?: 'start' | 'end';
}) {
  const element = useRef<HTMLElement>(null);
  const open = useMenu(({ menu }) => menu !== undefined && menu.anchor === element.current);
  const wasOpen = useRef(false);
  const show = (event: { readonly currentTarget: HTMLElement }): void => {
    element.current = event.currentTarget;
    openMenu({ anchor: event.currentTarget, align, label, entries: entries() });
  };
  return cloneElement(trigger as ReactElement<Record<string, unknown>>, {
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    // A press beside an open menu closes it: the click that follows must not open it again.
    onPointerDown: () => {
      wasOpen.current = open;
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      if (!wasOpen.current) show(event);
      wasOpen.current = false;
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      event.stopPropagation();
      show(event);
    },
  });
}
