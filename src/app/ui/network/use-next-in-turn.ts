import { useEffect, useState } from 'react';
import type { NetworkPicture } from '../../../run/pictures.ts';
import { askWorld } from '../../world/world.ts';
import type { SeenRequest } from './use-requests.ts';

/** The task that would get the next request, found without sending it; '' when nobody would answer. */
export function useNextInTurn(from: string, url: string, networks: readonly NetworkPicture[], requests: readonly SeenRequest[]): string {
  const [next, setNext] = useState('');
  useEffect(() => {
    let wanted = true;
    setNext('');
    if (from === '' || url === '') return undefined;
    askWorld({ kind: 'trace', from, url, turn: 0 }).then(
      ({ ok, hops }) => {
        const task = hops.findLast((hop) => hop.kind === 'task');
        if (wanted) setNext(ok && task ? task.at : '');
      },
      // No answer, no forecast.
      () => {},
    );
    return () => {
      wanted = false;
    };
    // Another turn comes with every request, other tasks with every change of the networks.
  }, [from, url, networks, requests]);
  return next;
}
