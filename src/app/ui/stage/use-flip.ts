import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { TaskRecord } from '../../../run/view.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { StageSection } from '../../scene/arrange.ts';
import type { StagePlan } from '../../scene/density.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { wantsStillness } from '../../world/settings.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MOVE_MS = 280;
/** With more cards than this a move is no longer followed by eye, and measuring costs more than it gives. */
const MOST_CARDS = 500;
/** After a jump to another moment places are read again when so many wall milliseconds have passed: dragging goes on. */
const AT_REST_MS = 200;
const EASE = 'cubic-bezier(0.2, 0.8, 0.2, 1)';

/**
 * Lets cards be seen moving: after each change of the picture all places are read at once, and what moved slides from
 * where it was, and grows or shrinks from what it was: cards of a new size at their old places would cover each other.
 * A task that replaces another comes from the other's place. After a jump to another moment nothing moves:
 * what is drawn is at once what was true there; nor where only the room has changed, which follows the hand that changes it.
 * `sections`, `waiting` and `plan` are what the picture depends on.
 */
export function useFlip(board: RefObject<HTMLElement | null>, sections: readonly StageSection[], waiting: readonly TaskRecord[], plan: StagePlan): void {
  const places = useRef(new Map<string, Place>());
  const shown = useRef({ sections, waiting });
  useLayoutEffect(() => {
    const onlyRoom = shown.current.sections === sections && shown.current.waiting === waiting;
    shown.current = { sections, waiting };
    if (useTimeline.getState().jumped) {
      places.current = new Map();
      const rest = setTimeout(() => {
        places.current = readPlaces(cardsOf(board.current));
      }, AT_REST_MS);
      return () => clearTimeout(rest);
    }
    const cards = cardsOf(board.current);
    const before = places.current;
    const now = readPlaces(cards);
    places.current = now;
    if (before.size === 0 || onlyRoom || wantsStillness()) return undefined;
    const { tasks } = useMirror.getState();
    for (const card of cards) {
      const id = card.dataset['task'] ?? '';
      const place = now.get(id);
      const own = before.get(id);
      const from = own ?? before.get(tasks.get(id)?.replaces ?? '');
      if (!place) continue;
      if (!from) card.animate([{ opacity: 0, transform: 'scale(0.96)' }, {}], { duration: 200, easing: EASE });
      else if (from.x !== place.x || from.y !== place.y) {
        card.style.zIndex = '2';
        const origin = { transformOrigin: '0 0' };
        const slide = card.animate([{ ...origin, transform: wayFrom(from, place), opacity: own ? 1 : 0.55 }, origin], { duration: MOVE_MS, easing: EASE });
        slide.onfinish = () => {
          card.style.zIndex = '';
        };
      }
    }
    return undefined;
  }, [board, sections, waiting, plan]);
}

/** The cards of the board; none when there are too many. */
function cardsOf(board: HTMLElement | null): readonly HTMLElement[] {
  const cards = board?.querySelectorAll<HTMLElement>('[data-task]') ?? [];
  return cards.length > MOST_CARDS ? [] : [...cards];
}

/** Offsets know nothing of running animations, and reading them together lays out once. */
function readPlaces(cards: readonly HTMLElement[]): Map<string, Place> {
  return new Map(cards.map((card) => [card.dataset['task'] ?? '', placeOf(card)]));
}

function placeOf(card: HTMLElement): Place {
  let x = 0;
  let y = 0;
  for (let element: HTMLElement | null = card; element; element = element.offsetParent instanceof HTMLElement ? element.offsetParent : null) {
    x += element.offsetLeft;
    y += element.offsetTop;
  }
  return { x, y, width: card.offsetWidth, height: card.offsetHeight };
}

/** What puts a card where it was, and makes it as large as it was. */
function wayFrom(from: Place, to: Place): string {
  const way = `translate(${from.x - to.x}px, ${from.y - to.y}px)`;
  return from.width === to.width && from.height === to.height ? way : `${way} scale(${from.width / to.width}, ${from.height / to.height})`;
}
