import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { memo } from 'react';
import type { SeriesPoint, ServiceSeries } from '../../../run/availability.ts';

interface Props {
  readonly series: ServiceSeries;
  readonly colour: number;
  /** Virtual milliseconds up to which it is drawn. */
  readonly until: number;
  /** Left and right end of the strip in virtual milliseconds, and their places in pixels. */
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly top: number;
  readonly ground: number;
  /** What the top stands for. */
  readonly most: number;
  readonly strong: boolean;
}

/** One service's running tasks as steps; what of them is not healthy is drawn as a thinner line below. */
export const Steps = memo(function Steps({ series, colour, until, domain, range, top, ground, most, strong }: Props) {
  const x = scaleLinear(domain, range);
  const y = scaleLinear([0, most], [ground, top]);
  const past = series.points.filter((point) => point.at <= until);
  const last = past[past.length - 1];
  const points: SeriesPoint[] = last ? [...past, { ...last, at: until }] : [];
  const shape = area<SeriesPoint>()
    .x((point) => x(point.at))
    .y0(ground)
    .y1((point) => y(point.healthy))
    .curve(curveStepAfter);
  const edge = (height: (point: SeriesPoint) => number) =>
    line<SeriesPoint>()
      .x((point) => x(point.at))
      .y((point) => y(height(point)))
      .curve(curveStepAfter);
  return (
    <g style={{ color: `var(--s${colour + 1})` }}>
      <path d={shape(points) ?? ''} fill="currentColor" fillOpacity={strong ? 0.32 : 0.16} />
      <path d={edge((point) => point.running)(points) ?? ''} fill="none" stroke="currentColor" strokeWidth={strong ? 1 : 1.5} />
    </g>
  );
});
