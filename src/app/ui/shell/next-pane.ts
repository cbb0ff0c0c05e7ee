import { openEditor, openTerminal } from '../../world/open-panel.ts';
import { focusOn } from '../../world/session.ts';

const STOPS = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** Gives the focus to the next (1) or last (-1) panel that is shown: also out of the terminal and the editor, which have a use of their own for Tab. */
export function goToNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes[at < 0 && step === -1 ? panes.length - 1 : (at + step + panes.length) % panes.length];
  switch (pane?.dataset['pane']) {
    case 'terminal':
      return openTerminal();
    case 'editor':
      return openEditor();
    case 'stage':
      return focusOn('stage');
    default:
      [...(pane?.querySelectorAll<HTMLElement>(STOPS) ?? [])].find((stop) => stop.tabIndex >= 0 && stop.offsetParent !== null)?.focus();
  }
}
