import { create } from 'zustand';
import type { Input } from '../../run/input.ts';
import type { Moment, SwarmClient } from '../client/swarm-client.ts';
import { useTimeline } from '../time/timeline-store.ts';
import { useSession } from './session.ts';

/** The world that is shown. */
export interface WorldState {
  readonly client: SwarmClient | undefined;
  /** Title of its scenario. */
  readonly title: string;
  /** Counts up with each world: what belongs to one is keyed by it. */
  readonly generation: number;
}

export const useWorld = create<WorldState>(() => ({ client: undefined, title: '', generation: 0 }));

/** Lets the world go back to a moment and act there; what came after is no longer its own. */
export function forkWorld(moment: Moment, inputs: readonly Input[]): void {
  const { client } = useWorld.getState();
  if (!client?.capabilities.timeTravel) return;
  const { moment: looking, ranBefore } = useTimeline.getState();
  useTimeline.setState({ forking: true });
  if (looking !== undefined && ranBefore) useSession.setState({ paused: false });
  client.fork(moment, inputs);
}
