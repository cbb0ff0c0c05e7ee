import { create } from 'zustand';

/** What is looked at. */
export type Selection =
  | { readonly kind: 'host'; readonly id: string }
  | { readonly kind: 'service'; readonly id: string }
  | { readonly kind: 'task'; readonly id: string }
  | undefined;

/** The command that a click stood for. */
export interface Echo {
  readonly id: number;
  readonly label: string;
  readonly host: string;
  /** A shell line, or undefined for what no command does. */
  readonly command: string | undefined;
  /** In words what happens when there is no command. */
  readonly words: string;
}

export type DialogName = 'share' | 'palette' | 'help' | 'start-over' | undefined;
export type SheetName = 'terminal' | 'editor' | 'inspector' | undefined;
export type Alarm = { readonly kind: 'restored' | 'lost' | 'badLink' | 'linkVersion' | 'linkTooLong' | 'badRun'; readonly detail: string } | undefined;

/** What lives as long as the page: nothing here is kept. */
export interface SessionState {
  readonly selection: Selection;
  readonly filter: string;
  readonly speed: number;
  readonly paused: boolean;
  readonly echo: Echo | undefined;
  readonly dialog: DialogName;
  /** The open sheet of the phone layout. */
  readonly sheet: SheetName;
  readonly terminalHost: string;
  /** Counts up when the terminal, the editor or the filter is to take the focus. */
  readonly focus: { readonly target: 'terminal' | 'editor' | 'filter' | 'stage'; readonly count: number } | undefined;
  readonly alarm: Alarm;
}

export const useSession = create<SessionState>(() => ({
  selection: undefined,
  filter: typeof location === 'undefined' ? '' : (new URLSearchParams(location.search).get('filter') ?? ''),
  speed: 1,
  paused: false,
  echo: undefined,
  dialog: undefined,
  sheet: undefined,
  terminalHost: '',
  focus: undefined,
  alarm: undefined,
}));

/** Looks at something; on a phone its sheet opens. */
export function select(selection: Selection): void {
  useSession.setState(selection ? { selection, sheet: 'inspector' } : { selection });
}

/** Writes the filter and keeps it in the address after a moment, as dockersamples/visualizer does. */
export function setFilter(filter: string): void {
  useSession.setState({ filter });
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => {
    const url = new URL(location.href);
    if (filter.trim() === '') url.searchParams.delete('filter');
    else url.searchParams.set('filter', filter);
    history.replaceState(history.state, '', url);
  }, 500);
}

let addressTimer: ReturnType<typeof setTimeout> | undefined;

/** Asks a part of the page to take the focus. */
export function focusOn(target: 'terminal' | 'editor' | 'filter' | 'stage'): void {
  useSession.setState((session) => ({ focus: { target, count: (session.focus?.count ?? 0) + 1 } }));
}
