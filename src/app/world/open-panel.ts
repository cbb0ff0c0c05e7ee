import { focusOn, useSession } from './session.ts';
import { togglePanel } from './settings.ts';

/** Shows a host's terminal and gives it the focus. */
export function openTerminal(host?: string): void {
  useSession.setState({ sheet: 'terminal', ...(host === undefined ? {} : { terminalHost: host }) });
  togglePanel('terminal', true);
  focusOn('terminal');
}

/** Shows the editor and gives it the focus. */
export function openEditor(): void {
  useSession.setState({ sheet: 'editor' });
  togglePanel('editor', true);
  focusOn('editor');
}
