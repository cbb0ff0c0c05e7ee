import { useMemo } from 'react';
import type { Input } from '../../../run/input.ts';
import { echo } from '../../actions/action.ts';
import { wholeNetwork } from '../../actions/link-actions.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { quorumView } from '../../scene/raft-scene.ts';
import { send } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import { LogTable } from './LogTable.tsx';
import css from './RaftView.module.css';
import { Ring } from './Ring.tsx';
import { type RaftWords, useRaftWords } from './raft-words.ts';
import { Said } from './Said.tsx';
import { useConversation } from './use-flights.ts';

/** The managers, what they tell each other, and what each has in its log. */
export function RaftView() {
  const w = useRaftWords();
  const managers = useMirror((mirror) => mirror.managers);
  const hosts = useMirror((mirror) => mirror.hosts);
  const { flights, said, skipped } = useConversation();
  const quorum = useMemo(() => quorumView(managers), [managers]);
  if (!quorum) return <p className={css['none']}>{w.none}</p>;
  const lost = quorum.together < quorum.needed;
  const healing = wholeNetwork(hosts);
  return (
    <div className={css['view']} aria-label={w.title} role="group">
      <div className={css['head']}>
        <p className={css['verdict']} data-bad={quorum.leader === ''} role="status">
          <StateMark mark={quorum.leader === '' ? (lost ? 'failed' : 'starting') : 'running'} />
          <b>{quorum.leader === '' ? w.noLeader(quorum.term) : w.leads(quorum.leader, quorum.term)}</b>
          <span>{w.quorum(quorum.needed, quorum.members, quorum.together)}</span>
        </p>
        <p className={css['why']}>{lost ? w.lost : quorum.leader === '' ? w.electing : skipped > 0 ? w.skipped(skipped) : w.slowed}</p>
        {healing.length > 0 && (
          <Button className={css['heal'] ?? ''} onClick={() => healAll(healing, w)}>
            {w.healAll}
          </Button>
        )}
      </div>
      <div className={css['middle']}>
        <Ring managers={managers} hosts={hosts} flights={flights} />
        <Said said={said} />
      </div>
      <LogTable managers={managers} />
    </div>
  );
}

/** Makes the network whole; no command does it. */
function healAll(inputs: readonly Input[], w: RaftWords): void {
  send(...inputs);
  echo(w.healAll, w.network, undefined, w.healed);
}
