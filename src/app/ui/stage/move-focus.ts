import type { KeyboardEvent } from 'react';
import { markHosts } from '../../world/stage-state.ts';

const STOPS = '[data-task], [data-node], [data-service]';

/** Arrow keys go to the nearest node or task in their direction; M marks a node, to be acted on with others. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const from = (event.target as HTMLElement).closest<HTMLElement>(STOPS);
  if (!from || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key.toLowerCase() === 'm') {
    const host = from.closest<HTMLElement>('[data-host]')?.dataset['host'];
    if (host === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    markHosts([host], true);
    return;
  }
  const directions: { readonly [key: string]: readonly [number, number] } = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const direction = directions[event.key];
  if (!direction) return;
  event.preventDefault();
  const here = middle(from);
  let best: HTMLElement | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const stop of event.currentTarget.querySelectorAll<HTMLElement>(STOPS)) {
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
