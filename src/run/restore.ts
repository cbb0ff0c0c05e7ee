import type { Recording } from './recording.ts';
import { Run, type RunServices } from './run.ts';

/** Runs a recording up to its moment: the same states at the same times as when it was made. */
export async function restore(recording: Recording, services: RunServices): Promise<Run> {
  return replay(recording, services, (run, until) => run.advance(until));
}

/** What a second run needs of the first: where it began, what was done, and where it stands. */
export type Branchable = Pick<Run, 'scenario' | 'deeds' | 'now'>;

/**
 * A second run that stands where a run stands now. `advance` lets time pass, for somebody who wants to look or to give up on
 * the way.
 */
export async function branchOf(run: Branchable, services: RunServices, advance: (branch: Run, until: number) => Promise<void>): Promise<Run> {
  const branch = new Run(run.scenario, services);
  await branch.begin((until) => advance(branch, until));
  const silent = { stdout: { write: () => undefined }, stderr: { write: () => undefined } };
  for (const deed of run.deeds) {
    await advance(branch, Math.max(deed.at, branch.now));
    if (deed.kind === 'input') await branch.input(deed.input);
    else if (deed.kind === 'write') branch.writeFile(deed.path, deed.text);
    else await branch.execute(deed.host, deed.text, silent);
  }
  await advance(branch, Math.max(run.now, branch.now));
  return branch;
}

/** Runs a recording and takes a hash of the whole state every `everyMs` virtual milliseconds and at the end. */
export async function hashesOf(recording: Recording, services: RunServices, everyMs: number): Promise<string[]> {
  const hashes: string[] = [];
  let next = everyMs;
  const run = await replay(recording, services, async (current, until) => {
    while (next <= until) {
      await current.advance(Math.max(next, current.now));
      hashes.push(current.hash());
      next += everyMs;
    }
    await current.advance(until);
  });
  hashes.push(run.hash());
  return hashes;
}

/**
 * Runs a recording up to its moment; `advance` lets time pass, for somebody who wants to look at what happens on the
 * way. Whatever it does, it must leave the run at `until`.
 */
export async function replay(recording: Recording, services: RunServices, advance: (run: Run, until: number) => Promise<void>): Promise<Run> {
  const run = new Run(recording.scenario, services);
  await run.begin((until) => advance(run, until));
  for (const { at, input } of recording.inputs) {
    await advance(run, Math.max(at, run.now));
    await run.input(input);
  }
  await advance(run, Math.max(recording.now, run.now));
  return run;
}
