import { ExternalLink, Pause, Play } from 'lucide-react';
import { useState } from 'react';
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
  /** Where the whole is, when the page around lets no window open. */
  const [address, setAddress] = useState('');
  const openWhole = async (): Promise<void> => {
    // A new window must be asked for at once, or it is taken for an advertisement.
    const target = open('about:blank', '_blank');
    const [{ encodeLink }, { sharedNow }] = await Promise.all([import('../../../run/link.ts'), import('../../share/shared-now.ts')]);
    const shared = sharedNow(true);
    if (!shared) return;
    const whole = addressOf(encodeLink(shared));
    if (target) target.location.href = whole;
    else setAddress(whole);
  };
  return (
    <footer className={css['bar']}>
      {address !== '' && (
        <div className={css['address']} role="status">
          {m.embed.noWindow}
          <input type="text" readOnly value={address} aria-label={m.share.link} onFocus={(event) => event.target.select()} />
        </div>
      )}
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
