import { type PointerEvent as ReactPointerEvent, useMemo, useRef, useState } from 'react';
import type { HostRecord, ManagerRecord } from '../../../run/view.ts';
import { perform } from '../../actions/action.ts';
import { isCut, linkAction, partitionAction } from '../../actions/link-actions.ts';
import { useMessages } from '../../i18n/messages.ts';
import { edgeOf, ringPlaces } from '../../scene/raft-scene.ts';
import { select, useSession } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { useSize } from '../kit/use-size.ts';
import { zoomOf } from '../kit/zoom-of.ts';
import { FlightMark } from './FlightMark.tsx';
import type { Flight } from './flights.ts';
import { ManagerCard } from './ManagerCard.tsx';
import css from './RaftView.module.css';
import { useRaftWords } from './raft-words.ts';

const CARD = { width: 172, height: 76 };
const SMALL_CARD = { width: 120, height: 76 };
/** Room around the ring. */
const INSET = 10;
/** Below this width cards are narrow. */
const NARROW_PX = 460;
/** The most room that so many managers take, in pixels. */
const widest = (count: number): number => 360 + 140 * count;
const highest = (count: number): number => 240 + 60 * count;
/** A press that moves less than this is a click. */
const DRAG_PX = 6;

interface Point {
  readonly x: number;
  readonly y: number;
}

type Drag = { readonly kind: 'line'; readonly from: string; readonly to: Point } | { readonly kind: 'box'; readonly from: Point; readonly to: Point };

