import { Crown, Server } from 'lucide-react';
import { quorumOf } from '../../actions/managers.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { Hint } from '../kit/Hint.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import css from './TopBar.module.css';

/** The managers' quorum and how many nodes are ready. */
export function ClusterChips() {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const ready = useMirror((mirror) => mirror.ready);
  if (!ready) return null;
  const { all, up, need } = quorumOf(hosts);
  const nodes = hosts.filter((host) => host.role !== '');
  const nodesReady = nodes.filter((host) => host.status === 'ready').length;
  const hasQuorum = all > 0 && up >= need;
  return (
    <>
      <Hint text={m.top.quorumHint(need)}>
        <span className={css['chip']} data-bad={all > 0 && !hasQuorum} tabIndex={0} data-chip="quorum">
          <StateMark mark={all === 0 ? 'pending' : hasQuorum ? 'running' : 'failed'} size={10} />
          <span className={css['long']}>{all === 0 ? m.top.noSwarm : hasQuorum ? m.top.quorum(up, all) : m.top.quorumLost(up, all)}</span>
          <span className={css['brief']} aria-hidden="true">
            <Crown size={12} /> {up}/{all}
          </span>
        </span>
      </Hint>
      {nodes.length > 0 && (
        <span className={css['chip']} data-bad={nodesReady < nodes.length} data-chip="ready">
          <StateMark mark={nodesReady < nodes.length ? 'failed' : 'running'} size={10} />
          <span className={css['long']}>{m.top.ready(nodesReady, nodes.length)}</span>
          <span className={css['brief']} aria-hidden="true">
            <Server size={12} /> {nodesReady}/{nodes.length}
          </span>
        </span>
      )}
    </>
  );
}
