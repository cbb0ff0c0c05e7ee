import type { PlanText } from '../docker/shell/shell.ts';
import { makePlan } from './make-plan.ts';
import type { PlanRequest } from './plan.ts';
import { planText } from './plan-text.ts';
import type { Run, RunServices } from './run.ts';

/** Answers `swarmarium plan`: the `plan` of a run's services. */
export async function answerPlan(run: Run, request: PlanRequest, services: RunServices): Promise<PlanText> {
  return planText(await makePlan(run, request, services));
}
