import { oneOwnerPerAddress, oneServicePerIngressPort } from './addresses.ts';
import { oneTaskPerHostPort, withinMaxReplicas, withinReservations } from './capacity.ts';
import { containersHaveTasks, tasksHaveContainers } from './containers.ts';
import { everyRequestAnswered } from './engine.ts';
import { explanationsAreTrue } from './explanations.ts';
import { historyWithinLimits } from './history.ts';
import type { Invariant } from './invariant.ts';
import { nodesReady } from './nodes.ts';
import { caughtUp, equalReplicas } from './replicas.ts';
import { globalServicesRun, jobsComplete, pendingForAReason, replicatedServicesRun } from './services.ts';
import { oneWantedPerSlot } from './slots.ts';

/** Everything that must hold of a leader's store and of the hosts; what must hold of raft is `RaftWitness`. */
export const INVARIANTS: readonly Invariant[] = [
  everyRequestAnswered,
  equalReplicas,
  oneWantedPerSlot,
  withinReservations,
  oneTaskPerHostPort,
  withinMaxReplicas,
  oneOwnerPerAddress,
  oneServicePerIngressPort,
  nodesReady,
  caughtUp,
  replicatedServicesRun,
  globalServicesRun,
  jobsComplete,
  pendingForAReason,
  explanationsAreTrue,
  historyWithinLimits,
  containersHaveTasks,
  tasksHaveContainers,
];
