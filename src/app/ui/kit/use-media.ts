import { useSyncExternalStore } from 'react';

interface Watched {
  readonly subscribe: (changed: () => void) => () => void;
  readonly matches: () => boolean;
}

/** Lists of media queries that were asked for: making one is dear, and React asks at every drawing. */
const lists = new Map<string, Watched>();

function watched(query: string): Watched {
  const known = lists.get(query);
  if (known) return known;
  const list = matchMedia(query);
  const fresh: Watched = {
    subscribe: (changed) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    matches: () => list.matches,
  };
  lists.set(query, fresh);
  return fresh;
}

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const { subscribe, matches } = watched(query);
  return useSyncExternalStore(subscribe, matches);
}

const COMPACT = '(max-width: 1023px)';

/** Whether the page is too narrow for panels beside each other. */
export function useCompact(): boolean {
  return useMedia(COMPACT);
}

/** The same at this moment. */
export function isCompact(): boolean {
  return watched(COMPACT).matches();
}
