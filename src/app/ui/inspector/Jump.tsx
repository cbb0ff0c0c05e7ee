import type { ReactNode } from 'react';
import { type Selection, select } from '../../world/session.ts';
import css from './Inspector.module.css';

/** A name that leads to what it names. */
export function Jump({ to, children }: { readonly to: Selection; readonly children: ReactNode }) {
  return (
    <button type="button" className={css['jump']} onClick={() => select(to)}>
      {children}
    </button>
  );
}
