import { awaitPanel } from './awaited-panel.ts';
import { focusOn, isEmbedded, useSession } from './session.ts';
import { togglePanel } from './settings.ts';

/** Shows a host's terminal and gives it the focus; a frame in somebody's page has one, or has none. */
export function openTerminal(host?: string): void {
  if (useSession.getState().view === 'embed') return;
  useSession.setState({ sheet: 'terminal', ...(host === undefined ? {} : { terminalHost: host }) });
  togglePanel('terminal', true);
  awaitPanel('terminal');
  focusOn('terminal');
}

/** Shows the editor and gives it the focus. */
export function openEditor(): void {
  if (isEmbedded()) return;
  useSession.setState({ sheet: 'editor' });
  togglePanel('editor', true);
  awaitPanel('editor');
  focusOn('editor');
}
