import { writeRunFile } from '../../run/run-file.ts';
import { useBranches } from '../time/branches.ts';
import { useTimeline } from '../time/timeline-store.ts';
import { allBranches } from './branching.ts';
import { raise, useSession } from './session.ts';
import { saveRuns } from './workspace.ts';
import { useWorld } from './world-store.ts';

/** How often the run is kept while nothing is done but time passes, in wall milliseconds. */
const KEEP_EVERY_MS = 3000;

/** What was kept last; undefined: nothing is to be kept any more. */
let kept: string | undefined = '';
let full = false;

/** All runs of this tab as a file, with the moment that is looked at. */
export function presentFile(): string {
  const { branches, active } = allBranches();
  const { moment } = useTimeline.getState();
  const runs = branches.map((run) => (run.id === active && moment !== undefined ? { ...run, recording: { ...run.recording, moment } } : run));
  return writeRunFile({ runs, active });
}

/** Keeps the run that is shown, and the branches beside it, as they are now. Says so when there is no room. */
export function keepRuns(): void {
  const { client, title } = useWorld.getState();
  const recording = client?.recording();
  if (!recording || kept === undefined) return;
  const text = presentFile();
  if (text === kept) return;
  const alarm = useSession.getState().alarm?.kind;
  if (saveRuns(text, title, recording.inputs.length)) {
    kept = text;
    full = false;
    if (alarm === 'storageFull') useSession.setState({ alarm: undefined });
  } else if (!full && alarm !== 'filesNotKept') {
    full = true;
    raise('storageFull');
  }
}

/** Keeps nothing any more: the page is about to forget everything. */
export function keepNoMore(): void {
  kept = undefined;
}

/** Keeps the runs from now on, again and again, and at the last moment when the page goes. */
export function keepAlways(): void {
  setInterval(keepRuns, KEEP_EVERY_MS);
  useBranches.subscribe(() => setTimeout(keepRuns));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) keepRuns();
  });
  addEventListener('pagehide', keepRuns);
}
