import type { ServiceSpec } from '../docker/api/specs.ts';
import type { Refusal } from '../swarm/agent/container.ts';
import type { Service } from '../swarm/objects/objects.ts';
import type { Reader } from '../swarm/store/tables.ts';

/** How much a playground takes: every task is simulated, and all of them live in one browser tab. */
export interface PlaygroundLimits {
  /** Replicas of one service; for jobs the completions, and how many may run at once. */
  readonly tasksOfService: number;
  /** Tasks that all services of the swarm together ask for. */
  readonly tasksOfSwarm: number;
}

/** The only limits that a real engine does not have. Benchmarks lift them with `EngineOptions.limits`. */
export const PLAYGROUND_LIMITS: PlaygroundLimits = { tasksOfService: 10_000, tasksOfSwarm: 20_000 };

/**
 * Refuses a spec that asks for more tasks than the playground takes. The text says whose limit it is.
 * @param id of the service that the spec replaces; empty for a new one
 */
export function overLimit(limits: PlaygroundLimits, read: Reader, spec: ServiceSpec, id: string): Refusal | undefined {
  const { ReplicatedJob: job, Replicated: replicated } = spec.Mode;
  const own = job ? Math.max(job.TotalCompletions ?? 0, job.MaxConcurrent ?? 0) : (replicated?.Replicas ?? 0);
  if (own > limits.tasksOfService) return refusal(own, job ? 'tasks of one job' : 'replicas', limits.tasksOfService);
  const nodes = read.list('node').length;
  const before = (service: Service | undefined): number => (service ? wanted(service.spec, nodes) : 0);
  const growth = wanted(spec, nodes) - before(read.get('service', id));
  if (growth <= 0) return undefined;
  const sum = read.list('service').reduce((total, service) => total + before(service), growth);
  return sum > limits.tasksOfSwarm ? refusal(sum, 'tasks in one swarm', limits.tasksOfSwarm) : undefined;
}

/** Tasks that a service asks for; a global one has one on each node. */
function wanted(spec: ServiceSpec, nodes: number): number {
  const { Replicated: replicated, ReplicatedJob: job } = spec.Mode;
  return replicated ? (replicated.Replicas ?? 0) : job ? (job.TotalCompletions ?? 0) : nodes;
}

function refusal(count: number, what: string, limit: number): Refusal {
  return {
    status: 400,
    message: `rpc error: code = InvalidArgument desc = ${count} ${what} are more than this playground takes (${limit}): the real engine would accept them`,
  };
}
