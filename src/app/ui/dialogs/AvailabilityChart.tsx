import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { useRef } from 'react';
import type { SeriesPoint } from '../../../run/availability.ts';
import { isFault } from '../../../run/fault-input.ts';
import type { WatchedRun } from '../../../run/watch-availability.ts';
import { inputText } from '../../i18n/input-text.ts';
import { useMessages } from '../../i18n/messages.ts';
import { shortClock } from '../../scene/format.ts';
import { COLOURS } from '../../scene/palette.ts';
import { useSize } from '../kit/use-size.ts';
import css from './CompareDialog.module.css';

const HEIGHT = 96;
const TOP = 16;
const GROUND = HEIGHT - 18;
/** How wide the text of a time is. */
const TIME_WIDTH = 34;

interface Props {
  readonly name: string;
  readonly run: WatchedRun;
  /** Right end in virtual milliseconds: the same for both sides. */
  readonly until: number;
  /** What the top stands for: the same for both sides. */
  readonly most: number;
  readonly colour: number;
}

/** One service of one run: healthy tasks as an area, what was wanted as a dashed line, what was missing in red between them, faults as marks. */
export function AvailabilityChart({ name, run, until, most, colour }: Props) {
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const width = useSize(box)?.width ?? 0;
  const points = run.series.find((series) => series.name === name)?.points ?? [];
  const last = points[points.length - 1];
  const drawn: SeriesPoint[] = last ? [...points, { ...last, at: run.now }] : [];
  const x = scaleLinear([0, Math.max(1, until)], [4, Math.max(5, width - 6)]);
  const y = scaleLinear([0, most], [GROUND, TOP]);
  const between = (low: (point: SeriesPoint) => number, high: (point: SeriesPoint) => number): string =>
    area<SeriesPoint>()
      .x((point) => x(point.at))
      .y0((point) => y(low(point)))
      .y1((point) => y(high(point)))
      .curve(curveStepAfter)(drawn) ?? '';
  const edge = (height: (point: SeriesPoint) => number): string =>
    line<SeriesPoint>()
      .x((point) => x(point.at))
      .y((point) => y(height(point)))
      .curve(curveStepAfter)(drawn) ?? '';
  const faults = run.inputs.filter(({ input }) => isFault(input));
  // Marks of faults stand among the times of the axis: where both would stand, the mark does.
  const times = x.ticks(Math.max(2, Math.floor(width / 120))).filter((tick) => !faults.some(({ at }) => Math.abs(x(at) - x(tick)) < TIME_WIDTH / 2 + 6));
  return (
    <div ref={box} className={css['chart']}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={m.compare.chart(name)} style={{ color: `var(--s${(colour % COLOURS) + 1})` }}>
          <line className={css['ground']} x1={0} x2={width} y1={GROUND + 0.5} y2={GROUND + 0.5} />
          <path
            className={css['missing']}
            d={between(
              (point) => Math.min(point.healthy, point.desired),
              (point) => point.desired,
            )}
          />
          <path
            d={between(
              () => 0,
              (point) => point.healthy,
            )}
            fill="currentColor"
            fillOpacity={0.22}
          />
          <path d={edge((point) => point.healthy)} fill="none" stroke="currentColor" strokeWidth={1.5} />
          <path className={css['wanted']} d={edge((point) => point.desired)} />
          {faults.map(({ at, input }, i) => (
            <g key={`${at}/${i}`} transform={`translate(${x(at)},0)`}>
              <title>{`${shortClock(at)} ${inputText(m, input)}`}</title>
              <path className={css['faultLine']} d={`M0 ${TOP - 4}V${GROUND}`} />
              <path className={css['fault']} d={`M.9 ${GROUND + 3} -3.5 ${GROUND + 9}h3L-1 ${GROUND + 14} 3.6 ${GROUND + 7}H.5z`} />
            </g>
          ))}
          {times.map((tick) => (
            <text key={tick} className={css['time']} x={x(tick)} y={HEIGHT - 4} textAnchor={tick === 0 ? 'start' : 'middle'}>
              {shortClock(tick)}
            </text>
          ))}
          <text className={css['service']} x={4} y={11}>
            {name}
          </text>
          <text className={css['most']} x={width - 6} y={11} textAnchor="end">
            {most}
          </text>
        </svg>
      )}
    </div>
  );
}
