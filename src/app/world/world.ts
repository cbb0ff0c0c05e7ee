import { create } from 'zustand';
import type { Input } from '../../run/input.ts';
import type { SwarmClient } from '../client/swarm-client.ts';
import { resetMirror, takeFrame, useMirror } from '../mirror/mirror-store.ts';
import { openFromHost } from './files.ts';
import { openEditor } from './open-panel.ts';
import { useSession } from './session.ts';
import { feed, resetFeed } from './terminal-feed.ts';

/** The world that is shown. */
export interface WorldState {
  readonly client: SwarmClient | undefined;
  /** Title of its scenario. */
  readonly title: string;
  /** Counts up with each world: what belongs to one is keyed by it. */
  readonly generation: number;
}

export const useWorld = create<WorldState>(() => ({ client: undefined, title: '', generation: 0 }));

/** Shows a world from now on; the one before is closed. */
export function showWorld(client: SwarmClient): void {
  useWorld.getState().client?.close();
  resetMirror();
  resetFeed();
  useSession.setState({ selection: undefined, echo: undefined });
  useWorld.setState((world) => ({ client, title: '', generation: world.generation + 1 }));
  client.onFailure(({ message, restored }) => {
    resetMirror();
    resetFeed();
    useWorld.setState((world) => ({ generation: world.generation + 1 }));
    useSession.setState({ alarm: { kind: restored ? 'restored' : 'lost', detail: message } });
  });
  client.onFrame((frame) => {
    // The first frame brings the past: what programs asked for then is not asked for now.
    const live = useMirror.getState().ready;
    takeFrame(frame);
    for (const output of frame.output) {
      feed(output);
      if (!output.edit || !live) continue;
      openFromHost(output.edit.path, output.edit.content);
      openEditor();
    }
  });
  const { paused, speed } = useSession.getState();
  client.setPace({ speed: paused ? 0 : speed });
}

/** Sends an input to the world, if there is one. */
export function send(input: Input): void {
  useWorld.getState().client?.send(input);
}

/** Lets virtual time run at a speed, or stand still. */
export function setPace(pace: { readonly speed?: number; readonly paused?: boolean }): void {
  useSession.setState(pace);
  const { speed, paused } = useSession.getState();
  useWorld.getState().client?.setPace({ speed: paused ? 0 : speed });
}
