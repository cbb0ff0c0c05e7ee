import type { ReactNode } from 'react';
import { create } from 'zustand';

/** A line of a menu. */
export type MenuEntry =
  | {
      readonly kind: 'item';
      readonly label: string;
      readonly icon?: ReactNode;
      readonly keys?: string;
      /** The command that it stands for. */
      readonly command?: string | undefined;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  /** One of several; the key of an option is what `onChange` gets. */
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly value: string;
      readonly options: readonly (readonly [key: string, text: string])[];
      readonly onChange: (key: string) => void;
    }
  | { readonly kind: 'toggle'; readonly label: string; readonly keys?: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'line' };

/** Where a menu hangs: an element, or a point of the window in CSS pixels. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number };

export interface OpenMenu {
  readonly anchor: MenuAnchor;
  readonly align: 'start' | 'end';
  /** What the menu is about, for screen readers. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** The menu that is open; there is never more than one. */
export const useMenu = create<{ readonly menu: OpenMenu | undefined }>(() => ({ menu: undefined }));

let hungOn: MenuAnchor | undefined;

/** The element on which the last menu hung, if it was one. */
export function menuAnchor(): Element | undefined {
  return hungOn instanceof Element ? hungOn : undefined;
}

/** Opens a menu. The focus comes back to where it was when it closes. */
export function openMenu(menu: OpenMenu): void {
  hungOn = menu.anchor;
  useMenu.setState({ menu });
}
