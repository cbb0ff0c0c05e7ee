import { create } from 'zustand';
import { useMirror } from '../../mirror/mirror-store.ts';
import { drawnSize } from '../../world/settings.ts';

/** Whether the living cluster has been painted: what comes then delays nothing that one came to see. */
export const useFirstPicture = create<{ readonly painted: boolean }>(() => ({ painted: false }));

/** Follows the page until its first picture. */
export function awaitFirstPicture(): void {
  const off = useMirror.subscribe(look);
  function look(): void {
    if (useMirror.getState().hosts.length === 0) return;
    off();
    // Two frames: the first is being painted when the second begins.
    requestAnimationFrame(() => requestAnimationFrame(() => useFirstPicture.setState({ painted: true })));
  }
  look();
}

/** CSS pixels, before the page is enlarged, under which bars take as many rows as they need. */
const ONE_ROW_PX = 1024;

/** Whether bars show what they hold: where they keep their height without it, they wait for the first picture. */
export function useFilledBars(): boolean {
  const painted = useFirstPicture((picture) => picture.painted);
  if (painted) return true;
  return innerWidth / drawnSize() < ONE_ROW_PX;
}
