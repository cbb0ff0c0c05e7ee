import { CornerUpRight, History } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { useClock } from '../../mirror/mirror-store.ts';
import { shortClock } from '../../scene/format.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { backToNow } from '../../time/travel.ts';
import { useWorld } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import css from './PastLine.module.css';

/** Says plainly that one looks at the past, how far from now, and what acting there does; and leads back. */
export function PastLine() {
  const m = useMessages();
  const shown = useClock((clock) => clock.coarse);
  const head = useTimeline((time) => time.head);
  const forking = useTimeline((time) => time.forking);
  const canFork = useWorld((world) => world.client?.capabilities.timeTravel ?? false);
  return (
    <div className={css['line']} role="status" data-past-line="">
      <History size={15} aria-hidden="true" />
      <p>
        <b>{m.past.title}</b> <span className={css['time']}>{m.past.before(shortClock(Math.max(0, head - shown)))}</span>
        <span className={css['more']}>{forking ? m.past.forking : canFork ? m.past.actHere : ''}</span>
      </p>
      <Button look="primary" icon={<CornerUpRight />} className={css['back'] ?? ''} onClick={backToNow}>
        {m.past.back}
      </Button>
    </div>
  );
}
