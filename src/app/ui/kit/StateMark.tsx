import { memo } from 'react';
import type { Mark } from '../../scene/mark.ts';
import css from './StateMark.module.css';

/** A state as a shape and a colour; the word stands beside it. */
export const StateMark = memo(function StateMark({ mark, size = 12 }: { readonly mark: Mark; readonly size?: number }) {
  return (
    <svg className={`${css['mark']} ${css[mark]}`} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" data-mark={mark}>
      {SHAPES[mark]}
    </svg>
  );
});

const SHAPES: { readonly [mark in Mark]: React.ReactNode } = {
  running: <circle cx="6" cy="6" r="4.6" fill="currentColor" stroke="none" />,
  starting: <circle cx="6" cy="6" r="4.2" strokeDasharray="3.3 2" />,
  pending: <circle cx="6" cy="6" r="4.2" />,
  failed: <path d="M2.2 2.2l7.6 7.6M9.8 2.2l-7.6 7.6" />,
  unwell: <path d="M6 1.6v5.2M6 9.4v1.2" />,
  done: <path d="M1.8 6.4l2.8 3 5.6-6.6" fill="none" />,
  drain: <path d="M6 1.4v8.4M2.4 6.4 6 10l3.6-3.6" fill="none" />,
  paused: <path d="M3.6 2v8M8.4 2v8" />,
  leaving: <path d="M2 6h8" />,
  gone: <circle cx="6" cy="6" r="4.2" strokeDasharray="1.2 2.1" />,
  lost: <path d="M3.4 4.3a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3.9-1.3 1.7M6 10.2v.9" fill="none" />,
};
