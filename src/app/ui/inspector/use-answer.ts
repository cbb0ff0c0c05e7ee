import { useEffect, useState } from 'react';
import type { Answer, Query } from '../../client/swarm-client.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { askWorld, useWorld } from '../../world/world.ts';

/** In the past the world has to go back for an answer: it is only asked when one stays so long, in wall milliseconds. */
const STILL_MS = 150;

export type Asked<Q extends Query> =
  | { readonly state: 'asking' }
  | { readonly state: 'answered'; readonly answer: Answer<Q> }
  | { readonly state: 'failed'; readonly reason: string };

/**
 * Asks the world, and again whenever the question or `version` changes. The last answer to the same question stays
 * until the new one is there, so that nothing flickers.
 */
export function useAnswer<Q extends Query>(query: Q, version: unknown): Asked<Q> {
  const client = useWorld((world) => world.client);
  const inPast = useTimeline((time) => time.moment !== undefined);
  const question = JSON.stringify(query);
  const [asked, setAsked] = useState<{ readonly question: string; readonly asked: Asked<Q> }>({ question, asked: { state: 'asking' } });
  useEffect(() => {
    let current = true;
    const answered = (next: Asked<Q>): void => {
      if (current) setAsked({ question, asked: next });
    };
    const put = (): void => {
      if (!client) return;
      askWorld(JSON.parse(question) as Q).then(
        (answer) => answered({ state: 'answered', answer }),
        (error: unknown) => answered({ state: 'failed', reason: error instanceof Error ? error.message : String(error) }),
      );
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (inPast) timer = setTimeout(put, STILL_MS);
    else put();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, question, version, inPast]);
  return asked.question === question ? asked.asked : { state: 'asking' };
}
