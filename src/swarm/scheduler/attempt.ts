import type { NodeVerdict, SchedulingAttempt } from '../objects/objects.ts';
import type { NodeInfo } from './node-info.ts';
import type { Pipeline } from './pipeline.ts';
import type { RankingSubject } from './ranking.ts';

/** In bigger clusters an attempt keeps only so many nodes: first those that were chosen. */
export const MAX_VERDICTS = 200;

/** What one attempt did. */
export interface AttemptResult {
  readonly subject: RankingSubject;
  readonly nodes: readonly NodeInfo[];
  readonly pipeline: Pipeline;
  /** Tasks of the group, placed or not. */
  readonly tasks: number;
  /** How many of them each node got. */
  readonly placed: ReadonlyMap<string, number>;
  /** Swarm's text for those without a node, else empty. */
  readonly message: string;
}

/**
 * Writes down an attempt right after it was made: for each node which filter refuses it and the three numbers of the
 * ranking as they were before. A node that took tasks counts as refused only if tasks were left over and it is full.
 */
export function describeAttempt(result: AttemptResult): SchedulingAttempt {
  const { subject, nodes, placed } = result;
  const shown = nodes.length <= MAX_VERDICTS ? nodes : chosenFirst(nodes, placed);
  return {
    at: subject.now,
    tasks: result.tasks,
    verdicts: shown.map((node) => verdict(node, result)),
    message: result.message,
  };
}

function verdict(node: NodeInfo, { subject, pipeline, placed, message }: AttemptResult): NodeVerdict {
  const here = placed.get(node.id) ?? 0;
  const refusal = here === 0 || message !== '' ? pipeline.refusal(node) : undefined;
  return {
    nodeId: node.id,
    ...refusal,
    recentFailures: node.recentFailures(subject.serviceId, subject.specVersion, subject.now),
    serviceTasks: node.activeTasksOf(subject.serviceId) - here,
    totalTasks: node.activeTasks - here,
    placed: here,
  };
}

function chosenFirst(nodes: readonly NodeInfo[], placed: ReadonlyMap<string, number>): NodeInfo[] {
  const chosen = nodes.filter(({ id }) => placed.has(id)).slice(0, MAX_VERDICTS);
  const others = nodes.filter(({ id }) => !placed.has(id)).slice(0, MAX_VERDICTS - chosen.length);
  return [...chosen, ...others];
}
