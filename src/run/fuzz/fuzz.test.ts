import { describe, expect, it } from 'vitest';
import { LARGE, makePlan, SMALL, STORM } from './make-plan.ts';
import { type Outcome, runPlan } from './run-plan.ts';

const BATCHES = 15;
const PER_BATCH = 20;

/** Run `i`: every thirtieth is large, every tenth a storm, every tenth is done twice. */
function run(i: number): Outcome & { readonly again: string } {
  const plan = makePlan(`fixed ${i}`, i % 30 === 29 ? LARGE : i % 10 === 4 ? STORM : SMALL);
  const outcome = runPlan(plan);
  return { ...outcome, again: i % 10 === 0 ? runPlan(plan).hash : outcome.hash };
}

describe('random faults: 300 runs', () => {
  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))('batch %s', { timeout: 300_000 }, (batch) => {
    for (let i = batch * PER_BATCH; i < (batch + 1) * PER_BATCH; i++) {
      const { breaches, hash, again } = run(i);
      expect({ run: i, breaches, hash }).toEqual({ run: i, breaches: [], hash: again });
    }
  });
});
