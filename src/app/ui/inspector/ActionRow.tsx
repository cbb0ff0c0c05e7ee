import type { ReactNode } from 'react';
import { type ClickAction, commandOf } from '../../actions/action.ts';
import { act } from '../../actions/ask-first.ts';
import { ActionIcon } from '../kit/ActionIcon.tsx';
import { Button } from '../kit/Button.tsx';
import { Hint } from '../kit/Hint.tsx';
import css from './Inspector.module.css';

/** Things that can be done, as buttons; pointing at one shows its command. */
export function ActionRow({ actions, children }: { readonly actions: readonly ClickAction[]; readonly children?: ReactNode }) {
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
            onClick={() => act(action)}
          >
            {action.label}
          </Button>
        </Hint>
      ))}
      {children}
    </div>
  );
}
