import type { ReactNode } from 'react';
import type { StageViewName } from '../../world/stage-state.ts';
import { Board } from './Board.tsx';

/** What each view shows under the bar. A view that is not needed for the first picture comes from `lazy`. */
export const STAGE_VIEW_BODIES: { readonly [view in StageViewName]: () => ReactNode } = {
  nodes: () => <Board key="nodes" view="nodes" />,
  services: () => <Board key="services" view="services" />,
};
