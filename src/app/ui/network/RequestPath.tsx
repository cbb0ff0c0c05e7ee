import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { type Box, type RequestWay, requestWay, roundedPath } from '../../scene/request-way.ts';
import { zoomOf } from '../kit/zoom-of.ts';
import css from './NetworkView.module.css';
import type { SeenRequest } from './use-requests.ts';

/** How long the way of a request is seen, in wall milliseconds. */
const SHOWN_MS = 2400;
/** How long it takes to be drawn: to the service, and from there to its task. */
const LEG_MS = 450;
const WAY_MS = 2 * LEG_MS;

/** Draws the way of the last request over the picture, from the machine that asked to the task, through what it met. */
export function RequestPath({ picture, request }: { readonly picture: RefObject<HTMLDivElement | null>; readonly request: SeenRequest | undefined }) {
  const [way, setWay] = useState<RequestWay>();
  const [gone, setGone] = useState(true);
  useLayoutEffect(() => {
    const root = picture.current;
    if (!root || !request) return;
    setWay(requestWay(stopsOf(root, request)));
    setGone(false);
  }, [picture, request]);
  useEffect(() => {
    if (!request) return undefined;
    const timer = setTimeout(() => setGone(true), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [request]);
  if (gone || !request || !way || way.legs.length === 0) return null;
  return (
    <svg key={request.key} className={css['path']} aria-hidden="true" data-ok={request.ok} width="100%" height="100%">
      {way.legs.map((leg, i) => (
        <path key={leg.length} d={roundedPath(leg, 6)} pathLength={1} style={{ animationDelay: `${i * LEG_MS}ms`, animationDuration: `${LEG_MS}ms` }} />
      ))}
      {way.stops.map(({ x, y }, i) => (
        <circle key={`${x},${y}`} cx={x} cy={y} r={4} style={{ animationDelay: `${(WAY_MS * i) / way.stops.length}ms` }} />
      ))}
    </svg>
  );
}

/** What a request met, as far as it is drawn: containers that ask are not. */
function stopsOf(root: HTMLElement, { hops, taskId }: SeenRequest) {
  const at = (kind: SeenRequest['hops'][number]['kind']): string | undefined => hops.find((hop) => hop.kind === kind)?.at;
  const one = (name: string): HTMLElement | null => root.querySelector<HTMLElement>(`[data-hop="${CSS.escape(name)}"]`);
  const [frame, zoom] = [root.getBoundingClientRect(), zoomOf(root)];
  const boxes = new Map<HTMLElement, Box>();
  const box = (element: HTMLElement | null | undefined): Box | undefined => {
    if (!element) return undefined;
    const known = boxes.get(element);
    if (known) return known;
    const own = element.getBoundingClientRect();
    const across = (x: number): number => Math.round((x - frame.left) / zoom + root.scrollLeft);
    const down = (y: number): number => Math.round((y - frame.top) / zoom + root.scrollTop);
    const found = { left: across(own.left), top: down(own.top), right: across(own.right), bottom: down(own.bottom) };
    boxes.set(element, found);
    return found;
  };
  const [client, node, ingress] = [at('client'), at('node'), at('ingress')];
  const task = one(`task/${taskId}/ingress`) ?? root.querySelector<HTMLElement>(`[data-hop^="task/${CSS.escape(taskId)}/"]`);
  return {
    client: box(client === undefined ? null : one(`host/${client}`)),
    node: box(node === undefined ? null : one(`host/${node}`)),
    service: box(ingress === undefined ? null : one(`service/${ingress}`)),
    task: box(task),
    beside: box(task?.closest<HTMLElement>(`.${css['row'] ?? ''}`)?.querySelector<HTMLElement>(`.${css['service'] ?? ''}`)),
  };
}
