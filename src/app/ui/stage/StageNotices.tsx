import { Crown, Scissors } from 'lucide-react';
import { useMemo } from 'react';
import type { TaskRecord } from '../../../run/view.ts';
import { perform } from '../../actions/action.ts';
import { isParted, linkAction, reunionAction } from '../../actions/link-actions.ts';
import { quorumOf } from '../../actions/managers.ts';
import { useMessages } from '../../i18n/messages.ts';
import { hostNamed } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { StageFilter } from '../../scene/filter.ts';
import { cutLinks } from '../../scene/links.ts';
import { Button } from '../kit/Button.tsx';
import css from './StageNotices.module.css';
import { WaitingTray } from './WaitingTray.tsx';

/** Above the columns: what holds for the whole cluster and wants attention. */
export function StageNotices({ waiting, filter }: { readonly waiting: readonly TaskRecord[]; readonly filter: StageFilter }) {
  return (
    <>
      <QuorumNotice />
      <CutNotice />
      <WaitingTray tasks={waiting} filter={filter} />
    </>
  );
}

/** Said plainly when the managers cannot decide any more. */
function QuorumNotice() {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const { all, up, need } = quorumOf(hosts);
  if (all === 0 || up >= need) return null;
  return (
    <p className={css['notice']} data-kind="bad">
      <Crown size={15} aria-hidden="true" />
      <b>{m.top.quorumLost(up, all)}</b>
      <span>{m.stage.quorumLost(need)}</span>
    </p>
  );
}

/** Links that are cut: the sides of a partition, or pairs; with the way back. */
function CutNotice() {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const { sides, pairs } = useMemo(() => cutLinks(hosts), [hosts]);
  const heal = (a: string, b: string): void => {
    const mirror = useMirror.getState();
    const [first, second] = [hostNamed(mirror, a), hostNamed(mirror, b)];
    if (first && second) perform(linkAction(first, second, m));
  };
  if (sides.length < 2 && pairs.length === 0) return null;
  return (
    <div className={css['notice']} data-kind="warn">
      <Scissors size={15} aria-hidden="true" />
      {sides.length > 1 && (
        <>
          <b>{m.stage.parted(sides.length)}</b>
          <span>{sides.map((side) => shorten(side, m.stage.andMore)).join(' | ')}</span>
          {isParted(hosts) && <Button onClick={() => perform(reunionAction(m))}>{m.act.reunite}</Button>}
        </>
      )}
      {pairs.length > 0 && (
        <>
          <b>{m.stage.linksCut(pairs.length)}</b>
          {pairs.slice(0, MOST_PAIRS).map(([a, b]) => (
            <Button key={`${a}${b}`} aria-label={m.stage.healPair(a, b)} onClick={() => heal(a, b)}>
              {`${a} – ${b}: ${m.act.reunite}`}
            </Button>
          ))}
        </>
      )}
    </div>
  );
}

const MOST_PAIRS = 4;
const MOST_NAMES = 6;

function shorten(names: readonly string[], more: (count: number) => string): string {
  return names.length <= MOST_NAMES ? names.join(', ') : `${names.slice(0, MOST_NAMES - 1).join(', ')} ${more(names.length - MOST_NAMES + 1)}`;
}
