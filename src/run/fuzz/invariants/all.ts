import { oneOwnerPerAddress, oneServicePerIngressPort } from './addresses.ts';
import { oneTaskPerHostPort, withinMaxReplicas, withinReservations } from './capacity.ts';
import { containersHaveTasks, tasksHaveContainers } from './containers.ts';
import { everyRequestAnswered } from './engine.ts';
import { explanationsAreTrue } from './explanations.ts';
import { historyWithinLimits } from './history.ts';
import type { Invariant } from './invariant.ts';
import { nodesReady, silentNodesAreDown } from './nodes.ts';
import { constraintsAreEnforced, noneWantedOnInvalidNodes } from './placement.ts';
import { caughtUp, equalReplicas } from './replicas.ts';
import { globalJobsComplete, globalServicesRun, jobsComplete, jobsWithinCounts, pendingForAReason, replicatedServicesRun } from './services.ts';
import { oneWantedPerSlot } from './slots.ts';

/** Everything that must hold of a leader's store and of the hosts; what must hold of raft is `RaftWitness`. */
export const INVARIANTS: readonly Invariant[] = [
  everyRequestAnswered,
  equalReplicas,
  oneWantedPerSlot,
  jobsWithinCounts,
  withinReservations,
  oneTaskPerHostPort,
  withinMaxReplicas,
  oneOwnerPerAddress,
  oneServicePerIngressPort,
  silentNodesAreDown,
  nodesReady,
  caughtUp,
  replicatedServicesRun,
  globalServicesRun,
  jobsComplete,
  globalJobsComplete,
  noneWantedOnInvalidNodes,
  constraintsAreEnforced,
  pendingForAReason,
  explanationsAreTrue,
  historyWithinLimits,
  containersHaveTasks,
  tasksHaveContainers,
];
