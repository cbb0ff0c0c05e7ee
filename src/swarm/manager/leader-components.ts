import { createAllocator } from '../allocator/allocator.ts';
import { createRootRotation } from '../ca/root-rotation.ts';
import { createDispatcher } from '../dispatcher/dispatcher.ts';
import { createKeyManager } from '../keymanager/key-manager.ts';
import { createConstraintEnforcer } from '../orchestrator/constraint-enforcer/constraint-enforcer.ts';
import { createGlobalOrchestrator } from '../orchestrator/global/global.ts';
import { createJobsOrchestrator } from '../orchestrator/jobs/jobs.ts';
import { createReplicatedOrchestrator } from '../orchestrator/replicated/replicated.ts';
import { createTaskReaper } from '../orchestrator/task-reaper/task-reaper.ts';
import { createScheduler } from '../scheduler/scheduler.ts';
import type { LeaderComponent, LeaderContext } from './leader-component.ts';
import { createRoleManager, type RoleRaft } from './role-manager.ts';

/**
 * What runs on a leading manager, in the order in which it is started (swarmkit manager/manager.go becomeLeader):
 * whoever watches first sees each commit first.
 */
export function createLeaderComponents(ctx: LeaderContext, raft: RoleRaft): LeaderComponent[] {
  return [
    createKeyManager(ctx),
    createAllocator(ctx),
    createDispatcher(ctx),
    createRootRotation(ctx),
    createScheduler(ctx),
    createConstraintEnforcer(ctx),
    createTaskReaper(ctx),
    createReplicatedOrchestrator(ctx),
    createJobsOrchestrator(ctx),
    createGlobalOrchestrator(ctx),
    createRoleManager(ctx, raft),
  ];
}
