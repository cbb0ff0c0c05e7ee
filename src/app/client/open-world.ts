import { decodeLink, type LinkProblem } from '../../run/link.ts';
import type { OpeningProblem } from '../../worker/wire.ts';
import { forgetWork, loadWork, saveWork } from './saved-work.ts';
import { SimulatedClient } from './simulated-client.ts';
import type { SwarmClient } from './swarm-client.ts';

/** Where the first state came from, and what to tell about it. */
export interface Opening {
  readonly from: 'link' | 'saved' | 'default';
  readonly title: string;
  /** Why the link or the saved run could not be opened; the default scenario was opened instead. */
  readonly problem: LinkProblem | OpeningProblem | undefined;
}

export interface WorldOptions {
  readonly onOpened: (opening: Opening) => void;
  /** The browser refuses to keep the run (storage full or blocked): said once. */
  readonly onCannotSave: () => void;
}

/**
 * Opens the simulated world: what the address's fragment holds, else what was saved, else the default scenario.
 * The fragment is taken off the address, so that a reload keeps what was done since.
 */
export function openWorld({ onOpened, onCannotSave }: WorldOptions): SwarmClient {
  const fragment = location.hash.slice(1);
  const link = fragment === '' ? undefined : decodeLink(fragment);
  if (fragment !== '') history.replaceState(null, '', location.pathname + location.search);
  const linkProblem = link && 'problem' in link ? link.problem : undefined;
  const fromLink = link && 'recording' in link ? link.recording : undefined;
  const saved = fragment === '' ? loadWork() : undefined;
  const from = fromLink !== undefined ? 'link' : saved !== undefined ? 'saved' : 'default';
  let warned = false;
  return new SimulatedClient({
    recording: fromLink ?? saved,
    seed: 'course',
    onOpened: (title, problem) => {
      if (problem && from === 'saved') forgetWork();
      onOpened({ from, title, problem: linkProblem ?? problem });
    },
    onSave: (recording) => {
      if (saveWork(recording) || warned) return;
      warned = true;
      onCannotSave();
    },
  });
}
