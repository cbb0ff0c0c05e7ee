import { writeRecording } from '../../run/recording.ts';
import { save } from './storage.ts';
import { useWorld } from './world.ts';

/** Where the run is kept. */
export const RUN = 'run';

/** How often the run is kept while nothing is done but time passes, in wall milliseconds. */
const KEEP_EVERY_MS = 3000;

let kept: string | undefined;

/** Keeps the run that is shown, as it is now. */
export function keepRun(): void {
  const recording = useWorld.getState().client?.recording();
  if (!recording) return;
  const text = writeRecording(recording);
  if (text === kept) return;
  if (save(RUN, text)) kept = text;
}

/** Keeps the run from now on, again and again, and at the last moment when the page goes. */
export function keepAlways(): void {
  setInterval(keepRun, KEEP_EVERY_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) keepRun();
  });
  addEventListener('pagehide', keepRun);
}
