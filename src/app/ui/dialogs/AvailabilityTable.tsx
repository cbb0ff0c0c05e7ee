import { type AvailabilityFigures, availabilityFigures } from '../../../run/availability-figures.ts';
import type { WatchedRun } from '../../../run/watch-availability.ts';
import { type Messages, useMessages } from '../../i18n/messages.ts';
import css from './CompareDialog.module.css';

interface Props {
  readonly names: readonly string[];
  readonly left: WatchedRun;
  readonly right: WatchedRun;
  readonly leftName: string;
  readonly rightName: string;
  readonly until: number;
}

/** The figures of every service on both sides: the fewest at once, seconds below what was wanted, seconds without any. */
export function AvailabilityTable({ names, left, right, leftName, rightName, until }: Props) {
  const m = useMessages();
  const figuresOf = (run: WatchedRun, name: string): AvailabilityFigures | undefined =>
    availabilityFigures(run.series.find((series) => series.name === name)?.points ?? [], run.began, Math.min(until, run.now));
  return (
    <div className={css['scroll']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {m.compare.service}
            </th>
            <th scope="colgroup" colSpan={3}>
              {leftName}
            </th>
            <th scope="colgroup" colSpan={3}>
              {rightName}
            </th>
          </tr>
          <tr>
            {['left', 'right'].map((side) => [
              <th key={`${side}l`} scope="col">
                {m.compare.lowest}
              </th>,
              <th key={`${side}b`} scope="col">
                {m.compare.below}
              </th>,
              <th key={`${side}d`} scope="col">
                {m.compare.down}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const a = figuresOf(left, name);
            const b = figuresOf(right, name);
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells(m, 'left', a, b)}
                {cells(m, 'right', b, a)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Less missing than this (tasks times virtual milliseconds) is not worth a word: the figures would show the same. */
const VISIBLE_MS = 500;

function cells(m: Messages, side: string, own: AvailabilityFigures | undefined, other: AvailabilityFigures | undefined) {
  const better = own && other && other.missingMs - own.missingMs >= VISIBLE_MS;
  return [
    <td key={`${side}l`}>{own ? own.lowest : m.compare.none}</td>,
    <td key={`${side}b`} data-better={better || undefined}>
      {own ? m.compare.seconds(own.belowMs) : m.compare.none}
      {better && <span className={css['better']}> {m.compare.better}</span>}
    </td>,
    <td key={`${side}d`}>{own ? m.compare.seconds(own.downMs) : m.compare.none}</td>,
  ];
}
