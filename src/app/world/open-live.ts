import { LiveClient } from '../client/live-client.ts';
import { useSession } from './session.ts';
import { showWorld, useWorld } from './world.ts';

/** Where the agent that serves the page answers. */
const AGENT = 'live/';

/** Shows the swarm of the engine that `npm run look` was given. */
export function openLive(): void {
  showWorld(
    new LiveClient(AGENT, ({ engine, trouble }) => {
      if (engine !== '') useWorld.setState({ title: engine });
      const { alarm } = useSession.getState();
      if (trouble !== '' && alarm?.kind !== 'unseen') useSession.setState({ alarm: { kind: 'unseen', detail: trouble } });
      if (trouble === '' && alarm?.kind === 'unseen') useSession.setState({ alarm: undefined });
    }),
  );
}
