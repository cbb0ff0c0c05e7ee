import { useRef } from 'react';
import { pointAt } from '../../../run/availability.ts';
import type { ServiceRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { serviceLook } from '../../scene/palette.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { select } from '../../world/session.ts';
import { openMenu } from '../kit/menu-store.ts';
import { useSize } from '../kit/use-size.ts';
import css from './Timeline.module.css';

const ROWS = 3;
/** A column of services is at least so wide, in pixels. */
const COLUMN_PX = 98;

/**
 * Each service's colour, what runs of it at the moment that is shown, and the worst it had seen until then since it first was
 * complete. What does not fit is behind the last entry, which says how many of those are short of tasks.
 */
export function SeriesList() {
  const m = useMessages();
  const services = useMirror((mirror) => mirror.services);
  const series = useTimeline((time) => time.series);
  const colours = useMirror((mirror) => mirror.colours);
  const shown = useClock((clock) => clock.coarse);
  const box = useRef<HTMLUListElement>(null);
  const width = useSize(box)?.width ?? 0;
  const columns = Math.max(1, Math.min(Math.floor(width / COLUMN_PX), Math.ceil(services.length / ROWS)));
  const room = ROWS * columns;
  const fitting = services.length <= room ? services : services.slice(0, room - 1);
  const more = services.slice(fitting.length);
  const runningOf = ({ id }: ServiceRecord): number => pointAt(series.find((each) => each.id === id)?.points ?? [], shown)?.running ?? 0;
  const short = more.filter((service) => runningOf(service) < service.desired).length;
  return (
    <ul
      ref={box}
      className={css['series']}
      data-columns={columns > 1 ? columns : undefined}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {fitting.map((service) => {
        const running = runningOf(service);
        const lowest = columns > 1 ? undefined : lowestUntil(series.find((each) => each.id === service.id)?.points ?? [], shown);
        return (
          <li key={service.id}>
            <button type="button" title={service.name} data-short={running < service.desired} onClick={() => select({ kind: 'service', id: service.id })}>
              <b style={{ color: serviceLook(colours.get(service.id) ?? 0).colour }}>
                <i>{service.name.slice(0, service.name.indexOf('_') + 1)}</i>
                <i>{service.name.slice(service.name.indexOf('_') + 1)}</i>
              </b>
              <span>
                {columns > 1 ? `${running}/${service.desired}` : m.timeline.counts(running, service.desired)}
                {lowest !== undefined && lowest < running && ` · ${m.timeline.lowest(lowest)}`}
              </span>
            </button>
          </li>
        );
      })}
      {more.length > 0 && (
        <li>
          <button
            type="button"
            aria-haspopup="menu"
            data-short={short > 0}
            aria-label={m.timeline.moreServicesLong(more.length, short)}
            title={m.timeline.moreServicesLong(more.length, short)}
            onClick={(event) =>
              openMenu({
                anchor: event.currentTarget,
                align: 'end',
                label: m.inspector.services,
                entries: more.map((service) => ({
                  kind: 'item',
                  label: service.name,
                  icon: <i className={css['swatch']} style={{ background: serviceLook(colours.get(service.id) ?? 0).colour }} />,
                  keys: `${runningOf(service)}/${service.desired}`,
                  onSelect: () => select({ kind: 'service', id: service.id }),
                })),
              })
            }
          >
            <span>{m.timeline.moreServices(more.length, short)}</span>
          </button>
        </li>
      )}
    </ul>
  );
}

/** The fewest that ran until a moment, since the service first was complete. */
function lowestUntil(points: readonly { readonly at: number; readonly running: number; readonly desired: number }[], moment: number): number | undefined {
  const past = points.filter((point) => point.at <= moment);
  const whole = past.findIndex((point) => point.running >= point.desired && point.desired > 0);
  return whole < 0 ? undefined : Math.min(...past.slice(whole).map((point) => point.running));
}
