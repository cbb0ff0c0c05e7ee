import type { Network, NodeVerdict, SchedulingAttempt, Task } from '../objects/objects.ts';
import type { Chapter } from './journal.ts';
import type { RankingSubject } from './node-set.ts';
import type { NodeState } from './node-state.ts';
import { type Check, checksFor, refusalOf } from './pipeline.ts';

/** What an attempt is about. */
interface AttemptSubject extends RankingSubject {
  /** The task that spoke for the group, and the networks that it is attached to. */
  readonly model: Task;
  readonly networks: readonly Network[];
  /** Where all that happens is written down. */
  readonly chapter: Chapter;
  /** The one node that was looked at; absent: all. */
  readonly place?: number;
}

/**
 * One decision of the scheduler. It keeps where in the journal it stands: what was known of the nodes, and what they
 * were asked, is worked out when someone wants to see it, by the same filters that decided.
 */
export class Attempt implements SchedulingAttempt {
  message = '';
  // Private to the language, so that who compares or copies an attempt sees the decision only.
  readonly #subject: AttemptSubject;
  readonly #from: number;
  #to: number;

  /** Begins an attempt about so many tasks. */
  constructor(
    readonly tasks: number,
    subject: AttemptSubject,
  ) {
    this.#subject = subject;
    this.#from = subject.chapter.length;
    this.#to = this.#from;
  }

  get at(): number {
    return this.#subject.now;
  }

  /** The attempt has been made. @param message Swarm's text for those without a node, else empty. */
  end(message: string): void {
    this.message = message;
    this.#to = this.#subject.chapter.length;
  }

  /**
   * For each node which filter refuses it and the three numbers of the ranking as they were before. A node that took
   * tasks counts as refused only if tasks were left over and it is full.
   */
  get verdicts(): readonly NodeVerdict[] {
    const { chapter, model, networks, place } = this.#subject;
    const nodes = chapter.nodesAfter(this.#to);
    const taken = chapter.takenBetween(this.#from, this.#to);
    const checks = checksFor(model, networks);
    return nodes.flatMap((node, at) => (node && (place === undefined || at === place) ? [this.verdict(node, taken.get(at) ?? 0, checks)] : []));
  }

  toJSON(): SchedulingAttempt {
    return { at: this.at, tasks: this.tasks, verdicts: this.verdicts, message: this.message };
  }

  private verdict(node: NodeState, placed: number, checks: readonly Check[]): NodeVerdict {
    const { serviceId, specVersion, now } = this.#subject;
    const refusal = placed === 0 || this.message !== '' ? refusalOf(checks, node) : undefined;
    return {
      nodeId: node.id,
      ...refusal,
      recentFailures: node.recentFailures(serviceId, specVersion, now),
      serviceTasks: node.activeTasksOf(serviceId) - placed,
      totalTasks: node.activeTasks - placed,
      placed,
    };
  }
}
