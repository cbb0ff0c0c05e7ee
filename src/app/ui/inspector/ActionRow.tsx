import type { ReactNode } from 'react';
import { type ClickAction, commandOf } from '../../actions/action.ts';
import { takesOrders } from '../../actions/takes-orders.ts';
import { ActionButton } from '../kit/ActionButton.tsx';
import css from './Inspector.module.css';

/** Things that can be done, as buttons; pointing at one shows its command. */
export function ActionRow({ actions, children }: { readonly actions: readonly ClickAction[]; readonly children?: ReactNode }) {
  // Looking at a real swarm changes nothing in it.
  const shown = takesOrders() ? actions : [];
  if (shown.length === 0 && children === undefined) return null;
  return (
    <div className={css['actions']}>
      {shown.map((action) => (
        <ActionButton key={action.id} action={action} hint={commandOf(action) === undefined ? (action.words ?? '') : `${action.host}$ ${commandOf(action)}`} />
      ))}
      {children}
    </div>
  );
}
