import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { hostOfNode } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { presenceOf } from '../../mirror/presence.ts';
import type { StageColumn, StageSection } from '../../scene/arrange.ts';
import { hostMark, serviceMark, taskMark } from '../../scene/mark.ts';
import { select, useSession } from '../../world/session.ts';
import { markHosts, useStage } from '../../world/stage-state.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { useSize } from '../kit/use-size.ts';
import { openMenuOf, type StageThing } from '../stage/stage-menu.ts';
import { hostLabel, serviceLabel, taskLabel } from '../stage/stage-words.ts';
import type { FieldPlace } from './field-view.ts';
import css from './StageTree.module.css';

interface Props {
  readonly sections: readonly StageSection[];
  readonly className: string;
  /** Called with what the keyboard is on, and with nothing when it leaves. */
  readonly onFocus?: (place: FieldPlace | undefined) => void;
  /** Where a thing is drawn, for its menu. */
  readonly placeOf?: (place: FieldPlace) => { readonly x: number; readonly y: number } | undefined;
}

interface Row {
  readonly column: StageColumn;
  readonly title: string;
  /** Undefined: the column itself. */
  readonly task: TaskRecord | undefined;
  /** Place among its siblings, from 1, and how many there are. */
  readonly position: number;
  readonly siblings: number;
}

/** Height of a row of one line and of two, in pixels. */
const ONE_LINE = 26;
const TWO_LINES = 44;
/** Narrower than this, a row's words take two lines; what nobody sees is narrower than the second. */
const NARROW = 520;
const UNSEEN = 40;
/** Rows that are there beyond what is in view. */
const SPARE = 12;

/** While nobody looks at it or hears it, it follows the world at this pace, in wall milliseconds. */
const PACE_MS = 700;

/** The latest of a value that changes often: at once while `alive`, else at a slower pace. */
function usePaced<T>(value: T, alive: boolean): T {
  const [paced, setPaced] = useState(value);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  useEffect(() => {
    if (alive) return undefined;
    const timer = setInterval(() => setPaced(latest.current), PACE_MS);
    return () => clearInterval(timer);
  }, [alive]);
  return alive ? value : paced;
}

