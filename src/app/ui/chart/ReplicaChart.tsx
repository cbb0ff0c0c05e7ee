import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { memo } from 'react';
import type { SeriesPoint, ServiceSeries } from '../../../run/availability.ts';
import { useMessages } from '../../i18n/messages.ts';
import { shortClock } from '../../scene/format.ts';
import { availabilityOf, pointsBetween } from '../../scene/replica-steps.ts';
import css from './ReplicaChart.module.css';

interface Props {
  readonly series: ServiceSeries;
  /** What is shown, in virtual milliseconds, and the moment that is looked at: later is not drawn. */
  readonly from: number;
  readonly to: number;
  readonly moment: number;
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Colour of the service, as CSS writes it. */
  readonly colour: string;
  /** Times under the chart. */
  readonly axis?: boolean;
}

const TOP = 4;
const AXIS = 16;
/** A time that had less room than this would be cut off. */
const TIME_WIDTH = 40;

/** Replicas of a service over time: what was wanted (dashed), what really ran (filled), what of that was healthy (line). */
export const ReplicaChart = memo(function ReplicaChart({ series, from, to, moment, width, height, colour, axis = false }: Props) {
  const m = useMessages();
  const end = Math.min(to, Math.max(from, moment));
  const points = pointsBetween(series, from, end);
  const ground = height - (axis ? AXIS : 1);
  const most = Math.max(1, ...points.map((point) => Math.max(point.running, point.desired)));
  const x = scaleLinear([from, Math.max(from + 1, to)], [0, width]);
  const y = scaleLinear([0, most], [ground, TOP]);
  const ran = area<SeriesPoint>()
    .x((point) => x(point.at))
    .y0(ground)
    .y1((point) => y(point.running))
    .curve(curveStepAfter);
  const steps = (of: (point: SeriesPoint) => number): string =>
    line<SeriesPoint>()
      .x((point) => x(point.at))
      .y((point) => y(of(point)))
      .curve(curveStepAfter)([...points]) ?? '';
  const availability = availabilityOf(series, from, end);
  const last = points[points.length - 1];
  const words = m.chart.label(series.name, last?.running ?? 0, last?.healthy ?? 0, last?.desired ?? 0, availability?.lowest ?? 0);
  return (
    <svg className={css['chart']} width={width} height={height} role="img" aria-label={words} style={{ color: colour }}>
      <line className={css['ground']} x1={0} x2={width} y1={ground + 0.5} y2={ground + 0.5} />
      {axis &&
        x
          .ticks(Math.max(2, Math.floor(width / 90)))
          .filter((tick) => x(tick) < width - TIME_WIDTH)
          .map((tick) => (
            <text key={tick} className={css['time']} x={x(tick) + 2} y={height - 3}>
              {shortClock(tick)}
            </text>
          ))}
      <path d={ran([...points]) ?? ''} fill="currentColor" fillOpacity={0.2} />
      <path className={css['desired']} d={steps((point) => point.desired)} />
      <path className={css['healthy']} d={steps((point) => point.healthy)} />
      {end < to && <line className={css['now']} x1={x(end)} x2={x(end)} y1={0} y2={ground} />}
    </svg>
  );
});
