import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import css from './Hint.module.css';

const DELAY_MS = 400;
/** Who has just read one hint gets the next at once. */
const SKIP_MS = 300;
const GAP = 6;
const EDGE = 8;

/** Shows the hint of the control that the pointer rests on or that the keyboard has come to. */
export function HintLayer() {
  const [target, setTarget] = useState<HTMLElement>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over: HTMLElement | undefined;
    let closedAt = Number.NEGATIVE_INFINITY;
    const hintOf = (node: EventTarget | null): HTMLElement | undefined =>
      node instanceof Element ? (node.closest<HTMLElement>('[data-hint]') ?? undefined) : undefined;
    const show = (next: HTMLElement): void => {
      if (next.isConnected && next.dataset['hint'] !== '') setTarget(next);
    };
    const hide = (): void => {
      clearTimeout(timer);
      over = undefined;
      setTarget((before) => {
        if (before) closedAt = performance.now();
        return undefined;
      });
    };
    const pointer = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') return;
      const next = hintOf(event.target);
      if (next === over) return;
      hide();
      if (!next) return;
      over = next;
      timer = setTimeout(() => show(next), performance.now() - closedAt < SKIP_MS ? 0 : DELAY_MS);
    };
    const focus = (event: FocusEvent): void => {
      const next = hintOf(event.target);
      if (next?.matches(':focus-visible')) show(next);
      else hide();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    addEventListener('pointerover', pointer);
    addEventListener('pointerdown', hide, { capture: true });
    addEventListener('scroll', hide, { capture: true });
    addEventListener('focusin', focus);
    addEventListener('focusout', hide);
    addEventListener('keydown', key, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('pointerover', pointer);
      removeEventListener('pointerdown', hide, { capture: true });
      removeEventListener('scroll', hide, { capture: true });
      removeEventListener('focusin', focus);
      removeEventListener('focusout', hide);
      removeEventListener('keydown', key, { capture: true });
    };
  }, []);
  useLayoutEffect(() => {
    const hint = box.current;
    if (!target || !hint) return undefined;
    const at = target.getBoundingClientRect();
    const { width, height } = hint.getBoundingClientRect();
    const clamp = (value: number, size: number, room: number): number => Math.max(EDGE, Math.min(room - size - EDGE, value));
    const middleX = at.left + at.width / 2 - width / 2;
    const middleY = at.top + at.height / 2 - height / 2;
    const places: { readonly [side: string]: readonly [left: number, top: number] } = {
      top: [middleX, at.top - GAP - height],
      left: [at.left - GAP - width, middleY],
      right: [at.right + GAP, middleY],
    };
    const [left, wantedTop] = places[target.dataset['hintSide'] ?? ''] ?? [middleX, at.bottom + GAP];
    let top = wantedTop;
    // No room on its side: the other one.
    if (top + height > innerHeight - EDGE) top = at.top - GAP - height;
    if (top < EDGE) top = at.bottom + GAP;
    hint.style.left = `${clamp(left, width, innerWidth)}px`;
    hint.style.top = `${clamp(top, height, innerHeight)}px`;
    hint.style.visibility = 'visible';
    target.setAttribute('aria-describedby', hint.id);
    return () => target.removeAttribute('aria-describedby');
  }, [target]);
  if (!target) return null;
  const { hint, hintKeys } = target.dataset;
  return (
    <div ref={box} id="hint" role="tooltip" className={css['hint']} style={{ visibility: 'hidden' }}>
      {hint}
      {hintKeys !== undefined && <kbd>{hintKeys}</kbd>}
    </div>
  );
}
