import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from './Button.tsx';
import css from './Modal.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: number;
  /** Without a visible title row, e.g. for the list of actions. */
  readonly bare?: boolean;
}

/** A dialog over the page; Esc and a click beside it close it. */
export function Modal({ title, onClose, children, width = 520, bare = false }: Props) {
  const m = useMessages();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={css['scrim']} />
        <Dialog.Content className={css['dialog']} style={{ maxWidth: width }} aria-describedby={undefined}>
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
