import type { LoggedInput } from '../../run/input.ts';
import { useSession } from '../world/session.ts';
import { headNow, whenSeen } from './past.ts';
import { useTimeline } from './timeline-store.ts';
import { backToNow, lookAt, playUntil } from './travel.ts';

/** Something that was done, as a step of a story: everything that was given at one virtual moment. */
export interface Step {
  readonly at: number;
  readonly inputs: readonly LoggedInput[];
}

/** The steps of a run, oldest first. What only concerns a window's size is none. */
export function stepsOf(inputs: readonly LoggedInput[]): readonly Step[] {
  const steps: { at: number; inputs: LoggedInput[] }[] = [];
  for (const logged of inputs) {
    if (logged.input.kind === 'resize') continue;
    const last = steps[steps.length - 1];
    if (last?.at === logged.at) last.inputs.push(logged);
    else steps.push({ at: logged.at, inputs: [logged] });
  }
  return steps;
}

/** How many of the steps are behind the moment that is shown. */
export function stepsDone(steps: readonly Step[], shown: number): number {
  return steps.filter((step) => step.at <= shown).length;
}

/** Does the next step before the audience's eyes: plays on from it and stops before the one after. At the end the present goes on. */
export function nextStep(): void {
  const { inputs, moment } = useTimeline.getState();
  if (moment === undefined) {
    useSession.setState({ paused: false });
    return;
  }
  const steps = stepsOf(inputs);
  const next = steps[stepsDone(steps, moment)];
  if (!next) {
    backToNow();
    useSession.setState({ paused: false });
    return;
  }
  const after = steps[stepsDone(steps, moment) + 1];
  lookAt(Math.min(whenSeen(next.at), headNow() - 1));
  playUntil(after ? after.at - 1 : undefined);
}

/** Back to the moment before the last step. */
export function previousStep(): void {
  const { inputs, moment } = useTimeline.getState();
  const steps = stepsOf(inputs);
  const last = steps[stepsDone(steps, moment ?? headNow()) - 1];
  if (last) lookBefore(last);
}

/** Looks at the moment right before a step, which stands still until the next key. */
export function lookBefore(step: Step): void {
  lookAt(step.at - 1);
  useSession.setState({ paused: true });
}
