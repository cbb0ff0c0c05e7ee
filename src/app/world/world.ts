import type { Input } from '../../run/input.ts';
import type { Recording } from '../../run/recording.ts';
import type { Answer, Failure, Query, SwarmClient } from '../client/swarm-client.ts';
import { useBranches } from '../time/branches.ts';
import { shownMoment, takeNews, usePastOf } from '../time/past.ts';
import { useTimeline } from '../time/timeline-store.ts';
import { branchOff } from './branching.ts';
import { openFromHost } from './files.ts';
import { openEditor } from './open-panel.ts';
import { notify, useSession } from './session.ts';
import { useWorld } from './world-store.ts';

export { useWorld };

const ALARMS: { readonly [restored in Failure['restored']]: 'restored' | 'restoredButLast' | 'lost' | 'notLoaded' } = {
  all: 'restored',
  'but-last': 'restoredButLast',
  nothing: 'lost',
  later: 'notLoaded',
};

/** Shows a world from now on; the one before is closed. */
export function showWorld(client: SwarmClient): void {
  useWorld.getState().client?.close();
  useSession.setState({ selection: undefined, echo: undefined });
  usePastOf(client.capabilities.timeTravel ? (at) => client.past(at) : undefined);
  useWorld.setState((world) => ({ client, title: '', generation: world.generation + 1 }));
  client.onFailure(({ message, restored }) => {
    useTimeline.setState({ forking: false });
    useSession.setState({ alarm: { kind: ALARMS[restored], detail: message } });
  });
  client.onNews((news) => {
    takeNews(news);
    // A beginning brings the past: what programs asked for then is not asked for now.
    if (news.kind !== 'more') return;
    for (const { edit } of news.frames.flatMap((frame) => frame.output)) {
      if (!edit) continue;
      openFromHost(edit.path, edit.content);
      openEditor();
    }
  });
  tellPace();
}

/** Does something: now, or, while one looks at the past, there. Then another future begins. */
export function send(...inputs: readonly Input[]): void {
  const { client } = useWorld.getState();
  if (!client) return;
  if (useTimeline.getState().moment === undefined) {
    useBranches.setState({ undone: [] });
    for (const input of inputs) client.send(input);
    return;
  }
  branchOff(shownMoment(), inputs);
  useBranches.setState({ undone: [] });
  notify('branched');
}

/** The run up to the moment that is shown; undefined before it is known. */
export function shownRecording(): Recording | undefined {
  const recording = useWorld.getState().client?.recording();
  if (!recording || useTimeline.getState().moment === undefined) return recording;
  const { keep, at } = shownMoment();
  return { scenario: recording.scenario, inputs: recording.inputs.slice(0, keep), now: at };
}

/** Asks the world about what is shown: the present, or the moment of the past that is looked at. Rejects when there is no answer. */
export function askWorld<Q extends Query>(query: Q): Promise<Answer<Q>> {
  const { client } = useWorld.getState();
  if (!client) return Promise.reject(new Error('there is no cluster yet'));
  return client.ask(query, useTimeline.getState().moment === undefined ? undefined : shownMoment());
}

/** Lets virtual time run at a speed, or stand still. */
export function setPace(pace: { readonly speed?: number; readonly paused?: boolean }): void {
  useSession.setState(pace);
}

/** The world stands still while one looks at its past; the page plays that itself. */
function tellPace(): void {
  const { paused, speed } = useSession.getState();
  const { moment, forking } = useTimeline.getState();
  const next = paused || moment !== undefined || forking ? 0 : speed;
  const { client } = useWorld.getState();
  if (client === pacedClient && next === paced) return;
  pacedClient = client;
  paced = next;
  client?.setPace({ speed: next });
}

let paced: number | undefined;
let pacedClient: SwarmClient | undefined;
useSession.subscribe(tellPace);
useTimeline.subscribe(tellPace);
