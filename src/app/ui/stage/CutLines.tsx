import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { HostRecord } from '../../../run/view.ts';
import type { StagePlan } from '../../scene/density.ts';
import { cutLinks } from '../../scene/links.ts';
import css from './StageDrag.module.css';

interface Line {
  readonly key: string;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

const NO_LINES: readonly Line[] = [];

/** Links that are cut one by one, as lines between the heads of their nodes; a partition is told in words above. */
export function CutLines({
  board,
  hosts,
  plan,
}: {
  readonly board: RefObject<HTMLElement | null>;
  readonly hosts: readonly HostRecord[];
  readonly plan: StagePlan;
}) {
  const pairs = useMemo(() => cutLinks(hosts).pairs, [hosts]);
  const [lines, setLines] = useState(NO_LINES);
  useLayoutEffect(() => {
    const area = board.current;
    if (!area || pairs.length === 0) {
      // Nothing is measured where nothing is cut: that would lay the board out in the middle of each change.
      setLines(NO_LINES);
      return;
    }
    const ground = area.getBoundingClientRect();
    const scale = ground.width / Math.max(1, area.offsetWidth);
    const head = (name: string): { readonly x: number; readonly y: number } | undefined => {
      const element = area.querySelector(`[data-grip="${CSS.escape(name)}"]`)?.getBoundingClientRect();
      return element && { x: (element.left + element.width / 2 - ground.left) / scale, y: (element.bottom - ground.top) / scale };
    };
    const found = pairs.flatMap(([a, b]): Line[] => {
      const [from, to] = [head(a), head(b)];
      return from && to ? [{ key: `${a}|${b}`, ax: from.x, ay: from.y, bx: to.x, by: to.y }] : [];
    });
    setLines((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
  }, [board, pairs, plan]);
  if (lines.length === 0) return null;
  return (
    <svg className={css['layer']} aria-hidden="true">
      {lines.map(({ key, ax, ay, bx, by }) => {
        const [x, y] = [(ax + bx) / 2, (ay + by) / 2 + (ay === by ? 10 : 0)];
        return (
          <g key={key}>
            <path className={css['cut']} d={ay === by ? `M${ax} ${ay}Q${x} ${y + 10} ${bx} ${by}` : `M${ax} ${ay}L${bx} ${by}`} />
            <circle className={css['knot']} cx={x} cy={y} r="8" />
            <path className={css['cross']} d={`M${x - 3} ${y - 3}l6 6M${x + 3} ${y - 3}l-6 6`} />
          </g>
        );
      })}
    </svg>
  );
}
