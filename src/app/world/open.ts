import { clusterScenario, hostsOf, parseClusterShape } from '../../run/cluster-shape.ts';
import { defaultScenario } from '../../run/default-scenario.ts';
import type { LinkProblem, Shared } from '../../run/link.ts';
import { RECORDING_LIMITS, type Recording, RecordingProblem } from '../../run/recording.ts';
import { type RunFile, readRunFile } from '../../run/run-file.ts';
import { SimulatedClient } from '../client/simulated-client.ts';
import { newBranchId, useBranches, withBranch } from '../time/branches.ts';
import { lookWhenThere } from '../time/past.ts';
import { playPast } from '../time/travel.ts';
import { beginBranch } from './branching.ts';
import { takeDrafts, takeRecordedFiles } from './files.ts';
import { keepAlways, keepRuns } from './keep.ts';
import { isEmbedded, type Problem, raise, useSession } from './session.ts';
import { groupStage, STAGE_VIEWS, showStageView } from './stage-state.ts';
import { canStore, save } from './storage.ts';
import { followHistory, runOfEntry } from './tab-history.ts';
import { claimWorkspace, loadRuns } from './workspace.ts';
import { showWorld, useWorld } from './world.ts';

/** A text that could not be read is kept here: nothing is thrown away. */
const DAMAGED = 'runs.damaged';

