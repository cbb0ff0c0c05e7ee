import { ChevronDown, Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { useClock } from '../../mirror/mirror-store.ts';
import { clockText } from '../../scene/format.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { lookAtEvent } from '../../time/travel.ts';
import { SPEEDS, useSession } from '../../world/session.ts';
import { setPace, useWorld } from '../../world/world.ts';
import { Hint } from '../kit/Hint.tsx';
import { Menu } from '../kit/Menu.tsx';
import css from './TopBar.module.css';

/** The speeds that have a button of their own. */
const USUAL = [1, 5, 20] as const;

/** To the event before, play or pause, to the next event; the speed; the virtual clock of what is shown. */
export function Transport() {
  const m = useMessages();
  const paused = useSession((session) => session.paused);
  const past = useTimeline((time) => time.moment !== undefined);
  const canPace = useWorld((world) => world.client?.capabilities.pace ?? true);
  const label = paused ? m.top.play : m.top.pause;
  return (
    <div className={css['transport']} data-paused={paused} data-past={past}>
      <Step direction={-1} label={m.top.eventBefore} keys="," icon={<SkipBack />} />
      {canPace && (
        <Hint text={label} keys="Space">
          <button type="button" className={css['play']} aria-label={label} onClick={() => setPace({ paused: !paused })}>
            {paused ? <Play fill="currentColor" /> : <Pause fill="currentColor" strokeWidth={1} />}
          </button>
        </Hint>
      )}
      <Step direction={1} label={m.top.eventAfter} keys="." icon={<SkipForward />} disabled={!past} />
      {canPace && <Speeds />}
      <Hint text={past ? m.top.clockPast : m.top.clockHint}>
        <span className={css['clock']} role="timer" aria-label={m.top.clock} tabIndex={0}>
          <ClockText />
        </span>
      </Hint>
    </div>
  );
}

interface StepProps {
  readonly direction: 1 | -1;
  readonly label: string;
  readonly keys: string;
  readonly icon: React.ReactNode;
  readonly disabled?: boolean;
}

function Step({ direction, label, keys, icon, disabled = false }: StepProps) {
  return (
    <Hint text={label} keys={keys}>
      <button type="button" className={`${css['play']} ${css['step']}`} aria-label={label} disabled={disabled} onClick={() => lookAtEvent(direction)}>
        {icon}
      </button>
    </Hint>
  );
}

function Speeds() {
  const m = useMessages();
  const speed = useSession((session) => session.speed);
  const usual = USUAL.some((each) => each === speed);
  return (
    <div className={css['speeds']} role="group" aria-label={m.top.speed}>
      {USUAL.map((each) => (
        <button key={each} type="button" className={css['speed']} aria-pressed={speed === each} onClick={() => setPace({ speed: each, paused: false })}>
          {m.top.times(each)}
        </button>
      ))}
      <Menu
        label={m.top.speed}
        align="start"
        trigger={
          <button
            type="button"
            className={css['speed']}
            data-chosen={!usual}
            aria-label={usual ? m.top.allSpeeds : `${m.top.allSpeeds}: ${m.top.times(speed)}`}
          >
            {!usual && m.top.times(speed)}
            <ChevronDown size={13} />
          </button>
        }
        entries={() => [
          {
            kind: 'choice',
            label: m.top.speed,
            value: String(speed),
            options: SPEEDS.map((each) => [String(each), m.top.times(each)] as const),
            onChange: (key) => setPace({ speed: Number(key), paused: false }),
          },
        ]}
      />
    </div>
  );
}

function ClockText() {
  return useClock((clock) => clockText(clock.now));
}
