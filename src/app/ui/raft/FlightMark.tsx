import { memo } from 'react';
import { FLIGHT_MS, type Flight } from './flights.ts';
import css from './RaftView.module.css';
import { useRaftWords } from './raft-words.ts';
import { messageWords } from './Said.tsx';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One message on its way: a shape for its type and, but for heartbeats, what it says. A lost one ends half-way. */
export const FlightMark = memo(function FlightMark({ flight, from, to }: { readonly flight: Flight; readonly from: Point; readonly to: Point }) {
  const w = useRaftWords();
  const { message } = flight;
  const lost = message.arrivesAt === undefined;
  const end = lost ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } : to;
  const quiet = message.type.startsWith('heartbeat');
  const style = {
    '--x0': `${from.x}px`,
    '--y0': `${from.y}px`,
    '--x1': `${end.x}px`,
    '--y1': `${end.y}px`,
    animationDuration: `${FLIGHT_MS}ms`,
    animationDelay: `${flight.delayMs}ms`,
  } as React.CSSProperties;
  return (
    <span className={css['flight']} style={style} data-type={message.type} data-reject={message.reject} data-lost={lost}>
      <i />
      {!quiet && <b>{lost ? `${messageWords(w, message)} ✕` : messageWords(w, message)}</b>}
    </span>
  );
});
