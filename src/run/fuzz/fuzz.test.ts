import { describe, expect, it } from 'vitest';
import { makePlan, SMALL } from './make-plan.ts';
import { runPlan } from './run-plan.ts';

describe('random faults', () => {
  it.each(Array.from({ length: 40 }, (_, i) => `fixed ${i}`))('seed %s', (seed) => {
    expect(runPlan(makePlan(seed, SMALL)).breaches).toEqual([]);
  });
});
