import type { FilterName, Network, Task } from '../objects/objects.ts';
import { constraintFilter } from './filters/constraint.ts';
import type { Filter, NodeTest } from './filters/filter.ts';
import { hostPortFilter } from './filters/host-port.ts';
import { maxReplicasFilter } from './filters/max-replicas.ts';
import { platformFilter } from './filters/platform.ts';
import { pluginFilter } from './filters/plugin.ts';
import { readyFilter } from './filters/ready.ts';
import { resourceFilter } from './filters/resource.ts';
import type { NodeInfo, NodeSet, Requirements } from './node-set.ts';
import type { NodeState } from './node-state.ts';

/** The filters in the order in which they are asked; cluster volumes, the eighth of the real ones, are not simulated. */
export const FILTERS: readonly Filter[] = [readyFilter, resourceFilter, pluginFilter, constraintFilter, platformFilter, hostPortFilter, maxReplicasFilter];

/** A filter that a task has to pass, made ready for it. */
export interface Check {
  readonly filter: Filter;
  readonly test: NodeTest;
}

/** What a task (or a group that shares its spec) is asked for by the filters. `networks`: those that it is attached to. */
export function checksFor(task: Task, networks: readonly Network[]): Check[] {
  const checks: Check[] = [];
  for (const filter of FILTERS) {
    const test = filter.prepare(task, networks);
    if (test) checks.push({ filter, test });
  }
  return checks;
}

/** Which filter refuses the node, and the reason in detail. */
export function refusalOf(checks: readonly Check[], node: NodeState): { readonly refusedBy: FilterName; readonly detail: string } | undefined {
  const check = checks.find(({ test }) => !test.passes(node));
  return check && { refusedBy: check.filter.name, detail: check.test.detail(node) };
}

/** In place of the number of a check: all that look at the node alone let it pass. */
const PASSES = 255;

/**
 * The filters at work on the nodes that there are now (swarmkit manager/scheduler/pipeline.go). It counts refusals for
 * the message; whenever a node passes everything, the counting begins anew.
 */
export class Pipeline {
  private readonly failures: number[];
  private readonly requirements: Requirements;
  /** Whether there are checks that look at more than the node alone. */
  private readonly depends: boolean;
  private refused = 0;

  constructor(
    private readonly checks: readonly Check[],
    private readonly nodes: NodeSet,
  ) {
    this.failures = checks.map(() => 0);
    this.depends = checks.some(({ test }) => test.key === undefined);
    this.requirements = nodes.requirementsFor(checks.map(({ filter, test }) => (test.key === undefined ? '' : `${filter.name} ${test.key}`)).join('|'));
  }

  /** Asks the filters one after another up to the first that refuses the node, and counts. */
  process(node: NodeInfo): boolean {
    const verdict = this.requirements.verdicts[node.place] || this.judge(node);
    if (verdict !== PASSES || this.depends) {
      for (let i = 0; i < this.checks.length; i++) {
        const { test } = this.checks[i] as Check;
        if (test.key === undefined ? test.passes(node) : verdict !== i + 1) continue;
        (this.failures[i] as number)++;
        this.refused++;
        return false;
      }
    }
    if (this.refused > 0) {
      this.refused = 0;
      this.failures.fill(0);
    }
    return true;
  }

  /**
   * The place of the first of the best nodes that pass; undefined: there is none. The same node as when all are offered
   * to `BestNodes` for one task, without counting refusals.
   */
  best(ranks: Float64Array): number | undefined {
    let best: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    const eligible = this.eligible();
    for (let i = 0; i < eligible.length; i++) {
      const place = eligible[i] as number;
      const rank = ranks[place] as number;
      if (rank >= least || (this.depends && !this.passesNow(this.nodes.nodes[place] as NodeInfo))) continue;
      best = place;
      least = rank;
    }
    return best;
  }

  private eligible(): readonly number[] {
    this.requirements.eligible ??= this.nodes.nodes.flatMap((node) =>
      node && (this.requirements.verdicts[node.place] || this.judge(node)) === PASSES ? [node.place] : [],
    );
    return this.requirements.eligible;
  }

  /** Whether the checks that look at more than the node alone let it pass. */
  private passesNow(node: NodeInfo): boolean {
    return this.checks.every(({ test }) => test.key !== undefined || test.passes(node));
  }

  /** Swarm's words for the refusals counted since the last node that passed, most frequent first; may be empty. */
  explain(): string {
    return this.checks
      .map(({ filter }, i) => ({ filter, i, failures: this.failures[i] as number }))
      .filter(({ failures }) => failures > 0)
      .sort((a, b) => b.failures - a.failures || a.i - b.i)
      .map(({ filter, failures }) => filter.explain(failures))
      .join('; ');
  }

  /** The first check that looks at the node alone and refuses it, as its number from 1. */
  private judge(node: NodeInfo): number {
    const refusing = this.checks.findIndex(({ test }) => test.key !== undefined && !test.passes(node));
    const verdict = refusing < 0 ? PASSES : refusing + 1;
    this.requirements.verdicts[node.place] = verdict;
    return verdict;
  }
}
