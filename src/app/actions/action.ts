import type { Input } from '../../run/input.ts';
import { type Echo, useSession } from '../world/session.ts';
import { useSettings } from '../world/settings.ts';
import { send } from '../world/world.ts';

/** Something that a click can do to the cluster: one input, shown as the command it stands for. */
export interface ClickAction {
  readonly id: string;
  readonly label: string;
  readonly host: string;
  readonly input: Input;
  /** In words what happens, when no command does it. */
  readonly words?: string;
  /** Whether it takes something away. */
  readonly danger?: boolean;
  /** A question to be answered before. */
  readonly confirm?: string;
  /** Why it can't be done now. */
  readonly disabled?: string;
}

/** The shell line of an action; undefined when it is a fault or something else without a command. */
export function commandOf(action: ClickAction): string | undefined {
  return action.input.kind === 'line' ? action.input.text : undefined;
}

/** A click that stands for a shell line on a host. */
export function clickLine(host: string, text: string): Input {
  return { kind: 'line', host, text, from: 'click' };
}

/** Does it, and shows what it stood for. */
export function perform(action: ClickAction): void {
  if (action.disabled !== undefined) return;
  send(action.input);
  echo(action.label, action.host, commandOf(action), action.words ?? '');
}

/** How long it stands, in wall milliseconds: later it would be taken for something that just happened. */
const ECHO_MS = 30_000;
let nextEcho = 1;

/** Shows what a click stood for. */
export function echo(label: string, host: string, command: string | undefined, words = ''): void {
  const shown: Echo = { id: nextEcho++, label, host, command, words };
  // The terminal shows what the command printed, but never goes away under somebody who types in it.
  const typing = document.activeElement?.closest('[role="tabpanel"]') !== null && document.activeElement?.tagName === 'TEXTAREA';
  useSession.setState({ echo: shown, notice: undefined, ...(command === undefined || typing ? {} : { terminalHost: host }) });
  setTimeout(() => useSession.setState(({ echo: now }) => (now === shown ? { echo: undefined } : {})), ECHO_MS);
  if (!useSettings.getState().hintSeen) useSettings.setState({ hintSeen: true });
}
