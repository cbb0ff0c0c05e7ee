import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from './Button.tsx';
import css from './Modal.module.css';
import { menuAnchor } from './menu-store.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: number;
  /** Without a visible title row, e.g. for the list of actions. */
  readonly bare?: boolean;
}

/**
 * A dialog over the page; Esc and a click beside it close it. The focus goes to what is marked `data-first`, else to the first
 * control; afterwards back to where it was, and where that is gone (the entry of a menu) to what the menu hung on.
 */
export function Modal({ title, onClose, children, width = 520, bare = false }: Props) {
  const m = useMessages();
  const fromMenu = useRef<Element>(undefined);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={css['scrim']} />
        <Dialog.Content
          className={css['dialog']}
          style={{ maxWidth: width }}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // At this moment the entry that was chosen still has the focus.
            if (document.activeElement?.closest('[role="menu"]')) fromMenu.current = menuAnchor();
            const first = event.currentTarget instanceof HTMLElement ? event.currentTarget.querySelector<HTMLElement>('[data-first]') : null;
            if (!first) return;
            event.preventDefault();
            first.focus();
          }}
          onCloseAutoFocus={(event) => {
            if (!(fromMenu.current instanceof HTMLElement)) return;
            event.preventDefault();
            // What the dialog has done may have given it to something else, such as the editor.
            if (document.activeElement === null || document.activeElement === document.body) fromMenu.current.focus();
          }}
        >
          {bare ? (
            <Dialog.Title className={css['hidden']}>{title}</Dialog.Title>
          ) : (
            <header className={css['head']}>
              <Dialog.Title className={css['title']}>{title}</Dialog.Title>
              <Dialog.Close asChild>
                <Button look="plain" square icon={<X />} aria-label={m.act.close} />
              </Dialog.Close>
            </header>
          )}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
