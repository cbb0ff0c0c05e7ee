import type { Reader } from '../../swarm/store/tables.ts';
import { stateHash } from '../hash.ts';
import { isLarger } from './fit.ts';
import { FuzzWorld } from './fuzz-world.ts';
import { INVARIANTS } from './invariants/all.ts';
import type { Sight } from './invariants/invariant.ts';
import { lostToLeftovers } from './leftover-members.ts';
import { endFaults, tidyNodes } from './mend.ts';
import { perform } from './perform.ts';
import type { FuzzPlan } from './plan.ts';
import { RaftWitness } from './raft-witness.ts';

/** Something that must hold did not, with the virtual time in milliseconds. */
export interface Breach {
  readonly invariant: string;
  readonly text: string;
  readonly at: number;
}

/** What came of a run. */
export interface Outcome {
  /** Empty: all was well. Of the first moment in which something was wrong. */
  readonly breaches: readonly Breach[];
  /** Virtual milliseconds that the run took. */
  readonly took: number;
  /** Hash of the whole state at its end. */
  readonly hash: string;
  /** Requests and answers. */
  readonly journal: readonly string[];
}

/** How often raft is looked at, and how often everything else. */
const WITNESS_MS = 200;
const LOOKS_PER_CHECK = 5;
/** How long a swarm may take to come to rest after the last fault. */
const REST_LIMIT_MS = 900_000;
const TIDY_EVERY_MS = 20_000;
const REST_STEP_MS = 2_000;
/** More tasks than this, of a service that makes them without end, and the run is over. */
const ENDLESS_TASKS = 1_000;
/** A service that fails again and again never rests: after so many looks, only what was wrong in several of them running counts. */
const RESTLESS_LOOKS = 20;
const LASTING_LOOKS = 8;

/** Runs a plan, ends all faults, and waits until everything holds; stops at the first breach. */
export function runPlan(plan: FuzzPlan): Outcome {
  let run: PlanRun | undefined;
  let breaches: readonly Breach[];
  try {
    run = new PlanRun(plan);
    breaches = run.run();
  } catch (error) {
    if (error instanceof Broken) breaches = error.breaches;
    else if (error instanceof Endless) breaches = [];
    else breaches = [{ invariant: 'no crash', text: error instanceof Error ? (error.stack ?? error.message) : String(error), at: run?.world.now ?? 0 }];
  }
  return { breaches, took: run?.world.now ?? 0, hash: run ? stateHash(run.world.cluster) : '', journal: run?.world.journal ?? [] };
}

/** Ends a run where something that must always hold does not. */
class Broken extends Error {
  constructor(readonly breaches: readonly Breach[]) {
    super('an invariant is broken');
  }
}

/** Ends a run that would take for ever, without a word about it. */
class Endless extends Error {}

/**
 * Whether a task of a global service or job is larger than its node and is made anew without delay: the enforcer rejects it, its
 * replacement changes the node's addresses, and that brings the enforcer back (swarmkit manager/orchestrator/constraintenforcer). In
 * the real Swarm that goes on for ever, too; of a job every task is kept.
 */
function isEndless(reader: Reader): boolean {
  if (reader.list('task').length <= ENDLESS_TASKS) return false;
  const nodes = reader.list('node');
  return reader.list('service').some(({ spec: { Mode: mode, TaskTemplate: template } }) => {
    const global = mode.Global !== undefined || mode.GlobalJob !== undefined;
    return global && template.RestartPolicy?.Delay === 0 && nodes.some((node) => isLarger(template, node));
  });
}

class PlanRun {
  readonly world: FuzzWorld;
  private readonly witness = new RaftWitness();
  private looks = 0;

  constructor(private readonly plan: FuzzPlan) {
    this.world = new FuzzWorld(plan);
  }

  run(): Breach[] {
    const { world, plan } = this;
    for (const { afterMs, action } of plan.steps) {
      this.advance(world.now + afterMs);
      perform(world, action);
      this.check('always');
    }
    this.advance(world.now + 1_000);
    endFaults(world);
    return this.rest();
  }

  /** Waits until all holds; answers what does not hold when the time is over. */
  private rest(): Breach[] {
    const { world, plan } = this;
    const limit = world.now + REST_LIMIT_MS;
    let tidyAt = world.now + TIDY_EVERY_MS;
    let tidy = false;
    /** In how many looks running each breach was seen. */
    let streaks = new Map<string, number>();
    for (let looks = 0; ; ) {
      this.advance(world.now + REST_STEP_MS);
      if (!tidy && world.now >= tidyAt) {
        tidy = !tidyNodes(world, plan.activateAtEnd);
        tidyAt = world.now + TIDY_EVERY_MS;
      }
      if (!tidy && world.now < limit) continue;
      const breaches = this.look('settled');
      streaks = new Map(breaches.map(({ text }) => [text, (streaks.get(text) ?? 0) + 1]));
      const lasting = breaches.filter(({ text }) => (streaks.get(text) ?? 0) >= LASTING_LOOKS);
      if (breaches.length === 0 || world.now >= limit || (++looks >= RESTLESS_LOOKS && lasting.length === 0)) return lasting;
    }
  }

  private advance(until: number): void {
    this.world.advance(until, WITNESS_MS, () => {
      const broken = this.witness.look(this.world.cluster);
      if (broken.length > 0) throw new Broken(broken.map((text) => ({ invariant: 'raft', text, at: this.world.now })));
      if (++this.looks % LOOKS_PER_CHECK !== 0) return;
      this.check('always');
      const reader = this.world.leader()?.swarm.replica;
      if (reader && isEndless(reader)) throw new Endless();
    });
  }

  private check(when: 'always' | 'settled'): void {
    const breaches = this.look(when);
    if (breaches.length > 0) throw new Broken(breaches);
  }

  private look(when: 'always' | 'settled'): Breach[] {
    const { world } = this;
    const leader = world.leader();
    const reader = leader?.swarm.replica;
    if (!leader || !reader)
      return when === 'settled' && !lostToLeftovers(world.cluster) ? [{ invariant: 'a leader', text: 'no manager leads', at: world.now }] : [];
    const sight: Sight = { world, leader, reader };
    return INVARIANTS.filter((invariant) => invariant.when === when).flatMap(({ name, check }) =>
      check(sight).map((text) => ({ invariant: name, text, at: world.now })),
    );
  }
}
