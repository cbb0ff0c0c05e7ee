import { type ReactNode, useState } from 'react';
import { type ClickAction, commandOf, perform } from '../../actions/action.ts';
import { ActionIcon } from '../kit/ActionIcon.tsx';
import { Button } from '../kit/Button.tsx';
import { Confirm } from '../kit/Confirm.tsx';
import { Hint } from '../kit/Hint.tsx';
import css from './Inspector.module.css';

/** Things that can be done, as buttons; pointing at one shows its command. */
export function ActionRow({ actions, children }: { readonly actions: readonly ClickAction[]; readonly children?: ReactNode }) {
  const [asking, setAsking] = useState<ClickAction>();
  return (
    <div className={css['actions']}>
      {actions.map((action) => (
        <Hint
          key={action.id}
          text={action.disabled ?? (commandOf(action) === undefined ? (action.words ?? '') : `${action.host}$ ${commandOf(action)}`)}
          side="top"
        >
          <Button
            look={action.danger ? 'danger' : 'framed'}
            icon={<ActionIcon id={action.id} />}
            aria-disabled={action.disabled !== undefined}
            onClick={() => {
              if (action.disabled !== undefined) return;
              if (action.confirm === undefined) perform(action);
              else setAsking(action);
            }}
          >
            {action.label}
          </Button>
        </Hint>
      ))}
      {children}
      {asking && <Confirm action={asking} onClose={() => setAsking(undefined)} />}
    </div>
  );
}
