import { create } from 'zustand';

/** The views of the cluster, in the order of their tabs. */
export const STAGE_VIEWS = ['nodes', 'services', 'network', 'raft'] as const;
export type StageViewName = (typeof STAGE_VIEWS)[number];

/** What a drag on the stage does. */
export type StageTool = 'select' | 'cut' | 'partition';

/** One step larger (1), smaller (-1), or back to what fits (0). */
export interface ZoomOrder {
  readonly step: -1 | 0 | 1;
}

/** How the stage is looked at. View and grouping stand in the address too. */
export interface StageState {
  readonly view: StageViewName;
  /** By view. Nodes: `role`, `label:<key>`, `engine:<key>`; services: `stack`; empty: not grouped. */
  readonly group: { readonly [view: string]: string };
  /** Names of the hosts that are marked to be acted on together. */
  readonly marked: ReadonlySet<string>;
  readonly tool: StageTool;
  /** How many steps larger (positive) or smaller than what fits. */
  readonly zoom: number;
  /** The last order about the size: a new object each time, so that the same one can be given again. */
  readonly zoomed: ZoomOrder;
  readonly legend: boolean;
  /** The stage as a list of words beside the picture. */
  readonly words: boolean;
}

const query = new URLSearchParams(typeof location === 'undefined' ? '' : location.search);
const view = STAGE_VIEWS.find((name) => name === query.get('view')) ?? 'nodes';

export const useStage = create<StageState>(() => ({
  view,
  group: { [view]: query.get('group') ?? '' },
  marked: new Set(),
  tool: 'select',
  zoom: 0,
  zoomed: { step: 0 },
  legend: false,
  words: false,
}));

/** Shows another view of the cluster. */
export function showStageView(next: StageViewName): void {
  useStage.setState({ view: next, zoom: 0 });
  writeAddress();
}

const MOST_ZOOM = 8;

/** Makes the stage larger or smaller by a step, or as large as fits. */
export function zoomStage(step: ZoomOrder['step']): void {
  useStage.setState(({ zoom }) => ({ zoom: step === 0 ? 0 : Math.max(-MOST_ZOOM, Math.min(MOST_ZOOM, zoom + step)), zoomed: { step } }));
}

/** Groups what the present view shows. */
export function groupStage(by: string): void {
  useStage.setState(({ view: shown, group }) => ({ group: { ...group, [shown]: by } }));
  writeAddress();
}

/** Marks hosts to be acted on together; `also` keeps those that are marked already and unmarks those named again. */
export function markHosts(names: Iterable<string>, also = false): void {
  useStage.setState(({ marked }) => {
    const next = new Set(also ? marked : []);
    for (const name of names) if (!also || !next.delete(name)) next.add(name);
    return { marked: next };
  });
}

function writeAddress(): void {
  const { view: shown, group } = useStage.getState();
  const url = new URL(location.href);
  const put = (name: string, value: string): void => {
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  };
  put('view', shown === 'nodes' ? '' : shown);
  put('group', group[shown] ?? '');
  history.replaceState(history.state, '', url);
}
