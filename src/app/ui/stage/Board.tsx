import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { planStage, type StagePlan, samePlan } from '../../scene/density.ts';
import { parseFilter } from '../../scene/filter.ts';
import { hostTrouble } from '../../scene/mark.ts';
import { useSession } from '../../world/session.ts';
import { useSize } from '../kit/use-size.ts';
import css from './Board.module.css';
import { HeatMap } from './HeatMap.tsx';
import { NodeColumn } from './NodeColumn.tsx';
import { useFlip } from './use-flip.ts';
import { useWaiting, WaitingTray } from './WaitingTray.tsx';

const NONE: readonly never[] = [];
/** Padding of the board in the style sheet, both sides together. */
const PADDING_X = 24;
const PADDING_Y = 14;
/** What is said under the tasks of a node in trouble, with its button. */
const NOTICE_HEIGHT = 112;

/** The nodes with their tasks, as large as fits. */
export function Board() {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const columns = useMirror((mirror) => mirror.columns);
  const colours = useMirror((mirror) => mirror.colours);
  const ready = useMirror((mirror) => mirror.ready);
  const waiting = useWaiting();
  const query = useSession((session) => session.filter);
  const selection = useSession((session) => session.selection);
  const selectedService = useMirror((mirror) =>
    selection?.kind === 'service' ? selection.id : selection?.kind === 'task' ? (mirror.tasks.get(selection.id)?.serviceId ?? '') : '',
  );
  const filter = useMemo(() => parseFilter(query), [query]);
  const scroller = useRef<HTMLDivElement>(null);
  const board = useRef<HTMLDivElement>(null);
  const tray = useRef<HTMLDivElement>(null);
  const space = useSize(scroller);
  const trayHeight = useSize(tray)?.height;
  // The plan that was shown last: looser ones need some room to spare before they are taken again.
  const [last, setLast] = useState<StagePlan>();
  const next = useMemo(() => {
    if (!space || trayHeight === undefined || hosts.length === 0) return undefined;
    const nodes = hosts.map((host) => {
      const tasks = (host.nodeId === '' ? undefined : columns.get(host.nodeId))?.length ?? 0;
      return { tasks, notice: hostTrouble(host) !== '' || host.role === '' ? NOTICE_HEIGHT : 0 };
    });
    return planStage(space.width - PADDING_X, space.height - PADDING_Y - trayHeight, nodes, last);
  }, [space, trayHeight, hosts, columns, last]);
  // The same plan keeps its identity, so that columns need not be drawn again.
  const plan = next && last && samePlan(next, last) ? last : next;
  if (plan && plan !== last) setLast(plan);
  useFlip(board, columns, waiting, plan);
  return (
    <div ref={scroller} className={css['scroller']} onKeyDown={moveFocus}>
      <div ref={board} className={css['board']}>
        <div ref={tray}>
          <WaitingTray tasks={waiting} filter={filter} />
        </div>
        <div className={css['frame']}>
          {!ready && <p className={css['empty']}>{m.stage.starting}</p>}
          {ready && hosts.length === 0 && <p className={css['empty']}>{m.stage.empty}</p>}
          {plan?.density === 'heat' && (
            <HeatMap hosts={hosts} columns={columns} perLine={plan.columns} cell={plan.cell} filter={filter} selection={selection} />
          )}
          {plan && plan.density !== 'heat' && (
            <ol className={css['nodes']} data-density={plan.density} style={{ gridTemplateColumns: `repeat(${plan.columns}, minmax(0, 1fr))` }}>
              {hosts.map((host) => (
                <NodeColumn
                  key={host.id}
                  host={host}
                  tasks={(host.nodeId === '' ? undefined : columns.get(host.nodeId)) ?? NONE}
                  colours={colours}
                  plan={plan}
                  filter={filter}
                  selection={selection}
                  selectedService={selectedService}
                />
              ))}
            </ol>
          )}
        </div>
      </div>
    </div>
  );
}

/** Arrow keys go to the nearest node or task in their direction. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const directions: { readonly [key: string]: readonly [number, number] } = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const direction = directions[event.key];
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-task], [data-node]');
  if (!direction || !from || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const here = middle(from);
  let best: HTMLElement | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const stop of event.currentTarget.querySelectorAll<HTMLElement>('[data-task], [data-node]')) {
    if (stop === from) continue;
    const there = middle(stop);
    const along = (there.x - here.x) * direction[0] + (there.y - here.y) * direction[1];
    const across = Math.abs((there.x - here.x) * direction[1]) + Math.abs((there.y - here.y) * direction[0]);
    const cost = along + 3 * across;
    if (along > 2 && cost < bestCost) {
      best = stop;
      bestCost = cost;
    }
  }
  best?.focus();
  best?.scrollIntoView({ block: 'nearest' });
}

function middle(element: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
