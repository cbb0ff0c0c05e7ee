import { BoxSelect, Group, ListTree, Minus, MousePointer2, Plus, Scissors, Search, Shapes, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { addNode } from '../../actions/add-node.ts';
import { useMessages } from '../../i18n/messages.ts';
import { hostOfNode, serviceOf } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { hostGroupings } from '../../scene/arrange.ts';
import { FILTER_FIELDS, matchesTask, parseFilter } from '../../scene/filter.ts';
import { groupName } from '../../scene/group-name.ts';
import { setFilter, useSession } from '../../world/session.ts';
import { shownViews } from '../../world/shown-views.ts';
import { groupStage, type StageTool, showStageView, useStage, zoomStage } from '../../world/stage-state.ts';
import { useWorld } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import { Hint } from '../kit/Hint.tsx';
import { Menu } from '../kit/Menu.tsx';
import type { MenuEntry } from '../kit/menu-store.ts';
import { useFilledBars } from '../shell/first-picture.ts';
import { nextFound } from './next-found.ts';
import css from './Stage.module.css';

/** Above the stage: which view, what to find, how to group, how large, and what a drag does. */
export function StageBar() {
  const m = useMessages();
  const canFault = useWorld((world) => world.client?.capabilities.faults ?? true);
  const view = useStage((stage) => stage.view);
  const columns = view === 'nodes' || view === 'services';
  const filled = useFilledBars();
  if (!filled) return <div className={css['bar']} data-filled={false} />;
  return (
    <div className={css['bar']}>
      <ViewTabs />
      {columns && <SearchBox />}
      <span className={css['space']} />
      {columns && <Grouping />}
      {columns && <Zooming />}
      {view === 'nodes' && canFault && <Tools />}
      <div className={css['set']}>
        <ToggleButton state="legend" name={m.legend.title} icon={<Shapes />} keys="L" />
        {columns && <ToggleButton state="words" name={m.stage.asWords} icon={<ListTree />} keys="W" />}
      </div>
      {canFault && (
        <Hint text={m.stage.addNodeLong} keys="N">
          <Button icon={<Plus />} aria-label={m.stage.addNodeLong} onClick={addNode} className={css['add'] ?? ''}>
            <span>{m.stage.addNode}</span>
          </Button>
        </Hint>
      )}
    </div>
  );
}

function ViewTabs() {
  const m = useMessages();
  const view = useStage((stage) => stage.view);
  useWorld((world) => world.client);
  return (
    <div className={css['tabs']} role="group" aria-label={m.stage.view}>
      {shownViews().map((name) => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => showStageView(name)}>
          {m.stage.views[name]}
        </button>
      ))}
    </div>
  );
}

function SearchBox() {
  const m = useMessages();
  const filter = useSession((session) => session.filter);
  const focus = useSession((session) => session.focus);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus?.target === 'filter') {
      input.current?.focus();
      input.current?.select();
    }
  }, [focus]);
  const last = filter.slice(filter.lastIndexOf(' ') + 1);
  const before = filter.slice(0, filter.length - last.length);
  return (
    <div className={css['search']} role="search">
      <Search size={14} aria-hidden="true" />
      <input
        ref={input}
        type="text"
        inputMode="search"
        spellCheck={false}
        autoComplete="off"
        list="filter-fields"
        value={filter}
        placeholder={m.stage.filter}
        aria-label={m.stage.filterLabel}
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            nextFound(filter, event.shiftKey ? -1 : 1);
          }
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setFilter('');
          event.currentTarget.blur();
        }}
      />
      <datalist id="filter-fields">
        {last !== '' &&
          FILTER_FIELDS.filter((field) => field.startsWith(last) || last.startsWith(`${field}:`)).map((field) => (
            <Suggestions key={field} field={field} before={before} last={last} />
          ))}
      </datalist>
      {filter.trim() !== '' && <Found query={filter} />}
      {filter !== '' && (
        <button type="button" className={css['clear']} aria-label={m.stage.filterClear} onClick={() => setFilter('')}>
          <X size={14} />
        </button>
      )}
    </div>
  );
}

const MOST_SUGGESTIONS = 12;