/** The stage in words, as a tree: nodes (or services) with state and role, and their tasks. Only what is near exists. */
export function StageTree({ sections: latest, className, onFocus, placeOf }: Props) {
  const m = useMessages();
  const [held, setHeld] = useState(false);
  const sections = usePaced(latest, held);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const [scroll, setScroll] = useState(0);
  const selection = useSession((session) => session.selection);
  const marked = useStage((stage) => stage.marked);
  const list = useMemo(() => makeList(sections, open), [sections, open]);
  const active = Math.min(at, list.count - 1);
  const width = useSize(box)?.width ?? 0;
  const rowHeight = width > UNSEEN && width < NARROW ? TWO_LINES : ONE_LINE;
  const height = box.current?.clientHeight ?? 240;
  const first = Math.max(0, Math.floor(scroll / rowHeight) - SPARE);
  const last = Math.min(list.count, Math.ceil((scroll + height) / rowHeight) + SPARE);

  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(list.count - 1, index));
    setAt(next);
    const row = list.row(next);
    if (row) onFocus?.(placeOfRow(row));
    const view = box.current;
    if (!view) return;
    if (next * rowHeight < view.scrollTop) view.scrollTop = next * rowHeight;
    else if ((next + 1) * rowHeight > view.scrollTop + view.clientHeight) view.scrollTop = (next + 1) * rowHeight - view.clientHeight;
    setScroll(view.scrollTop);
  };
  const toggle = (column: StageColumn, wanted: boolean): void => {
    setOpen((before) => {
      const next = new Set(before);
      if (wanted) next.add(column.key);
      else next.delete(column.key);
      return next;
    });
  };
  const choose = (row: Row): void => {
    if (row.task) select({ kind: 'task', id: row.task.id });
    else select({ kind: row.column.kind, id: row.column.key });
  };
  const press = (event: KeyboardEvent): void => {
    const row = list.row(active);
    if (!row || event.altKey || event.metaKey || event.ctrlKey) return;
    const steps: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -list.count, End: list.count };
    const step = steps[event.key];
    if (step !== undefined) goTo(active + step);
    else if (event.key === 'ArrowRight') {
      if (!row.task && !open.has(row.column.key)) toggle(row.column, true);
      else if (!row.task) goTo(active + 1);
    } else if (event.key === 'ArrowLeft') {
      if (row.task) goTo(list.start(row.column));
      else toggle(row.column, false);
    } else if (event.key === 'Enter' || event.key === ' ') choose(row);
    else if (event.key.toLowerCase() === 'm' && row.column.kind === 'host') markHosts([row.column.key], true);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const rect = box.current?.getBoundingClientRect();
      openMenuOf(thingOf(row), placeOf?.(placeOfRow(row)) ?? { x: (rect?.left ?? 0) + 40, y: (rect?.top ?? 0) + 40 });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      role="tree"
      aria-label={m.stage.title}
      aria-activedescendant={list.count > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={className}
      onKeyDown={press}
      onFocus={() => {
        setHeld(true);
        goTo(active);
      }}
      onBlur={() => {
        setHeld(false);
        onFocus?.(undefined);
      }}
      onScroll={(event) => setScroll(event.currentTarget.scrollTop)}
    >
      <div role="presentation" style={{ height: list.count * rowHeight, position: 'relative' }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).map((index) => {
          const row = list.row(index);
          if (!row) return null;
          const { column, task } = row;
          const chosen = task ? selection?.kind === 'task' && selection.id === task.id : selection?.kind === column.kind && selection.id === column.key;
          return (
            <div
              key={task?.id ?? column.key}
              id={`${id}-${index}`}
              role="treeitem"
              aria-level={task ? 2 : 1}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-selected={chosen}
              {...(task || column.tasks.length === 0 ? {} : { 'aria-expanded': open.has(column.key) })}
              className={css['row']}
              data-lines={rowHeight === TWO_LINES ? 2 : 1}
              data-active={index === active}
              style={{ top: index * rowHeight, height: rowHeight }}
              onClick={() => {
                setAt(index);
                if (!task && column.tasks.length > 0) toggle(column, !open.has(column.key) || !chosen);
                choose(row);
              }}
            >
              <RowWords row={row} marked={marked.has(column.key)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function RowWords({ row: { column, task, title }, marked }: { readonly row: Row; readonly marked: boolean }) {
  const m = useMessages();
  if (task) {
    const host = hostOfNode(useMirror.getState(), task.nodeId);
    return (
      <>
        <StateMark mark={taskMark(task, presenceOf(task, host))} size={10} />
        <span title={taskLabel(m, task, host)}>{taskLabel(m, task, host)}</span>
      </>
    );
  }
  const words =
    column.kind === 'host' ? hostLabel(m, column.host, column.tasks.length) : `${serviceLabel(m, column.service)}, ${m.node.tasks(column.tasks.length)}`;
  const all = [words, title, marked ? m.stage.marked : ''].filter(Boolean).join(', ');
  return (
    <>
      <StateMark mark={column.kind === 'host' ? hostMark(column.host) : serviceMark(column.service)} size={11} />
      <span title={all}>{all}</span>
    </>
  );
}

interface RowList {
  readonly count: number;
  row(index: number): Row | undefined;
  /** Index of a column's own row. */
  start(column: StageColumn): number;
}

function makeList(sections: readonly StageSection[], open: ReadonlySet<string>): RowList {
  const columns = sections.flatMap((section) => section.columns.map((column) => ({ column, title: section.title })));
  const starts: number[] = [];
  let count = 0;
  for (const { column } of columns) {
    starts.push(count);
    count += 1 + (open.has(column.key) ? column.tasks.length : 0);
  }
  return {
    count,
    row: (index) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= index) low = middle;
        else high = middle - 1;
      }
      const found = columns[low];
      if (!found || index < 0 || index >= count) return undefined;
      const offset = index - (starts[low] as number);
      const { tasks } = found.column;
      return offset === 0
        ? { ...found, task: undefined, position: low + 1, siblings: columns.length }
        : { ...found, task: tasks[offset - 1], position: offset, siblings: tasks.length };
    },
    start: (column) => starts[columns.findIndex((each) => each.column.key === column.key)] ?? 0,
  };
}

function placeOfRow({ column, task }: Row): FieldPlace {
  return { key: column.key, task: task?.id ?? '' };
}

function thingOf({ column, task }: Row): StageThing {
  return task ? { kind: 'task', id: task.id } : { kind: column.kind, id: column.key };
}
