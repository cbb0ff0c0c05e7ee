import { useEffect, useRef, useState } from 'react';
import type { RaftMessageRecord } from '../../../run/view.ts';
import { useWorld } from '../../world/world.ts';
import { type Flight, FlightPlan } from './flights.ts';

/** How many messages the list of what was said holds. */
const SAID = 40;

/** How long it is told that messages were left out, in wall milliseconds. */
const TOLD_MS = 4000;

export interface Conversation {
  /** Messages that are on their way in the picture, or will leave soon. */
  readonly flights: readonly Flight[];
  /** The last messages but for heartbeats and their answers, newest first. */
  readonly said: readonly (RaftMessageRecord & { readonly key: number })[];
  readonly skipped: number;
}

const SILENCE: Conversation = { flights: [], said: [], skipped: 0 };

/** Listens to what managers tell each other while the view that calls it is shown. */
export function useConversation(): Conversation {
  const client = useWorld((world) => world.client);
  const [conversation, setConversation] = useState(SILENCE);
  const lastKey = useRef(0);
  useEffect(() => {
    if (!client) return undefined;
    const plan = new FlightPlan();
    // What was left out is told for a while, then forgotten.
    let told = 0;
    let skippedAt = 0;
    setConversation(SILENCE);
    client.watchRaft(true);
    const stop = client.onNews(({ kind, frames }) => {
      const messages = kind === 'more' ? frames.flatMap((frame) => frame.messages) : [];
      const now = performance.now();
      const before = plan.skipped;
      const fresh = plan.add(messages, now);
      if (plan.skipped > before) skippedAt = now;
      else if (now - skippedAt > TOLD_MS) told = plan.skipped;
      const skipped = plan.skipped - told;
      setConversation((last) => {
        const flying = last.flights.filter((flight) => flight.arrivesAt > now);
        if (fresh.length === 0 && flying.length === last.flights.length && skipped === last.skipped) return last;
        const spoken = fresh.map(({ message }) => message).filter((message) => !message.type.startsWith('heartbeat'));
        const said = spoken.map((message) => ({ ...message, key: ++lastKey.current })).reverse();
        return { flights: [...flying, ...fresh], said: said.length > 0 ? [...said, ...last.said].slice(0, SAID) : last.said, skipped };
      });
    });
    return () => {
      stop();
      client.watchRaft(false);
    };
  }, [client]);
  return conversation;
}
