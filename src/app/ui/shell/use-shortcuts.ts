import { useEffect } from 'react';
import { addNode } from '../../actions/add-node.ts';
import { takesOrders } from '../../actions/takes-orders.ts';
import { nextStep, previousStep } from '../../time/steps.ts';
import { backToNow, lookAtEvent } from '../../time/travel.ts';
import { keepForPanel } from '../../world/awaited-panel.ts';
import { redo, undo } from '../../world/branching.ts';
import { forgetEarlyKeys, keepEarlyKey } from '../../world/early-keys.ts';
import { openEditor, openTerminal } from '../../world/open-panel.ts';
import { focusOn, isEmbedded, SPEEDS, select, togglePresent, useSession } from '../../world/session.ts';
import { effectiveTheme, useSettings } from '../../world/settings.ts';
import { shownViews } from '../../world/shown-views.ts';
import { markHosts, showStageView, useStage, zoomStage } from '../../world/stage-state.ts';
import { setPace } from '../../world/world.ts';
import { isCompact } from '../kit/use-media.ts';
import { goToNextPane } from './next-pane.ts';

/** Keys that work wherever no text is being typed; Ctrl-K, ⌘-K and F6 work everywhere. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        event.stopPropagation();
        forgetEarlyKeys();
        useSession.setState((session) => ({ dialog: session.dialog === 'palette' ? undefined : 'palette' }));
        return;
      }
      if (event.key === 'F6' && !event.ctrlKey && !event.altKey && useSession.getState().dialog === undefined) {
        event.preventDefault();
        event.stopPropagation();
        goToNextPane(event.shiftKey ? -1 : 1);
        return;
      }
      if (useSession.getState().dialog === 'palette' && !document.activeElement?.closest('[role="dialog"]')) {
        typedEarly(event);
        return;
      }
      if ((event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key) && !isTyping(event.target)) {
        event.preventDefault();
        if (event.shiftKey || event.key.toLowerCase() === 'y') redo();
        else undo();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || useSession.getState().dialog !== undefined || isTyping(event.target)) return;
      if (keepForPanel(event.key)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      const act = ACTS[event.key];
      if (
        !act ||
        (event.key === ' ' && isControl(event.target)) ||
        (OF_THE_PLAYGROUND.has(event.key) && !takesOrders()) ||
        (/^Page/.test(event.key) && isEmbedded())
      )
        return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, []);
}

/** A key while the palette is on its way. */
function typedEarly(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    forgetEarlyKeys();
    useSession.setState({ dialog: undefined });
  } else if (!keepEarlyKey(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Keys that need a cluster of one's own: time, shells, files, links. */
const OF_THE_PLAYGROUND = new Set([' ', '1', '2', '3', '-', '+', '=', 'h', 'c', 't', 'e', 's', 'PageDown', 'PageUp']);

const ACTS: { readonly [key: string]: () => void } = {
  ' ': () => setPace({ paused: !useSession.getState().paused }),
  '1': () => setPace({ speed: 1, paused: false }),
  '2': () => setPace({ speed: 5, paused: false }),
  '3': () => setPace({ speed: 20, paused: false }),
  '-': () => changeSpeed(-1),
  '+': () => changeSpeed(1),
  '=': () => changeSpeed(1),
  ',': () => lookAtEvent(-1),
  '.': () => lookAtEvent(1),
  b: backToNow,
  h: () => useSession.setState({ dialog: 'branches' }),
  c: () => useSession.setState({ dialog: 'compare' }),
  '/': () => focusOn('filter'),
  t: () => openTerminal(),
  e: () => openEditor(),
  g: () => focusOn('stage'),
  n: addNode,
  l: () => useStage.setState(({ legend }) => ({ legend: !legend })),
  w: () => useStage.setState(({ words }) => ({ words: !words })),
  v: () => {
    const views = shownViews();
    showStageView(views[(views.indexOf(useStage.getState().view) + 1) % views.length] ?? 'nodes');
  },
  z: () => zoomStage(1),
  x: () => zoomStage(-1),
  '0': () => zoomStage(0),
  s: () => useSession.setState({ dialog: 'share' }),
  d: () => useSettings.setState((settings) => ({ theme: effectiveTheme(settings.theme) === 'dark' ? 'light' : 'dark' })),
  p: togglePresent,
  o: () => useSession.setState({ dialog: 'settings' }),
  PageDown: nextStep,
  PageUp: previousStep,
  '?': () => useSession.setState({ dialog: 'help' }),
  Escape: () => {
    if (useStage.getState().tool !== 'select') useStage.setState({ tool: 'select' });
    else if (useStage.getState().marked.size > 0) markHosts([]);
    else if (isCompact() && useSession.getState().sheet !== undefined) useSession.setState({ sheet: undefined });
    else select(undefined);
  },
};

/** The next slower or faster speed. */
function changeSpeed(direction: 1 | -1): void {
  const { speed } = useSession.getState();
  const next = direction === 1 ? SPEEDS.find((each) => each > speed) : SPEEDS.findLast((each) => each < speed);
  if (next !== undefined) setPace({ speed: next });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"], [role="menu"], [role="dialog"], [role="alertdialog"]') !== null)
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary, [role="slider"], [role="tab"]') !== null;
}
