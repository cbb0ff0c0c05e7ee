import { Pause, Play } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { useClock } from '../../mirror/mirror-store.ts';
import { clockText } from '../../scene/format.ts';
import { useSession } from '../../world/session.ts';
import { setPace, useWorld } from '../../world/world.ts';
import { Hint } from '../kit/Hint.tsx';
import css from './TopBar.module.css';

/** The speeds of virtual time, in virtual milliseconds per wall millisecond. */
export const SPEEDS = [1, 5, 20] as const;

/** Pause and play, the speed, and the virtual clock. */
export function Transport() {
  const m = useMessages();
  const paused = useSession((session) => session.paused);
  const speed = useSession((session) => session.speed);
  const canPace = useWorld((world) => world.client?.capabilities.pace ?? true);
  const label = paused ? m.top.play : m.top.pause;
  return (
    <div className={css['transport']} data-paused={paused}>
      {canPace && (
        <>
          <Hint text={label} keys="Space">
            <button type="button" className={css['play']} aria-label={label} onClick={() => setPace({ paused: !paused })}>
              {paused ? <Play fill="currentColor" /> : <Pause fill="currentColor" strokeWidth={1} />}
            </button>
          </Hint>
          <div className={css['speeds']} role="group" aria-label={m.top.speed}>
            {SPEEDS.map((each) => (
              <button key={each} type="button" className={css['speed']} aria-pressed={speed === each} onClick={() => setPace({ speed: each, paused: false })}>
                {m.top.times(each)}
              </button>
            ))}
          </div>
        </>
      )}
      <Hint text={m.top.clockHint}>
        <span className={css['clock']} role="timer" aria-label={m.top.clock} tabIndex={0}>
          <ClockText />
        </span>
      </Hint>
    </div>
  );
}

function ClockText() {
  return useClock((clock) => clockText(clock.now));
}
