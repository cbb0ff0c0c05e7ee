import type { HostRecord, TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { matchesHost, type StageFilter } from '../../scene/filter.ts';
import { hostMark } from '../../scene/mark.ts';
import { type Selection, select } from '../../world/session.ts';
import { StateMark } from '../kit/StateMark.tsx';
import css from './HeatMap.module.css';
import { factLine } from './NodeColumn.tsx';

interface Props {
  readonly hosts: readonly HostRecord[];
  readonly columns: ReadonlyMap<string, readonly TaskRecord[]>;
  readonly perLine: number;
  readonly cell: number;
  readonly filter: StageFilter;
  readonly selection: Selection;
}

/** Very many nodes: a cell each, the fuller the stronger; what is not well has its mark. */
export function HeatMap({ hosts, columns, perLine, cell, filter, selection }: Props) {
  const m = useMessages();
  const most = Math.max(1, ...hosts.map((host) => columns.get(host.nodeId)?.length ?? 0));
  return (
    <ol className={css['map']} style={{ gridTemplateColumns: `repeat(${perLine}, minmax(0, 1fr))`, gridAutoRows: `${cell}px` }}>
      {hosts.map((host) => {
        const count = columns.get(host.nodeId)?.length ?? 0;
        const mark = hostMark(host);
        return (
          <li key={host.id}>
            <button
              type="button"
              className={css['cell']}
              style={{ '--load': `${Math.round((count / most) * 62)}%` } as React.CSSProperties}
              data-mark={mark}
              data-node={host.id}
              data-dimmed={!matchesHost(filter, host)}
              data-selected={selection?.kind === 'host' && selection.id === host.id}
              title={`${host.id} · ${factLine(m, host)} · ${m.node.tasks(count)}`}
              aria-label={`${host.id}, ${factLine(m, host)}, ${m.node.tasks(count)}`}
              onClick={() => select({ kind: 'host', id: host.id })}
            >
              {cell >= 56 && <span className={css['name']}>{host.id}</span>}
              {(mark !== 'running' || cell >= 56) && <StateMark mark={mark} size={Math.min(12, cell - 8)} />}
              {cell >= (mark === 'running' ? 26 : 40) && <span className={css['count']}>{count}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