/** The field's name while that is being typed, then values that there are. */
function Suggestions({ field, before, last }: { readonly field: (typeof FILTER_FIELDS)[number]; readonly before: string; readonly last: string }) {
  const hosts = useMirror((mirror) => mirror.hosts);
  const services = useMirror((mirror) => mirror.services);
  const values = useMemo(() => {
    if (!last.startsWith(`${field}:`)) return [`${field}:`];
    const all: { readonly [field: string]: () => readonly string[] } = {
      node: () => hosts.map((host) => host.id),
      role: () => ['manager', 'worker'],
      label: () => hosts.flatMap((host) => Object.entries({ ...host.labels, ...host.engineLabels }).map(([key, value]) => `${key}=${value}`)),
      service: () => services.map((service) => service.name),
      stack: () => services.map((service) => service.stack).filter(Boolean),
      image: () => services.map((service) => service.image),
      state: () => ['running', 'pending', 'starting', 'preparing', 'failed', 'rejected', 'down', 'ready', 'drain', 'pause'],
    };
    return [...new Set(all[field]?.() ?? [])].map((value) => `${field}:${value}`).filter((value) => value.startsWith(last));
  }, [field, last, hosts, services]);
  return values.slice(0, MOST_SUGGESTIONS).map((value) => <option key={value} value={`${before}${value}`} />);
}

function Found({ query }: { readonly query: string }) {
  const m = useMessages();
  const columns = useMirror((mirror) => mirror.columns);
  const waiting = useMirror((mirror) => mirror.waiting);
  const count = useMemo(() => {
    const filter = parseFilter(query);
    const mirror = useMirror.getState();
    let found = 0;
    for (const column of [...columns.values(), waiting])
      for (const task of column) if (matchesTask(filter, task, hostOfNode(mirror, task.nodeId), serviceOf(mirror, task.serviceId))) found++;
    return found;
  }, [query, columns, waiting]);
  return (
    <span className={css['found']} role="status" title={m.stage.found(count)}>
      <span aria-hidden="true">{count}</span>
      <span className={css['unseen']}>{m.stage.found(count)}</span>
    </span>
  );
}

function Grouping() {
  const m = useMessages();
  const view = useStage((stage) => stage.view);
  const group = useStage((stage) => stage.group[view] ?? '');
  const entries = (): MenuEntry[] => {
    const by = view === 'nodes' ? hostGroupings(useMirror.getState().hosts) : ['stack'];
    return [
      {
        kind: 'choice',
        label: m.stage.groupBy,
        value: group,
        options: ['', ...by].map((each): [string, string] => [each, groupName(m, each)]),
        onChange: groupStage,
      },
      ...(view === 'nodes' && by.length === 1 ? ([{ kind: 'label', text: m.stage.groupHint }] satisfies MenuEntry[]) : []),
    ];
  };
  return (
    <Menu
      label={m.stage.groupBy}
      entries={entries}
      trigger={
        <Button look="plain" icon={<Group />} aria-label={m.stage.groupBy} className={css['grouping'] ?? ''} data-on={group !== ''}>
          <span>{group === '' ? m.stage.group : groupName(m, group)}</span>
        </Button>
      }
    />
  );
}

function Zooming() {
  const m = useMessages();
  return (
    <div className={`${css['set'] ?? ''} ${css['zoom'] ?? ''}`} role="group" aria-label={m.stage.size}>
      <Hint text={m.stage.smaller} keys="X">
        <Button look="plain" square icon={<Minus />} aria-label={m.stage.smaller} onClick={() => zoomStage(-1)} />
      </Hint>
      <Hint text={m.stage.fit} keys="0">
        <button type="button" className={css['fit']} aria-label={m.stage.fit} onClick={() => zoomStage(0)}>
          {m.stage.fitShort}
        </button>
      </Hint>
      <Hint text={m.stage.larger} keys="Z">
        <Button look="plain" square icon={<Plus />} aria-label={m.stage.larger} onClick={() => zoomStage(1)} />
      </Hint>
    </div>
  );
}

function Tools() {
  const m = useMessages();
  const tool = useStage((stage) => stage.tool);
  const many = useMirror((mirror) => mirror.hosts.length > 1);
  if (!many) return null;
  const one = (name: StageTool, icon: React.ReactNode) => (
    <Hint text={m.stage.tools[name]}>
      <Button
        look="plain"
        square
        icon={icon}
        className={name === 'select' ? (css['plainTool'] ?? '') : ''}
        aria-pressed={tool === name}
        aria-label={m.stage.tools[name]}
        onClick={() => useStage.setState({ tool: tool === name ? 'select' : name })}
      />
    </Hint>
  );
  return (
    <div className={`${css['set'] ?? ''} ${css['tools'] ?? ''}`} role="group" aria-label={m.stage.tool}>
      {one('select', <MousePointer2 />)}
      {one('cut', <Scissors />)}
      {one('partition', <BoxSelect />)}
    </div>
  );
}

function ToggleButton({
  state,
  name,
  icon,
  keys,
}: {
  readonly state: 'legend' | 'words';
  readonly name: string;
  readonly icon: React.ReactNode;
  readonly keys: string;
}) {
  const on = useStage((stage) => stage[state]);
  return (
    <Hint text={name} keys={keys}>
      <Button look="plain" square icon={icon} aria-pressed={on} aria-label={name} onClick={() => useStage.setState({ [state]: !on })} />
    </Hint>
  );
}
