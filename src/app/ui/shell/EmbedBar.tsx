import { ExternalLink, Pause, Play } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { useClock } from '../../mirror/mirror-store.ts';
import { clockText } from '../../scene/format.ts';
import { addressOf } from '../../share/addresses.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { backToNow, lookAt } from '../../time/travel.ts';
import { useSession } from '../../world/session.ts';
import { setPace } from '../../world/world.ts';
import css from './EmbedBar.module.css';

/** What a frame in somebody's page needs of time: play, the moment, and the way to the whole. */
export function EmbedBar() {
  const m = useMessages();
  const paused = useSession((session) => session.paused);
  const shown = useClock((clock) => clock.coarse);
  const head = useTimeline((time) => time.head);
  const oldest = useTimeline((time) => time.oldest);
  const label = paused ? m.top.play : m.top.pause;
  const openWhole = async (): Promise<void> => {
    // A new window must be asked for at once, or it is taken for an advertisement.
    const target = open('about:blank', '_blank');
    const [{ encodeLink }, { sharedNow }] = await Promise.all([import('../../../run/link.ts'), import('../../share/shared-now.ts')]);
    const shared = sharedNow(true);
    if (target && shared) target.location.href = addressOf(encodeLink(shared));
  };
  return (
    <footer className={css['bar']}>
      <button type="button" className={css['play']} aria-label={label} onClick={() => setPace({ paused: !paused })}>
        {paused ? <Play fill="currentColor" /> : <Pause fill="currentColor" strokeWidth={1} />}
      </button>
      <span className={css['clock']}>{clockText(shown)}</span>
      <input
        type="range"
        aria-label={m.embed.moment}
        aria-valuetext={clockText(shown)}
        min={oldest}
        max={Math.max(head, shown)}
        value={shown}
        step={100}
        onChange={(event) => (event.target.valueAsNumber >= head ? backToNow() : lookAt(event.target.valueAsNumber))}
      />
      <button type="button" className={css['open']} onClick={() => void openWhole()}>
        <ExternalLink size={14} aria-hidden="true" />
        {m.embed.open}
      </button>
    </footer>
  );
}
