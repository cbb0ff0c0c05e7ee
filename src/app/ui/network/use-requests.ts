import { useEffect, useState } from 'react';
import type { RequestRecord } from '../../../run/view.ts';
import { useWorld } from '../../world/world.ts';

/** How many answers are kept. */
const KEPT = 300;

/** A request that was seen to end, with a number of its own. */
export type SeenRequest = RequestRecord & { readonly key: number };

/** The requests that ended while the view that calls it is shown, newest first. */
export function useRequests(): readonly SeenRequest[] {
  const client = useWorld((world) => world.client);
  const [seen, setSeen] = useState<readonly SeenRequest[]>([]);
  useEffect(() => {
    setSeen([]);
    if (!client) return undefined;
    let key = 0;
    return client.onNews(({ kind, frames }) => {
      if (kind !== 'more') setSeen([]);
      const requests = frames.flatMap((frame) => frame.requests);
      if (kind !== 'more' || requests.length === 0) return;
      const fresh = requests.map((request) => ({ ...request, key: ++key })).reverse();
      setSeen((before) => [...fresh, ...before].slice(0, KEPT));
    });
  }, [client]);
  return seen;
}
