import type { Node, Task } from '../objects/objects.ts';
import { Journal } from './journal.ts';
import { type Holding, holdingOf, isActive, MAX_FAILURES, type NodeChange, NodeState } from './node-state.ts';

/** A task as the scheduler knows it, and where it counts it. */
export class TaskRecord {
  /** The node on which it is counted, and what it holds there. */
  node: NodeInfo | undefined;
  holding: Holding | undefined;
  /** Its place among the tasks of its node. */
  index = 0;
  /** Its place among the tasks that wait for a node; -1: it does not. */
  queued = -1;
  /** It came with its node: its failures do not count. */
  preassigned = false;

  /** What was decided about, while the decision is not committed. */
  before: Task | undefined;

  /** @param task as it was last seen, or last decided about. */
  constructor(public task: Task) {}

  decide(task: Task): void {
    this.before = this.task;
    this.task = task;
  }
}

/** A node with the tasks that are counted on it. */
export class NodeInfo extends NodeState {
  readonly tasks: TaskRecord[] = [];
  /** A copy of what it is now; undefined: it has changed since one was made. */
  private still: NodeState | undefined;

  constructor(
    node: Node,
    readonly place: number,
  ) {
    super(node);
  }

  /** This moment's picture of it, which nothing will change. */
  snapshot(): NodeState {
    this.still ??= this.copy();
    return this.still;
  }

  changed(): void {
    this.still = undefined;
  }
}

/** What nodes are compared for: one service in one version of its spec, at one time. */
export interface RankingSubject {
  readonly serviceId: string;
  readonly specVersion: number;
  readonly now: number;
}

/** In a rank: a task of the service weighs more than all other tasks of a node, a failure that counts more than those. */
const SERVICE_TASK = 2 ** 20;
const FAILURE = 2 ** 40;
/** What nodes say to requirements is kept for so many sets of them. */
const MAX_REQUIREMENTS = 64;

/** What the nodes, looked at alone, say to a set of requirements. */
export class Requirements {
  /** By place; 0: not known. */
  verdicts = new Uint8Array(0);
  /** The places of all nodes that meet them; undefined: not known. */
  eligible: number[] | undefined;
}

/**
 * All nodes that the scheduler knows, each at its place. The places decide where ranking sees no difference: a new node
 * takes the first place that a removed one has left. A real Swarm goes over a small Go map, which is this order from a
 * place drawn each time, most often the first; recorded placements follow it (swarmkit manager/scheduler/nodeset.go).
 */
export class NodeSet {
  /** By place; undefined: nobody has it. */
  readonly nodes: (NodeInfo | undefined)[] = [];
  readonly journal = new Journal(() => this.nodes.map((node) => node?.snapshot()));
  private readonly places = new Map<string, number>();
  /** By place; for a service, if they are known for one. `lasting`: they stay right until the next node comes or goes. */
  private ranks = new Float64Array(0);
  private ranked: { readonly serviceId: string; readonly lasting: boolean } | undefined;
  private readonly requirements = new Map<string, Requirements>();
  /** The last task that was counted: the next one is very often like it. */
  private lastTaken: { readonly kind: 'taken'; readonly holding: Holding } | undefined;

  get(nodeId: string): NodeInfo | undefined {
    const place = this.places.get(nodeId);
    return place === undefined ? undefined : this.nodes[place];
  }

  /** Takes in a new node, or a change of a known one. */
  put(node: Node): void {
    let info = this.get(node.id);
    if (info) info.setNode(node, info.tasks);
    else {
      const free = this.nodes.indexOf(undefined);
      info = new NodeInfo(node, free === -1 ? this.nodes.length : free);
      this.places.set(node.id, info.place);
      this.nodes[info.place] = info;
    }
    this.changed(info);
  }

  remove(nodeId: string): void {
    const place = this.places.get(nodeId);
    if (place === undefined) return;
    this.places.delete(nodeId);
    for (const record of this.nodes[place]?.tasks ?? []) record.node = undefined;
    this.nodes[place] = undefined;
    this.journal.note(place, undefined);
    this.forget(place);
  }

