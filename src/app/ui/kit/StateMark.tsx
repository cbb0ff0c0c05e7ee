import { memo } from 'react';
import type { Mark } from '../../scene/mark.ts';
import { MARK_COLOURS, MARK_SHAPES } from '../../scene/mark-shapes.ts';
import css from './StateMark.module.css';

/** A state as a shape and a colour; the word stands beside it. */
export const StateMark = memo(function StateMark({ mark, size = 12 }: { readonly mark: Mark; readonly size?: number }) {
  const { d, filled, dash, width = 2 } = MARK_SHAPES[mark];
  return (
    <svg
      className={css['mark']}
      style={{ color: `var(--${MARK_COLOURS[mark]})` }}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      data-mark={mark}
    >
      <path d={d} {...(filled ? { fill: 'currentColor', stroke: 'none' } : { strokeWidth: width, strokeDasharray: dash?.join(' ') })} />
    </svg>
  );
});
