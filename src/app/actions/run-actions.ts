import { inputText } from '../i18n/input-text.ts';
import type { Messages } from '../i18n/messages.ts';
import { useBranches } from '../time/branches.ts';
import { useTimeline } from '../time/timeline-store.ts';
import { cleanSlate, lastDone, redo, reset, undo } from '../world/branching.ts';
import { useSession } from '../world/session.ts';
import { useWorld } from '../world/world.ts';

/** What can be done to the run as a whole. */
export interface RunAction {
  readonly id: 'undo' | 'redo' | 'reset' | 'clean-slate' | 'branches' | 'compare' | 'new-cluster';
  readonly label: string;
  /** The key that does the same, or empty. */
  readonly keys: string;
  readonly enabled: boolean;
  readonly act: () => void;
}

/** What can be done to the run now; nothing for worlds that are no run. */
export function runActions(m: Messages): readonly RunAction[] {
  if (!useWorld.getState().client?.capabilities.timeTravel) return [];
  const { inputs, moment } = useTimeline.getState();
  const last = lastDone(inputs).find(({ input }) => input.kind !== 'resize');
  const action = (id: RunAction['id'], label: string, keys: string, act: () => void, enabled = true): RunAction => ({ id, label, keys, enabled, act });
  const dialog = (name: 'branches' | 'compare' | 'new-cluster') => (): void => useSession.setState({ dialog: name });
  return [
    action('undo', last ? m.branches.undoWhat(inputText(m, last.input)) : m.branches.undo, 'Ctrl Z', undo, inputs.length > 0 && moment === undefined),
    action('redo', m.branches.redo, 'Ctrl Shift Z', redo, useBranches.getState().undone.length > 0),
    action('reset', `${m.branches.reset}: ${m.branches.resetHint}`, '', reset),
    action('clean-slate', `${m.branches.cleanSlate}: ${m.branches.cleanSlateHint}`, '', cleanSlate),
    action('new-cluster', m.clusters.open, '', dialog('new-cluster')),
    action('branches', m.branches.title, 'H', dialog('branches')),
    action('compare', m.compare.title, 'C', dialog('compare')),
  ];
}
