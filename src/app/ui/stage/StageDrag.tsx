import { type RefObject, useEffect, useState } from 'react';
import { perform } from '../../actions/action.ts';
import { linkAction, partitionAction } from '../../actions/link-actions.ts';
import { messages } from '../../i18n/messages.ts';
import { hostNamed } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { markHosts, useStage } from '../../world/stage-state.ts';
import { useWorld } from '../../world/world.ts';
import css from './StageDrag.module.css';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is being dragged, in pixels of the board. */
type Drag =
  | { readonly kind: 'link'; readonly host: string; readonly from: Point; readonly to: Point; readonly over: string | undefined }
  | { readonly kind: 'box'; readonly from: Point; readonly to: Point };

/** A press that moves less than this is a click. */
const SLACK = 6;

/**
 * Drags on the board. From the head of a node to another node: their link is cut, or healed when it is cut. Over the
 * ground: a box, which marks the nodes it touches; with the tool for partitions it parts them from all others.
 */
export function StageDrag({ board }: { readonly board: RefObject<HTMLElement | null> }) {
  const [drag, setDrag] = useState<Drag>();
  useEffect(() => {
    const area = board.current;
    if (!area) return undefined;
    let began: { readonly kind: Drag['kind']; readonly host: string; readonly at: Point; readonly client: Point } | undefined;
    let current: Drag | undefined;
    const show = (next: Drag | undefined): void => {
      current = next;
      setDrag(next);
    };
    const place = (event: PointerEvent): Point => {
      const rect = area.getBoundingClientRect();
      const scale = rect.width / Math.max(1, area.offsetWidth);
      return { x: (event.clientX - rect.left) / scale, y: (event.clientY - rect.top) / scale };
    };
    const down = (event: PointerEvent): void => {
      const { tool } = useStage.getState();
      const target = event.target as Element;
      // Near the edge of a panel, a press is its separator's.
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || !useWorld.getState().client?.capabilities.faults) return;
      if (event.pointerType === 'touch' && tool === 'select') return;
      const host = (tool === 'cut' ? target.closest<HTMLElement>('[data-host]') : target.closest<HTMLElement>('[data-grip]'))?.closest<HTMLElement>(
        '[data-host]',
      );
      const control = target.closest('button, a, input');
      if (control && !control.matches('[data-node], [data-task], [data-service]')) return;
      const client = { x: event.clientX, y: event.clientY };
      if (tool === 'partition') began = { kind: 'box', host: '', at: place(event), client };
      else if (host?.dataset['host'] !== undefined) began = { kind: 'link', host: host.dataset['host'], at: place(event), client };
      else if (tool === 'select' && !target.closest('[data-host], [data-service-column]')) began = { kind: 'box', host: '', at: place(event), client };
    };
    const move = (event: PointerEvent): void => {
      if (!began) return;
      if (!current) {
        if (Math.hypot(event.clientX - began.client.x, event.clientY - began.client.y) < SLACK) return;
        area.setPointerCapture(event.pointerId);
      }
      event.preventDefault();
      const to = place(event);
      if (began.kind === 'box') show({ kind: 'box', from: began.at, to });
      else {
        const over = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-host]')?.dataset['host'];
        show({ kind: 'link', host: began.host, from: began.at, to, over: over === began.host ? undefined : over });
      }
    };
    const stop = (): void => {
      began = undefined;
      show(undefined);
    };
    const up = (): void => {
      if (current) {
        finish(current, area);
        // The click that the browser makes of the release means nothing.
        addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => removeEventListener('click', swallow, { capture: true }));
      }
      stop();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !current) return;
      event.stopPropagation();
      stop();
    };
    area.addEventListener('pointerdown', down);
    area.addEventListener('pointermove', move);
    area.addEventListener('pointerup', up);
    area.addEventListener('pointercancel', stop);
    addEventListener('keydown', key, { capture: true });
    return () => {
      area.removeEventListener('pointerdown', down);
      area.removeEventListener('pointermove', move);
      area.removeEventListener('pointerup', up);
      area.removeEventListener('pointercancel', stop);
      removeEventListener('keydown', key, { capture: true });
    };
  }, [board]);
  if (!drag) return null;
  return (
    <svg className={css['layer']} aria-hidden="true">
      {drag.kind === 'link' ? (
        <>
          <path className={css['line']} data-ready={drag.over !== undefined} d={`M${drag.from.x} ${drag.from.y}L${drag.to.x} ${drag.to.y}`} />
          <circle className={css['end']} data-ready={drag.over !== undefined} cx={drag.to.x} cy={drag.to.y} r="6" />
        </>
      ) : (
        <rect
          className={css['box']}
          x={Math.min(drag.from.x, drag.to.x)}
          y={Math.min(drag.from.y, drag.to.y)}
          width={Math.abs(drag.from.x - drag.to.x)}
          height={Math.abs(drag.from.y - drag.to.y)}
          rx="6"
        />
      )}
    </svg>
  );
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function finish(drag: Drag, area: HTMLElement): void {
  const m = messages();
  const mirror = useMirror.getState();
  if (drag.kind === 'link') {
    const a = hostNamed(mirror, drag.host);
    const b = hostNamed(mirror, drag.over ?? '');
    if (a && b) perform(linkAction(a, b, m));
    return;
  }
  const names = hostsIn(area, drag.from, drag.to);
  if (useStage.getState().tool === 'partition') {
    if (names.length > 0 && names.length < mirror.hosts.length) perform(partitionAction(names, mirror.hosts, m));
    useStage.setState({ tool: 'select' });
  } else markHosts(names);
}

function hostsIn(area: HTMLElement, a: Point, b: Point): string[] {
  const ground = area.getBoundingClientRect();
  const scale = ground.width / Math.max(1, area.offsetWidth);
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return [...area.querySelectorAll<HTMLElement>('[data-host]')].flatMap((element) => {
    const rect = element.getBoundingClientRect();
    const at = {
      left: (rect.left - ground.left) / scale,
      right: (rect.right - ground.left) / scale,
      top: (rect.top - ground.top) / scale,
      bottom: (rect.bottom - ground.top) / scale,
    };
    return at.left < right && at.right > left && at.top < bottom && at.bottom > top ? [element.dataset['host'] ?? ''] : [];
  });
}
