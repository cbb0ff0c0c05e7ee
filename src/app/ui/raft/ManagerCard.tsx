import { Crown, MoreVertical } from 'lucide-react';
import { memo } from 'react';
import type { HostRecord, ManagerRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { HostMenu } from '../stage/HostMenu.tsx';
import css from './RaftView.module.css';
import { useRaftWords } from './raft-words.ts';

/** One manager: its role, its term, whom it follows and whom it voted for. */
export const ManagerCard = memo(function ManagerCard({
  manager,
  host,
  selected,
  style,
  onSelect,
}: {
  readonly manager: ManagerRecord;
  /** Its machine, unless that was taken away. */
  readonly host: HostRecord | undefined;
  readonly selected: boolean;
  readonly style: React.CSSProperties;
  readonly onSelect: () => void;
}) {
  const w = useRaftWords();
  const m = useMessages();
  const { id, running, role, term, leader, votedFor, votes, silentS, electionS } = manager;
  const follows = role === 'leader' ? '' : leader === '' || leader === id ? w.knowsNoLeader : w.follows(leader);
  return (
    <li className={css['card']} style={style} data-role={running ? role : 'stopped'} data-selected={selected}>
      <div className={css['line']}>
        <StateMark mark={!running ? 'failed' : role === 'candidate' ? 'starting' : 'running'} />
        <button type="button" className={css['hit']} aria-pressed={selected} onClick={onSelect}>
          {id}
        </button>
        {running && role === 'leader' && <Crown size={14} className={css['crown'] ?? ''} aria-hidden="true" />}
        {host && (
          <HostMenu
            host={host}
            trigger={
              <button type="button" className={css['more']} aria-label={m.stage.actions(id)}>
                <MoreVertical size={14} />
              </button>
            }
          />
        )}
      </div>
      <div className={css['role']}>
        <b>{running ? w.role[role] : w.role.stopped}</b>
        <span>{w.term(term)}</span>
      </div>
      <div className={css['facts']}>
        {running && role === 'candidate' && <span>{w.votes(votes.length)}</span>}
        {running && role === 'follower' && silentS > 0 ? <span>{w.silent(silentS, electionS)}</span> : running && follows !== '' && <span>{follows}</span>}
        {votedFor !== '' && votedFor !== leader && <span>{votedFor === id ? w.votedSelf : w.voted(votedFor)}</span>}
      </div>
    </li>
  );
});
