import { GitBranch, Lightbulb, MousePointerClick, X } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { noteText } from '../../i18n/note-text.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { shortClock } from '../../scene/format.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { useSession } from '../../world/session.ts';
import { useSettings } from '../../world/settings.ts';
import { useWorld } from '../../world/world-store.ts';
import { useFilledBars } from '../shell/first-picture.ts';
import css from './ActivityLine.module.css';
import { PastLine } from './PastLine.tsx';

/** Until so many virtual milliseconds a cluster may still be being set up. */
const BEGUN_MS = 3000;

/** One quiet line under the stage: the command that the last click stood for, the first hint, and what happened last. */
export function ActivityLine() {
  const m = useMessages();
  const echo = useSession((session) => session.echo);
  const notice = useSession((session) => session.notice);
  const hintSeen = useSettings((settings) => settings.hintSeen);
  const orders = useWorld((world) => world.client?.capabilities.orders ?? true);
  const done = useMirror((mirror) => mirror.hosts.some((host) => !host.engineUp || !host.power));
  const begun = useClock((clock) => clock.coarse > BEGUN_MS);
  const hint = useMirror(({ hosts, services }) =>
    services.length > 0 || !begun ? 'hint' : hosts.some((host) => host.role !== '') ? 'hintEmpty' : 'hintNoSwarm',
  );
  const past = useTimeline((time) => time.moment !== undefined);
  const filled = useFilledBars();
  if (!filled) return <div className={css['line']} />;
  if (past) return <PastLine />;
  return (
    <div className={css['line']}>
      <div className={css['left']} role="status">
        {notice ? (
          <p key={notice} className={css['echo']}>
            <GitBranch size={14} aria-hidden="true" />
            {m.notice[notice]}
            <button type="button" className={css['more']} onClick={() => useSession.setState({ dialog: 'branches' })}>
              {m.notice.show}
            </button>
          </p>
        ) : echo ? (
          <p key={echo.id} className={css['echo']}>
            <MousePointerClick size={14} aria-hidden="true" />
            <span className={css['quiet']}>{m.stage.youClicked(echo.label)}:</span>
            <code>
              {echo.command === undefined ? (
                <>
                  <b>{echo.host}</b> {echo.words}
                </>
              ) : (
                <>
                  <b>{echo.host}$</b> {echo.command}
                </>
              )}
            </code>
          </p>
        ) : (
          !hintSeen &&
          orders &&
          !done && (
            <p className={css['hint']}>
              <Lightbulb size={14} aria-hidden="true" />
              {m.stage[hint]}
              <button type="button" className={css['dismiss']} aria-label={m.stage.dismiss} onClick={() => useSettings.setState({ hintSeen: true })}>
                <X size={13} />
              </button>
            </p>
          )
        )}
      </div>
      <LastNote />
    </div>
  );
}

function LastNote() {
  const m = useMessages();
  const note = useMirror((mirror) => mirror.notes.findLast((each) => each.kind !== 'input' && each.kind !== 'task-placed'));
  if (!note) return null;
  return (
    <p className={css['note']} title={noteText(m, note)} aria-label={m.stage.activity}>
      <time>{shortClock(note.at)}</time>
      <span>{noteText(m, note)}</span>
    </p>
  );
}
