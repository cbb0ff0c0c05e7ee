import { scaleLinear } from 'd3-scale';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import type { ServiceSeries } from '../../../run/availability.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { shortClock } from '../../scene/format.ts';
import { COLOURS } from '../../scene/palette.ts';
import { timelineMarks } from '../../scene/timeline-marks.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { lookAt } from '../../time/travel.ts';
import { useSize } from '../kit/use-size.ts';
import { zoomOf } from '../kit/zoom-of.ts';
import { MarkButton } from './MarkButton.tsx';
import { MomentSlider } from './MomentSlider.tsx';
import { Steps } from './Steps.tsx';
import css from './Timeline.module.css';

/** The strip is never shorter than this much virtual time: the first seconds would race across it. */
const SHORTEST_MS = 60_000;
const TOP = 8;
const GROUND = 50;
/** Who lets go this close to the present, in pixels, means it. */
const NOW_CATCH = 5;

/**
 * Running tasks of each service as steps over virtual time, and marks for what was done and what went wrong. Pressing
 * and dragging looks at that moment.
 */
export function Strip() {
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const width = useSize(box)?.width ?? 0;
  const shown = useClock((clock) => clock.coarse);
  const head = useTimeline((time) => time.head);
  const past = useTimeline((time) => time.moment !== undefined);
  const series = useTimeline((time) => time.series);
  const notes = useTimeline((time) => time.notes);
  const inputs = useTimeline((time) => time.inputs);
  const colours = useMirror((mirror) => mirror.colours);
  const [pointed, setPointed] = useState<number>();
  // Grows in steps, so that the picture stands still between them.
  const end = Math.max(SHORTEST_MS, Math.ceil((head * 1.04) / stepOf(head)) * stepOf(head));
  const right = Math.max(7, width - 10);
  const x = useMemo(() => scaleLinear([0, end], [6, right]), [end, right]);
  const domain = useMemo(() => [0, end] as const, [end]);
  const range = useMemo(() => [6, right] as const, [right]);
  const most = Math.max(1, ...series.flatMap((each) => each.points.map((point) => Math.max(point.running, point.desired))));
  const marks = useMemo(() => timelineMarks(notes, inputs, (end / Math.max(1, width)) * 9), [notes, inputs, end, width]);
  const timeAt = (event: PointerEvent): number => {
    const at = box.current ? x.invert((event.clientX - box.current.getBoundingClientRect().left) / zoomOf(box.current)) : head;
    return at > head - (NOW_CATCH * end) / Math.max(1, width) ? head : Math.max(0, Math.round(at));
  };
  const drag = (event: PointerEvent): void => lookAt(timeAt(event));
  const now = past ? head : shown;
  return (
    <div
      ref={box}
      className={css['strip']}
      role="group"
      aria-label={m.timeline.label}
      onPointerDown={(event) => {
        if (event.button !== 0 || (event.target as Element).closest('button')) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.querySelector<HTMLElement>('[role="slider"]')?.focus();
        drag(event);
      }}
      onPointerMove={(event) => {
        setPointed(timeAt(event));
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
      }}
      onPointerLeave={() => setPointed(undefined)}
    >
      {width > 0 && (
        <svg width={width} height={66} aria-hidden="true">
          <line className={css['ground']} x1={0} x2={width} y1={GROUND + 0.5} y2={GROUND + 0.5} />
          {x
            .ticks(Math.max(2, Math.floor(width / 110)))
            .filter((tick) => x(tick) < width - 40)
            .map((tick) => (
              <g key={tick} transform={`translate(${Math.round(x(tick))},0)`}>
                <line className={css['tick']} y1={TOP} y2={GROUND} />
                {/* Under the head of the line for the moment it could not be read. */}
                {Math.abs(x(shown) - x(tick) - 18) > 22 && (
                  <text className={css['time']} x={3} y={TOP + 7}>
                    {shortClock(tick)}
                  </text>
                )}
              </g>
            ))}
          {series.map((each, i) => (
            <Steps
              key={each.id}
              series={each}
              colour={(colours.get(each.id) ?? 0) % COLOURS}
              until={now}
              domain={domain}
              range={range}
              strong={series.length > MOST_TOGETHER}
              {...laneOf(i, series.length, most, each)}
            />
          ))}
          {past && <rect className={css['future']} x={x(shown)} y={TOP - 2} width={Math.max(0, x(now) - x(shown))} height={GROUND - TOP + 2} />}
          {past && <path className={css['present']} d={`M${x(now)} ${TOP - 2}V${GROUND}`} />}
          {pointed !== undefined && <Pointed at={pointed} left={x(pointed)} width={width} />}
          <path className={css['now']} data-past={past} d={`M${x(shown)} ${TOP - 2}V64`} />
          <path className={css['head']} data-past={past} d={`M${x(shown) - 5} ${TOP - 7}h10l-5 7z`} />
        </svg>
      )}
      <MomentSlider left={x(shown)} />
      <ol className={css['marks']} aria-label={m.timeline.events}>
        {marks.map((mark) => (
          <MarkButton key={`${mark.kind}${mark.at}`} mark={mark} left={x(mark.at)} />
        ))}
      </ol>
    </div>
  );
}

function Pointed({ at, left, width }: { readonly at: number; readonly left: number; readonly width: number }) {
  const end = left > width - 60;
  return (
    <g className={css['pointed']}>
      <path d={`M${left} ${TOP}V${GROUND}`} />
      <text x={left + (end ? -4 : 4)} y={GROUND - 4} textAnchor={end ? 'end' : 'start'}>
        {shortClock(at)}
      </text>
    </g>
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
