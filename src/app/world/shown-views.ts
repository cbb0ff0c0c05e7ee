import { STAGE_VIEWS, type StageViewName } from './stage-state.ts';
import { useWorld } from './world-store.ts';

/** The views that the world has something to show in, in the order of their tabs. */
export function shownViews(): readonly StageViewName[] {
  const internals = useWorld.getState().client?.capabilities.internals ?? true;
  return internals ? STAGE_VIEWS : STAGE_VIEWS.filter((name) => name === 'nodes' || name === 'services');
}
