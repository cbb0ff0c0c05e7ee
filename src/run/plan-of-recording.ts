import { makePlan } from './make-plan.ts';
import type { Plan, PlanRequest } from './plan.ts';
import type { Recording } from './recording.ts';
import { restore } from './restore.ts';
import type { RunServices } from './run.ts';

/** What a deploy would do where a recording ends, for somebody who does not have the run itself. */
export async function planOfRecording(recording: Recording, request: PlanRequest, services: RunServices, signal: { readonly aborted: boolean }): Promise<Plan> {
  const { scenario, inputs, now } = recording;
  // The answers to plans that were asked for in the run are not in its recording: there it has to be run once more for them.
  const asksForPlans = inputs.some(({ input }) => input.kind === 'line' && /swarmarium\s+plan/.test(input.text));
  if (asksForPlans) return makePlan(await restore(recording, services), request, services, signal);
  return makePlan({ scenario, now, deeds: inputs.map((each) => ({ kind: 'input', ...each })), plansGiven: [] }, request, services, signal);
}
