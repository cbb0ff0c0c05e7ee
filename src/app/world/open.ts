import { SimulatedClient } from '../client/simulated-client.ts';
import { playPast } from '../time/travel.ts';
import { takeRecordedFiles } from './files.ts';
import { keepAlways, keepRun, RUN } from './keep.ts';
import { type Alarm, useSession } from './session.ts';
import { canStore, load, save } from './storage.ts';
import { showWorld, useWorld } from './world.ts';

const PREVIOUS_RUN = 'run.previous';

/** Opens what the address asks for: the run of a link, else the run that was kept, else the default cluster. */
export function openWorld(): void {
  const fragment = location.hash.slice(1);
  const seed = new URLSearchParams(location.search).get('seed') ?? 'course';
  playPast();
  keepAlways();
  if (!canStore()) alarm('noStorage');
  if (fragment === '') {
    start(load(RUN), seed, 'badRun');
    return;
  }
  void openLink(fragment, seed);
  // What happens from now on is kept as one's own run: a reload must not go back to the link's beginning.
  history.replaceState(history.state, '', location.pathname + location.search);
}

async function openLink(fragment: string, seed: string): Promise<void> {
  const { decodeLink } = await import('../../run/link.ts');
  const link = decodeLink(fragment);
  if ('recording' in link) {
    const kept = load(RUN);
    if (kept !== undefined) save(PREVIOUS_RUN, kept);
    // A link shows one moment: it stands still until somebody presses Play.
    useSession.setState({ paused: true });
    start(link.recording, seed, 'badLink', true);
  } else {
    alarm(link.problem === 'version' ? 'linkVersion' : link.problem === 'too-long' ? 'linkTooLong' : 'badLink');
    start(load(RUN), seed, 'badRun');
  }
}

/** Begins anew with the default cluster. */
export function startOver(): void {
  save(RUN, undefined);
  start(undefined, new URLSearchParams(location.search).get('seed') ?? 'course', 'badRun');
}

/** Opens a run's text, e.g. of a file. */
export function openRecording(text: string): void {
  start(text, 'course', 'badRun', true);
}

function start(recording: string | undefined, seed: string, ifUnreadable: 'badRun' | 'badLink', showFile = false): void {
  const client: SimulatedClient = new SimulatedClient({
    recording,
    seed,
    onOpened: (title, problem) => {
      useWorld.setState({ title });
      takeRecordedFiles(client.recording(), showFile && problem === undefined);
      if (problem) alarm(problem === 'version' ? 'linkVersion' : problem === 'limit' ? 'linkTooLong' : ifUnreadable);
    },
    onChange: keepRun,
  });
  showWorld(client);
}

function alarm(kind: NonNullable<Alarm>['kind']): void {
  useSession.setState({ alarm: { kind, detail: '' } });
}
