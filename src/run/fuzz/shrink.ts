import type { FuzzPlan, FuzzStep } from './plan.ts';
import { type Outcome, runPlan } from './run-plan.ts';

/**
 * Makes a failing plan smaller: takes steps out, many at once and then one by one, as long as the same invariant
 * breaks. Gives up after `attempts` runs.
 */
export function shrinkPlan(plan: FuzzPlan, outcome: Outcome, attempts = 80): { readonly plan: FuzzPlan; readonly outcome: Outcome } {
  const broken = outcome.breaches[0]?.invariant;
  let best = { plan, outcome };
  let left = attempts;
  const attempt = (smaller: FuzzPlan): boolean => {
    if (left-- <= 0) return false;
    const result = runPlan(smaller);
    if (!result.breaches.some(({ invariant }) => invariant === broken)) return false;
    best = { plan: smaller, outcome: result };
    return true;
  };
  for (let size = Math.ceil(plan.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.plan.steps.length; ) if (!attempt({ ...best.plan, steps: without(best.plan.steps, at, size) })) at += size;
  }
  return best;
}

/** The steps without some of them; those that follow still happen at their time. */
function without(steps: readonly FuzzStep[], at: number, count: number): FuzzStep[] {
  const gone = steps.slice(at, at + count).reduce((sum, { afterMs }) => sum + afterMs, 0);
  const next = steps[at + count];
  return [...steps.slice(0, at), ...(next ? [{ ...next, afterMs: next.afterMs + gone }, ...steps.slice(at + count + 1)] : [])];
}
