import { type NodeChange, NodeState } from './node-state.ts';

/** What happened to a node: a change, or how it was from then on (undefined: it has gone). */
type Step = NodeChange | NodeState | undefined;

/** A chapter has at least so many steps; in bigger clusters so many for each node, whose picture it begins with. */
const SHORTEST = 64;
const STEPS_PER_NODE = 4;

/** All nodes as they were at one moment, by place, and what has happened to them since. */
export class Chapter {
  private readonly places: number[] = [];
  private readonly steps: Step[] = [];

  /** @param begin undefined: nobody has the place. Nothing in it changes any more. */
  constructor(private readonly begin: readonly (NodeState | undefined)[]) {}

  /** How many steps were written. */
  get length(): number {
    return this.steps.length;
  }

  get isFull(): boolean {
    return this.steps.length >= Math.max(SHORTEST, STEPS_PER_NODE * this.begin.length);
  }

  write(place: number, step: Step): void {
    this.places.push(place);
    this.steps.push(step);
  }

  /** All nodes as they were after so many steps, by place. */
  nodesAfter(steps: number): readonly (NodeState | undefined)[] {
    const nodes = [...this.begin];
    const own = new Set<NodeState>();
    for (let i = 0; i < steps; i++) {
      const step = this.steps[i];
      const place = this.places[i] as number;
      if (step === undefined || step instanceof NodeState) {
        nodes[place] = step;
        continue;
      }
      let node = nodes[place] as NodeState;
      if (!own.has(node)) {
        node = node.copy();
        nodes[place] = node;
        own.add(node);
      }
      node.apply(step);
    }
    return nodes;
  }

  /** How many tasks each place was given in the steps from `from` up to and without `to`. */
  takenBetween(from: number, to: number): ReadonlyMap<number, number> {
    const taken = new Map<number, number>();
    for (let i = from; i < to; i++) {
      const step = this.steps[i];
      const place = this.places[i] as number;
      if (step && !(step instanceof NodeState) && step.kind === 'taken') taken.set(place, (taken.get(place) ?? 0) + 1);
    }
    return taken;
  }
}

/**
 * Keeps the past of the scheduler's picture of the nodes, so that every decision can be explained from what was known
 * when it was made, at next to no cost for those that nobody asks about. Whoever remembers a decision keeps its chapter
 * alive; the journal itself knows the last chapter only.
 */
export class Journal {
  private chapter: Chapter | undefined;
  private deciding = false;

  /** @param nodes all nodes as they are now, by place: copies that will not change. */
  constructor(private readonly nodes: () => readonly (NodeState | undefined)[]) {}

  /** A decision begins: the chapter in which all of it will be written. */
  begin(): Chapter {
    this.chapter ??= new Chapter(this.nodes());
    this.deciding = true;
    return this.chapter;
  }

  /** The decision has been made. */
  end(): void {
    this.deciding = false;
    if (this.chapter?.isFull) this.chapter = undefined;
  }

  /** Something has happened to the node at this place. */
  note(place: number, step: Step): void {
    this.chapter?.write(place, step);
    if (!this.deciding && this.chapter?.isFull) this.chapter = undefined;
  }

  /** Whether anything is being written down now. */
  get isOpen(): boolean {
    return this.chapter !== undefined;
  }
}