/** Opens what the address asks for: the run of a link, a new cluster, else the run that was kept, else the default cluster. */
export function openWorld(): void {
  const query = new URLSearchParams(location.search);
  if (query.has('live')) {
    void import('./open-live.ts').then(({ openLive }) => openLive());
    return;
  }
  const fragment = location.hash.slice(1);
  const shape = query.get('cluster');
  const seed = query.get('seed') ?? 'course';
  playPast();
  // A link that is put into the address of the open page changes the fragment only: the page opens it as if it came from elsewhere.
  addEventListener('hashchange', () => {
    if (/^#v\d+\./.test(location.hash)) location.reload();
  });
  if (!isEmbedded()) {
    followHistory();
    keepTab();
  }
  const kept = isEmbedded() ? undefined : keptRuns();
  // What happens from now on is kept as one's own run: a reload must not go back to the address's beginning.
  if ((fragment !== '' || shape !== null) && !isEmbedded()) {
    query.delete('cluster');
    const rest = query.toString();
    history.replaceState(history.state, '', location.pathname + (rest === '' ? '' : `?${rest}`));
  }
  if (fragment !== '') void openLink(fragment, kept, seed);
  else if (shape !== null) openShape(shape, kept, seed);
  else if (kept) start({ ...kept, active: kept.runs.find(({ id }) => id === runOfEntry())?.id ?? kept.active });
  else start(oneRun({ scenario: defaultScenario(seed), inputs: [], now: 0 }));
}

/** Opens the runs of a file, beside what is there. Throws `RecordingProblem` when there is none in it. */
export function openRunFile(text: string): void {
  const file = readRunFile(text);
  const { branches } = useBranches.getState();
  // The same file twice gives the same runs twice: theirs are new ones.
  const names = new Map(file.runs.map((run) => [run.id, newBranchId()]));
  const runs = file.runs.map((run) => ({ ...run, id: names.get(run.id) ?? run.id, parent: run.parent && names.get(run.parent) }));
  const active = runs.find((run) => run.id === names.get(file.active));
  useBranches.setState({ branches: runs.filter((run) => run !== active).reduce(withBranch, branches) });
  if (!active) return;
  useSession.setState({ paused: true });
  takeRecordedFiles(active.recording, true);
  beginBranch(active.recording, active);
  lookWhenThere(active.recording.moment);
}

/** Begins a new cluster of a shape, beside what is there. */
export function openCluster(shape: NonNullable<ReturnType<typeof parseClusterShape>>, seed: string): void {
  beginBranch({ scenario: clusterScenario(shape, seed), inputs: [], now: 0 });
}

async function openLink(fragment: string, kept: RunFile | undefined, seed: string): Promise<void> {
  const { decodeLink } = await import('../../run/link.ts');
  const link = decodeLink(fragment);
  if ('problem' in link) {
    raise(LINK_ALARMS[link.problem.reason], link.problem.limit);
    start(kept ?? oneRun({ scenario: defaultScenario(seed), inputs: [], now: 0 }));
    return;
  }
  // A link shows one moment: it stands still until somebody presses Play.
  useSession.setState({ paused: true });
  takeRecordedFiles(link.recording, true);
  start(oneRun(link.recording, kept));
  takeView(link.view);
  takeDrafts(link.files);
}

const LINK_ALARMS: { readonly [reason in LinkProblem['reason']]: Problem } = {
  damaged: 'badLink',
  version: 'linkVersion',
  'too-long': 'linkTooLong',
  limit: 'limit',
};

function openShape(text: string, kept: RunFile | undefined, seed: string): void {
  const shape = parseClusterShape(text);
  const hosts = shape ? hostsOf(shape) : 0;
  if (!shape) raise('badCluster');
  else if (hosts > RECORDING_LIMITS.hosts) raise('limit', { what: 'hosts', asked: hosts, most: RECORDING_LIMITS.hosts });
  else {
    start(oneRun({ scenario: clusterScenario(shape, seed), inputs: [], now: 0 }, kept));
    return;
  }
  start(kept ?? oneRun({ scenario: defaultScenario(seed), inputs: [], now: 0 }));
}

function keptRuns(): RunFile | undefined {
  const text = loadRuns();
  if (text === undefined) return undefined;
  try {
    return readRunFile(text);
  } catch (error) {
    save(DAMAGED, text);
    const problem = error instanceof RecordingProblem ? error : undefined;
    raise(problem?.reason === 'limit' ? 'limit' : problem?.reason === 'version' ? 'linkVersion' : 'badRun', problem?.limit);
    return undefined;
  }
}

function keepTab(): void {
  if (!canStore()) {
    raise('noStorage');
    return;
  }
  keepAlways();
  void claimWorkspace().then((copied) => {
    if (copied) raise('otherTab');
  });
}

/** A run to be shown, beside those that are kept. */
function oneRun(recording: Recording, kept?: RunFile): RunFile {
  const run = { id: newBranchId(), name: '', parent: undefined, forkAt: 0, shared: 0, recording };
  return { runs: withBranch(kept?.runs ?? [], run), active: run.id };
}

function start({ runs, active }: RunFile): void {
  const recording = runs.find((run) => run.id === active)?.recording ?? { scenario: defaultScenario('course'), inputs: [], now: 0 };
  useBranches.setState({ branches: runs, active, undone: [] });
  if (recording.moment !== undefined) useSession.setState({ paused: true });
  showWorld(
    new SimulatedClient({
      recording,
      onOpened: (opened) => {
        useWorld.setState({ title: opened.scenario.title });
        takeRecordedFiles(opened, false);
      },
      onFailed: (instead) => {
        // What could not be run stays in the list; it may open in another version.
        const { branches } = useBranches.getState();
        const run = { id: newBranchId(), name: '', parent: undefined, forkAt: 0, shared: 0, recording: instead };
        useBranches.setState({ branches: withBranch(branches, run), active: run.id });
        raise('badRun');
      },
      onChange: keepRuns,
    }),
  );
  lookWhenThere(recording.moment);
}

const SELECTABLE = ['host', 'service', 'task', 'network', 'secret', 'config', 'volume'] as const;

/** Looks at what the link's sender looked at. */
function takeView(view: Shared['view']): void {
  const [kind, ...rest] = (view['s'] ?? '').split('/');
  const id = rest.join('/');
  const selected = SELECTABLE.find((each) => each === kind);
  if (selected && id !== '') useSession.setState({ selection: { kind: selected, id } });
  const shown = STAGE_VIEWS.find((name) => name === view['v']);
  if (shown) showStageView(shown);
  if (view['g'] !== undefined) groupStage(view['g']);
  const filter = view['f'];
  if (filter !== undefined) useSession.setState({ filter });
  const panels = view['p'];
  if (panels !== undefined) useSession.setState({ panels });
}
