import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { RequestHop } from '../../../run/view.ts';
import css from './NetworkView.module.css';
import type { SeenRequest } from './use-requests.ts';

/** How long the way of a request is seen, in wall milliseconds. */
const SHOWN_MS = 2400;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Draws the way of the last request over the picture, from the machine that asked to the task, through what it met. */
export function RequestPath({ picture, request }: { readonly picture: RefObject<HTMLDivElement | null>; readonly request: SeenRequest | undefined }) {
  const [points, setPoints] = useState<readonly Point[]>([]);
  const [gone, setGone] = useState(true);
  useLayoutEffect(() => {
    const root = picture.current;
    if (!root || !request) return;
    setPoints(request.hops.flatMap((hop) => placeOf(root, hop, request.taskId)));
    setGone(false);
  }, [picture, request]);
  useEffect(() => {
    if (!request) return undefined;
    const timer = setTimeout(() => setGone(true), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [request]);
  if (gone || !request || points.length < 2) return null;
  const path = points.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : curve(points[i - 1] as Point, { x, y }))).join('');
  return (
    <svg key={request.key} className={css['path']} aria-hidden="true" data-ok={request.ok} width="100%" height="100%">
      <path d={path} pathLength={1} />
      {points.map(({ x, y }, i) => (
        <circle key={`${x},${y}`} cx={x} cy={y} r={4} style={{ animationDelay: `${(900 * i) / points.length}ms` }} />
      ))}
    </svg>
  );
}

function curve(from: Point, to: Point): string {
  const half = (from.y + to.y) / 2;
  return `C${from.x} ${half} ${to.x} ${half} ${to.x} ${to.y}`;
}

/** Where a hop stands in the picture; nothing for what is not drawn, as containers that ask. */
function placeOf(root: HTMLElement, hop: RequestHop, taskId: string): readonly Point[] {
  const names: { readonly [kind in RequestHop['kind']]: readonly string[] } = {
    client: [`host/${hop.at}`],
    node: [`host/${hop.at}`],
    'host-port': [],
    ingress: [`service/${hop.at}`],
    task: [`task/${taskId}/ingress`],
  };
  const element = names[hop.kind].map((name) => root.querySelector(`[data-hop="${CSS.escape(name)}"]`)).find((found) => found !== null);
  const fallback = hop.kind === 'task' && !element ? root.querySelector(`[data-hop^="task/${CSS.escape(taskId)}/"]`) : element;
  if (!fallback) return [];
  const [box, frame] = [fallback.getBoundingClientRect(), root.getBoundingClientRect()];
  const middle = { x: Math.round(box.left - frame.left + box.width / 2), y: Math.round(box.top - frame.top + box.height / 2) };
  // A machine that is reached from outside is met at its lower edge, so that asking itself is seen too.
  return [
    hop.kind === 'client'
      ? { ...middle, y: Math.round(box.top - frame.top + 6) }
      : hop.kind === 'node'
        ? { ...middle, y: Math.round(box.bottom - frame.top - 6) }
        : middle,
  ];
}
