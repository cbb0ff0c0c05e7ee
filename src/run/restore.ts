import type { Recording } from './recording.ts';
import { Run, type RunServices } from './run.ts';

/** Runs a recording up to its moment: the same states at the same times as when it was made. */
export async function restore(recording: Recording, services: RunServices): Promise<Run> {
  const run = new Run(recording.scenario, services);
  await run.begin();
  for (const { at, input } of recording.inputs) {
    await run.advance(Math.max(at, run.now));
    await run.input(input);
  }
  await run.advance(Math.max(recording.now, run.now));
  return run;
}
