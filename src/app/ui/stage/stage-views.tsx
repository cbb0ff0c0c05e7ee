import { lazy, type ReactNode, Suspense } from 'react';
import type { StageViewName } from '../../world/stage-state.ts';
import { Board } from './Board.tsx';

const NetworkView = lazy(() => import('../network/NetworkView.tsx').then((module) => ({ default: module.NetworkView })));
const RaftView = lazy(() => import('../raft/RaftView.tsx').then((module) => ({ default: module.RaftView })));

/** What each view shows under the bar. A view that is not needed for the first picture comes from `lazy`. */
export const STAGE_VIEW_BODIES: { readonly [view in StageViewName]: () => ReactNode } = {
  nodes: () => <Board key="nodes" view="nodes" />,
  services: () => <Board key="services" view="services" />,
  network: () => (
    <Suspense>
      <NetworkView />
    </Suspense>
  ),
  raft: () => (
    <Suspense>
      <RaftView />
    </Suspense>
  ),
};
