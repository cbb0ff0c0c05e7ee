import type { ReactNode } from 'react';
import css from './Inspector.module.css';

/** Names and values. Empty values are left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode, mono?: boolean])[] }) {
  return (
    <dl className={css['facts']}>
      {rows.map(
        ([name, value, mono]) =>
          value !== '' &&
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={mono ? css['mono'] : undefined}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Labels as chips. */
export function Labels({ labels }: { readonly labels: { readonly [key: string]: string } }) {
  const entries = Object.entries(labels);
  if (entries.length === 0) return null;
  return (
    <span className={css['labels']}>
      {entries.map(([key, value]) => (
        <code key={key}>{value === '' ? key : `${key}=${value}`}</code>
      ))}
    </span>
  );
}