/** The managers on a ring, the links between them, and messages on their way. */
export function Ring({
  managers,
  hosts,
  flights,
}: {
  readonly managers: readonly ManagerRecord[];
  readonly hosts: readonly HostRecord[];
  readonly flights: readonly Flight[];
}) {
  const w = useRaftWords();
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const selection = useSession((session) => session.selection);
  const canFault = useWorld((world) => world.client?.capabilities.faults ?? false);
  const [drag, setDrag] = useState<Drag>();
  const card = useMemo(() => cardFor(size, managers.length), [size, managers.length]);
  const places = useMemo(() => {
    if (!size) return new Map<string, Point>();
    // A few managers on a large screen stay near each other: messages are followed better on short ways.
    const width = Math.min(size.width - 2 * INSET, widest(managers.length));
    const height = Math.min(size.height - 2 * INSET, highest(managers.length));
    const points = ringPlaces(managers.length, { width, height }, card);
    const [left, top] = [(size.width - width) / 2, (size.height - height) / 2];
    return new Map(managers.map((manager, i) => [manager.id, { x: (points[i]?.x ?? 0) + left, y: (points[i]?.y ?? 0) + top }]));
  }, [managers, size, card]);
  const ours = useMemo(() => hosts.filter((host) => managers.some((manager) => manager.id === host.id)), [hosts, managers]);
  const links = useMemo(() => ours.flatMap((a, i) => ours.slice(i + 1).map((b) => ({ a, b, cut: isCut(a, b) }))), [ours]);

  const at = (event: ReactPointerEvent): Point => {
    if (!box.current) return { x: 0, y: 0 };
    const [rect, zoom] = [box.current.getBoundingClientRect(), zoomOf(box.current)];
    return { x: (event.clientX - rect.left) / zoom, y: (event.clientY - rect.top) / zoom };
  };
  const cardAt = (point: Point): string | undefined =>
    [...places].find(([, place]) => Math.abs(place.x - point.x) <= card.width / 2 && Math.abs(place.y - point.y) <= card.height / 2)?.[0];
  const press = (event: ReactPointerEvent<HTMLDivElement>): void => {
    if (!canFault || event.button !== 0) return;
    const start = at(event);
    const from = cardAt(start);
    const target = event.currentTarget;
    const move = (next: PointerEvent): void => {
      const to = at(next as unknown as ReactPointerEvent);
      if (Math.hypot(to.x - start.x, to.y - start.y) < DRAG_PX) return;
      target.setPointerCapture(next.pointerId);
      setDrag(from === undefined ? { kind: 'box', from: start, to } : { kind: 'line', from, to });
    };
    const end = (last: PointerEvent): void => {
      target.removeEventListener('pointermove', move);
      target.removeEventListener('pointerup', end);
      target.removeEventListener('pointercancel', end);
      const to = at(last as unknown as ReactPointerEvent);
      setDrag(undefined);
      if (last.type === 'pointercancel' || Math.hypot(to.x - start.x, to.y - start.y) < DRAG_PX) return;
      if (from === undefined) {
        const inside = [...places].filter(([, place]) => within(place, start, to)).map(([id]) => id);
        if (inside.length > 0 && inside.length < hosts.length) perform(partitionAction(inside, hosts, m));
        return;
      }
      const other = cardAt(to);
      if (other === undefined || other === from) return;
      const [a, b] = [ours.find((host) => host.id === from), ours.find((host) => host.id === other)];
      if (a && b) perform(linkAction(a, b, m));
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerup', end);
    target.addEventListener('pointercancel', end);
  };

  return (
    <div ref={box} className={css['ring']} onPointerDown={press} data-dragging={drag !== undefined}>
      <svg className={css['links']} aria-hidden="true" width="100%" height="100%">
        {links.map(({ a, b, cut }) => {
          const [from, to] = [places.get(a.id), places.get(b.id)];
          return from && to ? <line key={`${a.id}|${b.id}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} data-cut={cut} /> : null;
        })}
        {drag?.kind === 'line' && <line className={css['drawn']} x1={places.get(drag.from)?.x} y1={places.get(drag.from)?.y} x2={drag.to.x} y2={drag.to.y} />}
        {drag?.kind === 'box' && (
          <rect
            className={css['drawn']}
            x={Math.min(drag.from.x, drag.to.x)}
            y={Math.min(drag.from.y, drag.to.y)}
            width={Math.abs(drag.to.x - drag.from.x)}
            height={Math.abs(drag.to.y - drag.from.y)}
          />
        )}
      </svg>
      <ul aria-label={w.ring} title={canFault ? w.dragHint : undefined}>
        {managers.map((manager) => {
          const place = places.get(manager.id);
          return (
            place && (
              <ManagerCard
                key={manager.id}
                manager={manager}
                host={ours.find((host) => host.id === manager.id)}
                selected={selection?.kind === 'host' && selection.id === manager.id}
                style={{ left: place.x - card.width / 2, top: place.y - card.height / 2, width: card.width, height: card.height }}
                onSelect={() => select({ kind: 'host', id: manager.id })}
              />
            )
          );
        })}
      </ul>
      <div className={css['flights']} aria-hidden="true">
        {flights.map((flight) => {
          const [from, to] = [places.get(flight.from), places.get(flight.to)];
          return from && to ? <FlightMark key={flight.id} flight={flight} from={edgeOf(from, to, card)} to={edgeOf(to, from, card)} /> : null;
        })}
      </div>
    </div>
  );
}

/** Four managers and more stand three abreast; where the ring is low, their cards are so narrow that none covers another. */
function cardFor(size: { readonly width: number; readonly height: number } | undefined, count: number): { readonly width: number; readonly height: number } {
  if (!size) return CARD;
  if (size.width < NARROW_PX) return SMALL_CARD;
  if (count < 4 || size.height > 3 * CARD.height + 4 * INSET) return CARD;
  return { ...CARD, width: Math.max(SMALL_CARD.width, Math.min(CARD.width, Math.floor((size.width - 4 * INSET) / 3))) };
}

function within(point: Point, a: Point, b: Point): boolean {
  return point.x >= Math.min(a.x, b.x) && point.x <= Math.max(a.x, b.x) && point.y >= Math.min(a.y, b.y) && point.y <= Math.max(a.y, b.y);
}
