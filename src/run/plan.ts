import type { StackText } from '../docker/compose/stack-problem.ts';

/** What is asked before a deploy: what `docker stack deploy` of these files would do now. */
export interface PlanRequest {
  readonly stack: string;
  /** The stack files in the order of `-c`, as they would be saved first. */
  readonly files: readonly StackText[];
  /** Other files that would be saved first: env files, secrets, configs. */
  readonly beside?: readonly StackText[];
  readonly prune: boolean;
  readonly resolveImage?: 'always' | 'changed' | 'never';
  /** The host at whose shell it would be typed; absent: the leader's. */
  readonly host?: string;
  /** Variables of that shell beyond its own. */
  readonly env?: { readonly [name: string]: string };
}

/**
 * What a deploy will do: found by doing it on a branch of the run and reading what happened there, so that it is what the
 * same deploy does in the run itself if nothing else happens meanwhile. Plain JSON; times are virtual milliseconds.
 */
export interface Plan {
  readonly stack: string;
  /** The moment for which it holds. */
  readonly at: number;
  /** The line it stands for. */
  readonly command: string;
  /** Docker's exit status; not 0: the deploy fails with the last lines of `stderr`, and only what is listed is done before. */
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Those of the file and those of the stack that the file does not have, by name. */
  readonly services: readonly ServicePlan[];
  /** By kind, then name. */
  readonly objects: readonly ObjectPlan[];
  /** How long after the deploy nothing more happens; undefined when that was not within `horizonMs`. */
  readonly settledAfterMs: number | undefined;
  /** How far the branch was followed after the deploy. */
  readonly horizonMs: number;
}

export interface ServicePlan {
  /** In the swarm: `mystack_web`. */
  readonly name: string;
  readonly mode: 'replicated' | 'global' | 'replicated-job' | 'global-job';
  /** `left-over`: not in the file, stays because nothing is pruned. `removed`: pruned. */
  readonly action: 'create' | 'update' | 'unchanged' | 'removed' | 'left-over';
  readonly fields: readonly FieldChange[];
  /** In the order in which they are touched; those that stay come last, by name. */
  readonly tasks: readonly TaskPlan[];
  /** How running tasks are replaced; undefined when none is. */
  readonly rollout: Rollout | undefined;
  /** Tasks that no node takes, in the scheduler's own words. */
  readonly misfits: readonly { readonly message: string; readonly tasks: number }[];
  /**
   * How it stands at the end: `failing`: tasks end, with or without an error, and are started again and again; `ended`: they end and are not started
   * again; `unfinished`: still on its way.
   */
  readonly outcome: 'running' | 'complete' | 'waiting' | 'failing' | 'ended' | 'paused' | 'rolled-back' | 'unfinished' | 'gone';
  /** How long after the deploy this was reached; undefined for `unfinished` and `failing`. */
  readonly settledAfterMs: number | undefined;
}

/** A member of the service that changes. */
export interface FieldChange {
  /** The key in a stack file, `deploy.resources.limits.memory`; a path of the API's ServiceSpec where no key stands for it. */
  readonly key: string;
  /** As a stack file would say it; empty: not given. */
  readonly before: string;
  readonly after: string;
  /** Whether tasks are replaced because of it. */
  readonly restarts: boolean;
}

export interface Rollout {
  readonly order: 'stop-first' | 'start-first';
  /** Tasks at a time; 0: all. */
  readonly parallelism: number;
  readonly delayMs: number;
  readonly failureAction: 'pause' | 'continue' | 'rollback';
  /** Tasks to replace, and in how many groups. */
  readonly tasks: number;
  readonly groups: number;
  /** The shortest time from the first replacement to the last: the pauses between the groups. */
  readonly atLeastMs: number;
}

export interface TaskPlan {
  /** `mystack_web.3`; of a global service with the host's name: `mystack_agent.DC2-N2`. */
  readonly name: string;
  /** `wait`: wanted, but no node takes it. `moved` is a `replace` with another host. */
  readonly change: 'start' | 'replace' | 'stop' | 'keep' | 'wait';
  /** The hosts before and after; empty: none. */
  readonly from: string;
  readonly to: string;
  /** From 1: the group of the rollout; 0 for all else. */
  readonly group: number;
  /** When it is touched, and when the new task runs, after the deploy; undefined when that does not happen. */
  readonly beginsMs: number | undefined;
  readonly runsMs: number | undefined;
  /** Why it waits or failed, in Swarm's words; else empty. */
  readonly message: string;
}

export interface ObjectPlan {
  readonly kind: 'network' | 'secret' | 'config' | 'volume';
  readonly name: string;
  /**
   * `kept`: it is there and stays as it is, whatever the file says. `update`: only labels can change. `external`: of
   * somebody else. `left-over`: of the stack, but the file has it no more, and nothing removes it.
   */
  readonly action: 'create' | 'update' | 'kept' | 'external' | 'left-over';
  /** For a volume: the hosts on which it is, each with its own content. */
  readonly hosts: readonly string[];
}