  /** Counts a task on its node, or follows a counted one's desired state. */
  count(record: TaskRecord): void {
    const { task, node, holding } = record;
    if (node && holding) {
      const active = isActive(task);
      if (active === holding.active) return;
      // Nothing else of what it holds there ever changes.
      record.holding = { ...holding, active };
      this.apply(node, { kind: 'active', serviceId: task.serviceId, by: active ? 1 : -1 });
      return;
    }
    const info = this.get(task.nodeId);
    if (info) this.countOn(record, info);
  }

  /** Counts a task that is not counted anywhere yet on its node. */
  countOn(record: TaskRecord, info: NodeInfo): void {
    const { task } = record;
    const held = holdingOf(task, this.lastTaken?.holding);
    if (held !== this.lastTaken?.holding) this.lastTaken = { kind: 'taken', holding: held };
    record.node = info;
    record.holding = held;
    record.index = info.tasks.push(record) - 1;
    this.apply(info, this.lastTaken);
  }

  /** Stops counting a task; false when it was not counted. */
  uncount(record: TaskRecord): boolean {
    const { node, holding, index } = record;
    if (!node || !holding) return false;
    record.node = undefined;
    const last = node.tasks.pop() as TaskRecord;
    if (last !== record) {
      node.tasks[index] = last;
      last.index = index;
    }
    this.apply(node, { kind: 'returned', holding });
    return true;
  }

  /** Remembers that a task failed or was rejected on its node. */
  taskFailed(task: Task, now: number): void {
    const info = this.get(task.nodeId);
    if (!info) return;
    info.taskFailed(task, now);
    this.changed(info);
  }

  /**
   * The rank of each place, the lowest being the best; places without a node come last (swarmkit
   * manager/scheduler/scheduler.go, nodeLess): repeated failures of this service first, then its active tasks, then all
   * active tasks. Neither the size nor the load of the nodes plays a part. The numbers follow what happens until they
   * are asked for anew.
   */
  ranksFor({ serviceId, specVersion, now }: RankingSubject): Float64Array {
    if (this.ranked?.lasting && this.ranked.serviceId === serviceId) return this.ranks;
    if (this.ranks.length < this.nodes.length) this.ranks = new Float64Array(2 * this.nodes.length);
    let lasting = true;
    for (let place = 0; place < this.nodes.length; place++) {
      const node = this.nodes[place];
      let rank = Number.POSITIVE_INFINITY;
      if (node) {
        rank = node.activeTasksOf(serviceId) * SERVICE_TASK + node.activeTasks;
        if (node.hasFailures) {
          lasting = false;
          const failures = node.recentFailures(serviceId, specVersion, now);
          if (failures >= MAX_FAILURES) rank += failures * FAILURE;
        }
      }
      this.ranks[place] = rank;
    }
    // Failures are forgotten with time, and count for one version of the spec: such ranks are made anew each time.
    this.ranked = { serviceId, lasting };
    return this.ranks;
  }

  /** What is known about a set of requirements; the same words get the same answer. */
  requirementsFor(words: string): Requirements {
    let requirements = this.requirements.get(words);
    if (!requirements) {
      if (this.requirements.size >= MAX_REQUIREMENTS) this.requirements.clear();
      requirements = new Requirements();
      this.requirements.set(words, requirements);
    }
    if (requirements.verdicts.length < this.nodes.length) requirements.verdicts = new Uint8Array(2 * this.nodes.length);
    return requirements;
  }

  private apply(info: NodeInfo, change: NodeChange): void {
    const before = info.activeTasks;
    info.apply(change);
    info.changed();
    this.journal.note(info.place, change);
    const by = info.activeTasks - before;
    if (by === 0 || !this.ranked) return;
    const serviceId = change.kind === 'active' ? change.serviceId : change.holding.serviceId;
    this.ranks[info.place] = (this.ranks[info.place] as number) + (serviceId === this.ranked.serviceId ? by * (SERVICE_TASK + 1) : by);
  }

  /** Something other than its tasks has changed. */
  private changed(info: NodeInfo): void {
    info.changed();
    if (this.journal.isOpen) this.journal.note(info.place, info.snapshot());
    this.forget(info.place);
  }

  /** What was worked out about the node at this place is to be worked out anew. */
  private forget(place: number): void {
    this.ranked = undefined;
    for (const requirements of this.requirements.values()) {
      requirements.verdicts[place] = 0;
      requirements.eligible = undefined;
    }
  }
}
