import { createDispatcher } from '../dispatcher/dispatcher.ts';
import { createScheduler } from '../scheduler/scheduler.ts';
import type { LeaderComponent, LeaderContext } from './leader-component.ts';

/**
 * What runs on a leading manager, in the order in which it is started (swarmkit manager/manager.go becomeLeader):
 * whoever watches first sees each commit first.
 */
export function createLeaderComponents(ctx: LeaderContext): LeaderComponent[] {
  return [createDispatcher(ctx), createScheduler(ctx)];
}
