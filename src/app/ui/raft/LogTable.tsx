import { memo, useMemo, useRef } from 'react';
import type { ManagerRecord } from '../../../run/view.ts';
import { logTable } from '../../scene/raft-scene.ts';
import { useSize } from '../kit/use-size.ts';
import css from './RaftView.module.css';
import { useRaftWords } from './raft-words.ts';

/** Width of the names before the entries, of one entry, and the most entries that are recorded. */
const NAMES_PX = 112;
const CELL_PX = 42;
const MOST = 16;

/** The last entries of every manager's log under each other: what differs is seen at once. */
export const LogTable = memo(function LogTable({ managers }: { readonly managers: readonly ManagerRecord[] }) {
  const w = useRaftWords();
  const box = useRef<HTMLDivElement>(null);
  const width = useSize(box)?.width ?? 0;
  const count = Math.max(3, Math.min(MOST, Math.floor((width - NAMES_PX) / CELL_PX)));
  const table = useMemo(() => logTable(managers, count), [managers, count]);
  return (
    <div ref={box} className={css['log']}>
      <table>
        <caption>{w.log}</caption>
        <thead>
          <tr>
            <th scope="col" aria-hidden="true" />
            {table.indexes.map((index) => (
              <th key={index} scope="col">
                {index}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {managers.map((manager) => (
            <tr key={manager.id} data-running={manager.running}>
              <th scope="row">
                {manager.id}
                <span className={css['commit']}>{w.commit(manager.commitIndex)}</span>
              </th>
              {table.rows.get(manager.id)?.map((cell) => {
                const text = `${w.cell(cell.index, cell.term, cell.words)} · ${w.cellState[cell.state]}`;
                return (
                  <td key={cell.index}>
                    <span className={css['cell']} data-state={cell.state} data-odd={cell.term % 2 === 1} title={text}>
                      {cell.term > 0 ? cell.term : cell.state === 'compacted' ? '∙' : ''}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
