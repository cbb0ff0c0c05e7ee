import { pointAt } from '../../../run/availability.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { serviceLook } from '../../scene/palette.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { select } from '../../world/session.ts';
import css from './Timeline.module.css';

/** Each service's colour, what runs of it at the moment that is shown, and the worst it had seen until then since it first was complete. */
export function SeriesList() {
  const m = useMessages();
  const services = useMirror((mirror) => mirror.services);
  const series = useTimeline((time) => time.series);
  const colours = useMirror((mirror) => mirror.colours);
  const shown = useClock((clock) => clock.coarse);
  return (
    <ul className={css['series']} data-many={services.length > 3}>
      {services.map((service) => {
        const all = series.find((each) => each.id === service.id)?.points ?? [];
        const points = all.filter((point) => point.at <= shown);
        const whole = points.findIndex((point) => point.running >= point.desired && point.desired > 0);
        const running = pointAt(points, shown)?.running ?? 0;
        const lowest = whole < 0 ? undefined : Math.min(...points.slice(whole).map((point) => point.running));
        return (
          <li key={service.id}>
            <button type="button" onClick={() => select({ kind: 'service', id: service.id })}>
              <b style={{ color: serviceLook(colours.get(service.id) ?? 0).colour }}>{service.name}</b>
              <span>
                {m.timeline.counts(running, service.desired)}
                {lowest !== undefined && lowest < running && ` · ${m.timeline.lowest(lowest)}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
