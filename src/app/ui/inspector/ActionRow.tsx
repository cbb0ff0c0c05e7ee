import type { ReactNode } from 'react';
import { type ClickAction, commandOf } from '../../actions/action.ts';
import { ActionButton } from '../kit/ActionButton.tsx';
import css from './Inspector.module.css';

/** Things that can be done, as buttons; pointing at one shows its command. */
export function ActionRow({ actions, children }: { readonly actions: readonly ClickAction[]; readonly children?: ReactNode }) {
  return (
    <div className={css['actions']}>
      {actions.map((action) => (
        <ActionButton key={action.id} action={action} hint={commandOf(action) === undefined ? (action.words ?? '') : `${action.host}$ ${commandOf(action)}`} />
      ))}
      {children}
    </div>
  );
}
