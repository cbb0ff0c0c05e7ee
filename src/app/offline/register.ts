import { isEmbedded } from '../world/session.ts';

/** Not before the page has come to rest, in wall milliseconds: caching it all must not slow what one came to see. */
const AFTER_MS = 4000;

/** Lets the page work without a network from the next visit on; where the browser has no service workers, and in a frame of somebody's page, nothing happens. */
export function workOffline(): void {
  if (!import.meta.env.PROD || isEmbedded() || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // A page that may not have one (opened from a file, a private window) works as before.
    navigator.serviceWorker.register(new URL('sw.js', document.baseURI)).catch(() => {});
  }, AFTER_MS);
}
