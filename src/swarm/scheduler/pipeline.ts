import type { FilterName, Task } from '../objects/objects.ts';
import type { Reader } from '../store/tables.ts';
import { constraintFilter } from './filters/constraint.ts';
import type { Filter, NodeTest } from './filters/filter.ts';
import { hostPortFilter } from './filters/host-port.ts';
import { maxReplicasFilter } from './filters/max-replicas.ts';
import { platformFilter } from './filters/platform.ts';
import { pluginFilter } from './filters/plugin.ts';
import { readyFilter } from './filters/ready.ts';
import { resourceFilter } from './filters/resource.ts';
import type { NodeInfo } from './node-info.ts';

/** The filters in the order in which they are asked; cluster volumes, the eighth of the real ones, are not simulated. */
export const FILTERS: readonly Filter[] = [readyFilter, resourceFilter, pluginFilter, constraintFilter, platformFilter, hostPortFilter, maxReplicasFilter];

interface Check {
  readonly filter: Filter;
  readonly test: NodeTest;
  failures: number;
}

/**
 * The filters that one task (or a group that shares its spec) has to pass (swarmkit manager/scheduler/pipeline.go).
 * It counts refusals for the message; whenever a node passes everything, the counting begins anew.
 */
export class Pipeline {
  private readonly checks: readonly Check[];

  constructor(task: Task, reader: Reader) {
    const checks: Check[] = [];
    for (const filter of FILTERS) {
      const test = filter.prepare(task, reader);
      if (test) checks.push({ filter, test, failures: 0 });
    }
    this.checks = checks;
  }

  /** Asks the filters one after another up to the first that refuses the node, and counts. */
  process(node: NodeInfo): boolean {
    for (const check of this.checks) {
      if (!check.test.passes(node)) {
        check.failures++;
        return false;
      }
    }
    for (const check of this.checks) check.failures = 0;
    return true;
  }

  /** Swarm's words for the refusals counted since the last node that passed, most frequent first; may be empty. */
  explain(): string {
    return this.checks
      .filter(({ failures }) => failures > 0)
      .sort((a, b) => b.failures - a.failures || FILTERS.indexOf(a.filter) - FILTERS.indexOf(b.filter))
      .map(({ filter, failures }) => filter.explain(failures))
      .join('; ');
  }

  /** Which filter refuses the node now, and the reason in detail; does not count. */
  refusal(node: NodeInfo): { readonly refusedBy: FilterName; readonly detail: string } | undefined {
    const check = this.checks.find(({ test }) => !test.passes(node));
    return check && { refusedBy: check.filter.name, detail: check.test.detail(node) };
  }
}
