import type { Mark } from './mark.ts';

/** A mark's outline in a box of 12 × 12: SVG path data, and whether it is filled; strokes are 2 wide unless told. */
export interface MarkShape {
  readonly d: string;
  readonly filled?: boolean;
  readonly dash?: readonly number[];
  readonly width?: number;
}

const circle = (r: number): string => `M${6 - r} 6a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** One shape for each mark, wherever it is drawn: no two are alike without their colours. */
export const MARK_SHAPES: { readonly [mark in Mark]: MarkShape } = {
  running: { d: circle(4.6), filled: true },
  starting: { d: circle(4.2), dash: [3.3, 2] },
  pending: { d: circle(4.2), width: 1.7 },
  failed: { d: 'M2.2 2.2l7.6 7.6M9.8 2.2l-7.6 7.6', width: 2.4 },
  unwell: { d: 'M6 1.6v5.2M6 9.4v1.2' },
  done: { d: 'M1.8 6.4l2.8 3 5.6-6.6' },
  drain: { d: 'M6 1.4v8.4M2.4 6.4 6 10l3.6-3.6' },
  paused: { d: 'M3.6 2v8M8.4 2v8' },
  leaving: { d: 'M2 6h8' },
  gone: { d: circle(4.2), dash: [1.2, 2.1], width: 1.7 },
  lost: { d: 'M3.4 4.3a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3.9-1.3 1.7M6 10.2v.9' },
  unreachable: { d: 'M1.2 6h2.6M8.2 6h2.6M4.6 2.6l2.8 6.8' },
};

/** The token of a mark's colour. */
export const MARK_COLOURS: { readonly [mark in Mark]: 'ok' | 'warn' | 'bad' | 'calm' | 'ink2' } = {
  running: 'ok',
  done: 'ok',
  starting: 'warn',
  unwell: 'warn',
  unreachable: 'warn',
  lost: 'warn',
  failed: 'bad',
  drain: 'calm',
  pending: 'ink2',
  paused: 'ink2',
  leaving: 'ink2',
  gone: 'ink2',
};
