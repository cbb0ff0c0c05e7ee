const KEY = 'swarmarium.run';

/** The last saved recording of this browser; undefined when there is none or the storage is blocked. */
export function loadWork(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a recording for the next visit; false when the browser will not (storage full or blocked). */
export function saveWork(recording: string): boolean {
  try {
    localStorage.setItem(KEY, recording);
    return true;
  } catch {
    return false;
  }
}

/** Forgets the saved run: the next visit begins with the default scenario. */
export function forgetWork(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept where nothing can be.
  }
}
