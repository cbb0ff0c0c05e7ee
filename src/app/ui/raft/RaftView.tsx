import { useMemo } from 'react';
import type { Input } from '../../../run/input.ts';
import type { HostRecord } from '../../../run/view.ts';
import { type ClickAction, clickLine, echo, perform } from '../../actions/action.ts';
import { wholeNetwork } from '../../actions/link-actions.ts';
import { managerOf } from '../../actions/managers.ts';
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

/** Fewer managers than this survive no loss. */
const FEW = 3;

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
  const few = quorum.members < FEW && !lost && quorum.leader !== '';
  const promotion = few ? promoteTo(FEW, quorum.members, hosts, w) : undefined;
  return (
    <div className={css['view']} aria-label={w.title} role="group">
      <div className={css['head']}>
        <p className={css['verdict']} data-bad={quorum.leader === ''} role="status">
          <StateMark mark={quorum.leader === '' ? (lost ? 'failed' : 'starting') : 'running'} />
          <b>{quorum.leader === '' ? w.noLeader(quorum.term) : w.leads(quorum.leader, quorum.term)}</b>
          <span>{w.quorum(quorum.needed, quorum.members, quorum.together)}</span>
        </p>
        <p className={css['why']}>
          {lost ? w.lost : quorum.leader === '' ? w.electing : few ? w.alone(quorum.members) : skipped > 0 ? w.skipped(skipped) : w.slowed}
        </p>
        <div className={css['acts']}>
          {promotion && <Button onClick={() => perform(promotion)}>{promotion.label}</Button>}
          {healing.length > 0 && <Button onClick={() => healAll(healing, w)}>{w.healAll}</Button>}
        </div>
      </div>
      <div className={css['middle']}>
        <Ring managers={managers} hosts={hosts} flights={flights} />
        <Said said={said} />
      </div>
      <LogTable managers={managers} />
    </div>
  );
}

/** Makes managers of so many workers that there are `wanted`; undefined when there are no such workers. */
function promoteTo(wanted: number, members: number, hosts: readonly HostRecord[], w: RaftWords): ClickAction | undefined {
  const workers = hosts.filter((host) => host.role === 'worker' && host.status === 'ready' && host.engineUp).slice(0, wanted - members);
  const manager = managerOf(hosts);
  if (!manager || workers.length < wanted - members) return undefined;
  const names = workers.map((host) => host.id);
  return {
    id: 'promote-to-three',
    label: w.promote(names.join(', ')),
    host: manager.id,
    input: clickLine(manager.id, `docker node promote ${names.join(' ')}`),
  };
}

/** Makes the network whole; no command does it. */
function healAll(inputs: readonly Input[], w: RaftWords): void {
  send(...inputs);
  echo(w.healAll, w.network, undefined, w.healed);
}
