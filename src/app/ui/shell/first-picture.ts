import { create } from 'zustand';
import { useMirror } from '../../mirror/mirror-store.ts';
import { drawnSize } from '../../world/settings.ts';

export const useFirstPicture = create<{
  /** Whether the living cluster has been painted: what comes then delays nothing that one came to see. */
  readonly painted: boolean;
  /** Whether it is late, or never comes: bars wait no longer. */
  readonly late: boolean;
}>(() => ({ painted: false, late: false }));

/** Wall milliseconds after which a picture is late. */
const LATE_MS = 1500;
/** Wall milliseconds that the browser has for bringing the first picture to the screen, before anything else is begun. */
const SHOWING_MS = 32;

/** Follows the page until its first picture. */
export function awaitFirstPicture(): void {
  const off = useMirror.subscribe(look);
  function look(): void {
    if (useMirror.getState().hosts.length === 0) return;
    off();
    // Two frames: the first is being painted when the second begins, and what is begun in the second would hold it back.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => useFirstPicture.setState({ painted: true }), SHOWING_MS)));
  }
  look();
  setTimeout(() => useFirstPicture.setState({ late: true }), LATE_MS);
}

/** CSS pixels, before the page is enlarged, under which bars take as many rows as they need. */
const ONE_ROW_PX = 1024;

/** Whether bars show what they hold: where they keep their height without it, they wait for the first picture. */
export function useFilledBars(): boolean {
  if (useFirstPicture((picture) => picture.painted || picture.late)) return true;
  return innerWidth / drawnSize() < ONE_ROW_PX;
}
