import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { memo, useMemo, useRef } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { noteText } from '../../i18n/note-text.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import type { SeriesPoint, ServiceSeries } from '../../mirror/series.ts';
import { shortClock } from '../../scene/format.ts';
import { COLOURS } from '../../scene/palette.ts';
import { type TimelineMark, timelineMarks } from '../../scene/timeline-marks.ts';
import { Hint } from '../kit/Hint.tsx';
import { useSize } from '../kit/use-size.ts';
import css from './Timeline.module.css';

/** The strip is never shorter than this much virtual time: the first seconds would race across it. */
const SHORTEST_MS = 60_000;
const TOP = 8;
const GROUND = 50;

/** Running tasks of each service as steps over virtual time, and marks for orders and failures. */
export function Strip() {
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const width = useSize(box)?.width ?? 0;
  const now = useClock((clock) => clock.coarse);
  const series = useMirror((mirror) => mirror.series);
  const colours = useMirror((mirror) => mirror.colours);
  const notes = useMirror((mirror) => mirror.notes);
  // Grows in steps, so that the picture stands still between them.
  const end = Math.max(SHORTEST_MS, Math.ceil((now * 1.04) / stepOf(now)) * stepOf(now));
  const x = useMemo(() => scaleLinear([0, end], [6, Math.max(7, width - 10)]), [end, width]);
  const most = Math.max(1, ...series.flatMap((each) => each.points.map((point) => Math.max(point.running, point.desired))));
  const marks = useMemo(() => timelineMarks(notes, (end / Math.max(1, width)) * 9), [notes, end, width]);
  return (
    <div ref={box} className={css['strip']} role="group" aria-label={m.timeline.label}>
      {width > 0 && (
        <svg width={width} height={66} aria-hidden="true">
          <line className={css['ground']} x1={0} x2={width} y1={GROUND + 0.5} y2={GROUND + 0.5} />
          {x
            .ticks(Math.max(2, Math.floor(width / 110)))
            .filter((tick) => x(tick) < width - 40)
            .map((tick) => (
              <g key={tick} transform={`translate(${Math.round(x(tick))},0)`}>
                <line className={css['tick']} y1={TOP} y2={GROUND} />
                <text className={css['time']} x={3} y={TOP + 7}>
                  {shortClock(tick)}
                </text>
              </g>
            ))}
          {series.map((each, i) => (
            <Steps
              key={each.id}
              series={each}
              colour={(colours.get(each.id) ?? 0) % COLOURS}
              now={now}
              end={end}
              width={width}
              {...laneOf(i, series.length, most, each)}
            />
          ))}
          <path className={css['now']} d={`M${x(now)} ${TOP - 2}V64`} />
          <path className={css['head']} d={`M${x(now) - 5} ${TOP - 7}h10l-5 7z`} />
        </svg>
      )}
      <ol className={css['marks']} aria-label={m.timeline.events}>
        {marks.map((mark) => (
          <MarkButton key={`${mark.kind}${mark.at}`} mark={mark} left={x(mark.at)} />
        ))}
      </ol>
    </div>
  );
}

function stepOf(now: number): number {
  return now < 600_000 ? 30_000 : now < 3_600_000 ? 120_000 : 600_000;
}

/** With more services than this their steps would only cover each other: each gets its own lane. */
const MOST_TOGETHER = 3;

function laneOf(index: number, count: number, most: number, series: ServiceSeries): { readonly top: number; readonly ground: number; readonly most: number } {
  if (count <= MOST_TOGETHER) return { top: TOP + 12, ground: GROUND, most };
  const height = (GROUND - TOP - 10) / count;
  const ground = TOP + 10 + height * (index + 1);
  return { top: ground - height + Math.min(2, height / 4), ground, most: Math.max(1, ...series.points.map((point) => Math.max(point.running, point.desired))) };
}

interface StepsProps {
  readonly series: ServiceSeries;
  readonly colour: number;
  readonly now: number;
  readonly end: number;
  readonly width: number;
  readonly top: number;
  readonly ground: number;
  readonly most: number;
}

const Steps = memo(function Steps({ series, colour, now, end, width, top, ground, most }: StepsProps) {
  const x = scaleLinear([0, end], [6, Math.max(7, width - 10)]);
  const y = scaleLinear([0, most], [ground, top]);
  // The clock of drawings may lag a little behind what is known already.
  const past = series.points.filter((point) => point.at <= now);
  const last = past[past.length - 1];
  const points: SeriesPoint[] = last ? [...past, { ...last, at: now }] : [];
  const shape = area<SeriesPoint>()
    .x((point) => x(point.at))
    .y0(ground)
    .y1((point) => y(point.running))
    .curve(curveStepAfter);
  const edge = line<SeriesPoint>()
    .x((point) => x(point.at))
    .y((point) => y(point.running))
    .curve(curveStepAfter);
  return (
    <g style={{ color: `var(--s${colour + 1})` }}>
      <path d={shape(points) ?? ''} fill="currentColor" fillOpacity={top === TOP + 12 ? 0.16 : 0.32} />
      <path d={edge(points) ?? ''} fill="none" stroke="currentColor" strokeWidth={top === TOP + 12 ? 1.5 : 1} />
    </g>
  );
});

const MOST_LINES = 6;

function MarkButton({ mark, left }: { readonly mark: TimelineMark; readonly left: number }) {
  const m = useMessages();
  const lines = mark.notes.slice(0, MOST_LINES).map((note) => `${shortClock(note.at)} ${noteText(m, note)}`);
  if (mark.notes.length > MOST_LINES) lines.push(m.timeline.more(mark.notes.length - MOST_LINES));
  const text = lines.join('\n');
  return (
    <li style={{ left }}>
      <Hint text={text} side="top">
        <button type="button" className={css['mark']} data-kind={mark.kind} aria-label={text}>
          <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
            {mark.kind === 'order' && <path d="M5.5.8 10.2 5.5 5.5 10.2.8 5.5z" fill="currentColor" />}
            {mark.kind === 'good' && <circle cx="5.5" cy="5.5" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.8" />}
            {mark.kind === 'bad' && <path d="M1.8 1.8l7.4 7.4M9.2 1.8 1.8 9.2" stroke="currentColor" strokeWidth="2.2" />}
            {mark.kind === 'fault' && <path d="M6.4.6 2 6.2h3L4.4 10.4 9 4.6H5.9z" fill="currentColor" />}
          </svg>
        </button>
      </Hint>
    </li>
  );
}
