import { create } from 'zustand';
import type { PassedLimit } from '../../run/recording.ts';

/** The speeds of virtual time, in virtual milliseconds per wall millisecond. */
export const SPEEDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] as const;

/** What is looked at. */
export type Selection =
  | { readonly kind: 'host'; readonly id: string }
  | { readonly kind: 'service'; readonly id: string }
  | { readonly kind: 'task'; readonly id: string }
  | { readonly kind: 'network'; readonly id: string }
  | { readonly kind: 'secret' | 'config'; readonly id: string }
  /** Name of its host, a slash, its own name. */
  | { readonly kind: 'volume'; readonly id: string }
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

export type DialogName =
  | 'share'
  | 'palette'
  | 'help'
  | 'branches'
  | 'compare'
  | 'new-cluster'
  | 'settings'
  | 'examples'
  | 'open-address'
  | 'faithful'
  | undefined;
export type SheetName = 'terminal' | 'editor' | 'inspector' | undefined;
/** What can go wrong with the run or with keeping it. */
export type Problem =
  | 'restored'
  | 'restoredButLast'
  | 'lost'
  | 'noStorage'
  | 'storageFull'
  | 'otherTab'
  | 'badLink'
  | 'linkVersion'
  | 'linkTooLong'
  | 'badRun'
  | 'badCluster'
  | 'limit'
  | 'panel'
  | 'filesNotKept'
  | 'fileTooLong'
  /** A part of the page, or the worker's code, cannot be had: no network, or the server has a newer page. */
  | 'notLoaded'
  /** The engine of a real swarm does not answer now. */
  | 'unseen';
/** `detail`: what the machine said, for those who want to know; `limit`: which limit of the playground was passed. */
export type Alarm = { readonly kind: Problem; readonly detail: string; readonly limit?: PassedLimit } | undefined;

export type NoticeKind = 'branched' | 'undone' | 'reset' | 'cleanSlate' | 'switched';

/** What lives as long as the page: nothing here is kept. */
export interface SessionState {
  /** `present`: large, for a room; `embed`: just the stage, in somebody's page. */
  readonly view: 'full' | 'present' | 'embed' | 'embed-terminal';
  readonly selection: Selection;
  readonly filter: string;
  readonly speed: number;
  readonly paused: boolean;
  readonly echo: Echo | undefined;
  readonly dialog: DialogName;
  /** The branch that the comparison is to begin with. */
  readonly compared: string | undefined;
  /** Which part of sharing is to be shown first. */
  readonly shareTab: 'link' | 'file';
  /** Where a stack file is to be fetched from; empty: the user will say. */
  readonly wantedAddress: string;
  /** The open sheet of the phone layout. */
  readonly sheet: SheetName;
  readonly terminalHost: string;
  /** Counts up when the terminal, the editor or the filter is to take the focus. */
  readonly focus: { readonly target: 'terminal' | 'editor' | 'filter' | 'stage'; readonly count: number } | undefined;
  readonly alarm: Alarm;
  /** What was done to the run as a whole, said once. */
  readonly notice: NoticeKind | undefined;
  /** Panels that a link wants open, by their first letters; undefined: those of the settings. */
  readonly panels: string | undefined;
}

const query = new URLSearchParams(typeof location === 'undefined' ? '' : location.search);

export const useSession = create<SessionState>(() => ({
  view: query.has('embed') ? (query.get('embed') === 'terminal' ? 'embed-terminal' : 'embed') : query.has('present') ? 'present' : 'full',
  selection: undefined,
  filter: query.get('filter') ?? '',
  speed: 1,
  paused: false,
  echo: undefined,
  dialog: undefined,
  compared: undefined,
  shareTab: 'link',
  wantedAddress: '',
  sheet: undefined,
  terminalHost: '',
  focus: undefined,
  alarm: undefined,
  notice: undefined,
  panels: undefined,
}));

/** Which panels are open: those of the settings, unless a link said which. */
export function shownPanels<P extends string>(chosen: { readonly [panel in P]: boolean }, linked: string | undefined): { readonly [panel in P]: boolean } {
  if (linked === undefined) return chosen;
  return Object.fromEntries(Object.keys(chosen).map((panel) => [panel, linked.includes(panel.charAt(0))])) as { readonly [panel in P]: boolean };
}

/** Tells the user what went wrong. */
export function raise(kind: Problem, limit?: PassedLimit): void {
  useSession.setState({ alarm: { kind, detail: '', ...(limit ? { limit } : {}) } });
}

/** Whether the page is a part of somebody else's: it keeps nothing and changes no address. */
export function isEmbedded(): boolean {
  const { view } = useSession.getState();
  return view === 'embed' || view === 'embed-terminal';
}

/** Says once what was done to the run as a whole. */
export function notify(notice: NoticeKind): void {
  useSession.setState({ notice, echo: undefined });
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => useSession.setState({ notice: undefined }), NOTICE_MS);
}

/** How long a notice stands, in wall milliseconds. */
const NOTICE_MS = 12_000;
let noticeTimer: ReturnType<typeof setTimeout> | undefined;

/** Looks at something; on a phone its sheet opens. */
export function select(selection: Selection): void {
  useSession.setState(selection ? { selection, sheet: 'inspector' } : { selection });
}

/** Large for a room, or as usual; the address says which, so that it can be handed on. */
export function togglePresent(): void {
  if (isEmbedded()) return;
  const present = useSession.getState().view !== 'present';
  useSession.setState({ view: present ? 'present' : 'full' });
  const url = new URL(location.href);
  if (present) url.searchParams.set('present', '');
  else url.searchParams.delete('present');
  history.replaceState(history.state, '', url);
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
