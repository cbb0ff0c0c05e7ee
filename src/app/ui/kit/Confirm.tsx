import { AlertDialog } from 'radix-ui';
import { type ClickAction, commandOf, perform } from '../../actions/action.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from './Button.tsx';
import css from './Confirm.module.css';

/** Asks before something is taken away, and shows the command. */
export function Confirm({ action, onClose }: { readonly action: ClickAction; readonly onClose: () => void }) {
  return <ConfirmQuestion title={action.label} question={action.confirm ?? ''} command={commandOf(action)} onYes={() => perform(action)} onClose={onClose} />;
}

interface Props {
  readonly title: string;
  readonly question: string;
  readonly command?: string | undefined;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** A question that must be answered. */
export function ConfirmQuestion({ title, question, command, onYes, onClose }: Props) {
  const m = useMessages();
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={css['scrim']} />
        <AlertDialog.Content className={css['box']}>
          <AlertDialog.Title className={css['title']}>{title}</AlertDialog.Title>
          <AlertDialog.Description>{question}</AlertDialog.Description>
          {command !== undefined && <code className={css['command']}>{command}</code>}
          <div className={css['buttons']}>
            <AlertDialog.Cancel asChild>
              <Button>{m.act.cancel}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="danger" onClick={onYes}>
                {m.act.confirm}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
