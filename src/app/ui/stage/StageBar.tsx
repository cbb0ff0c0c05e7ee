import { Plus, Search, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { addNode } from '../../actions/add-node.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { matchesTask, parseFilter } from '../../scene/filter.ts';
import { setFilter, useSession } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import { Hint } from '../kit/Hint.tsx';
import css from './Stage.module.css';

/** Above the nodes: find, and add. */
export function StageBar() {
  const m = useMessages();
  const filter = useSession((session) => session.filter);
  const focus = useSession((session) => session.focus);
  const canFault = useWorld((world) => world.client?.capabilities.faults ?? true);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus?.target === 'filter') {
      input.current?.focus();
      input.current?.select();
    }
  }, [focus]);
  return (
    <div className={css['bar']}>
      <div className={css['search']} role="search">
        <Search size={14} aria-hidden="true" />
        <input
          ref={input}
          type="text"
          inputMode="search"
          spellCheck={false}
          autoComplete="off"
          value={filter}
          placeholder={m.stage.filter}
          aria-label={m.stage.filterLabel}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setFilter('');
            event.currentTarget.blur();
          }}
        />
        {filter !== '' && (
          <button type="button" className={css['clear']} aria-label={m.stage.filterClear} onClick={() => setFilter('')}>
            <X size={14} />
          </button>
        )}
      </div>
      {filter.trim() !== '' && <Found query={filter} />}
      <span className={css['space']} />
      {canFault && (
        <Hint text={m.stage.addNodeLong} keys="N">
          <Button icon={<Plus />} aria-label={m.stage.addNodeLong} onClick={addNode}>
            {m.stage.addNode}
          </Button>
        </Hint>
      )}
    </div>
  );
}

function Found({ query }: { readonly query: string }) {
  const m = useMessages();
  const columns = useMirror((mirror) => mirror.columns);
  const waiting = useMirror((mirror) => mirror.waiting);
  const hosts = useMirror((mirror) => mirror.hosts);
  const count = useMemo(() => {
    const filter = parseFilter(query);
    let found = waiting.filter((task) => matchesTask(filter, task, undefined, '')).length;
    for (const host of hosts) found += (columns.get(host.nodeId) ?? []).filter((task) => matchesTask(filter, task, host, '')).length;
    return found;
  }, [query, columns, waiting, hosts]);
  return (
    <span className={css['found']} role="status">
      {m.stage.found(count)}
    </span>
  );
}
