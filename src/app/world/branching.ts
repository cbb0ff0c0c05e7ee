import { emptied } from '../../run/cluster-shape.ts';
import type { Input, LoggedInput } from '../../run/input.ts';
import type { Recording } from '../../run/recording.ts';
import type { Moment } from '../client/swarm-client.ts';
import { activeBranch, type Branch, isHollow, newBranchId, useBranches, withBranch, withoutBranch } from '../time/branches.ts';
import { lookWhenThere } from '../time/past.ts';
import { useTimeline } from '../time/timeline-store.ts';
import { notify } from './session.ts';
import { forkWorld, useWorld } from './world-store.ts';

/** The branches with what the world knows of the one that is shown. */
function present(): { readonly branches: readonly Branch[]; readonly active: Branch | undefined } {
  const state = useBranches.getState();
  const active = activeBranch(state);
  const recording = useWorld.getState().client?.recording();
  if (!active || !recording) return { branches: state.branches, active };
  const now = { ...active, recording };
  return { branches: withBranch(state.branches, now), active: now };
}

/** Every branch as it is now, with the id of the one that is shown. */
export function allBranches(): { readonly branches: readonly Branch[]; readonly active: string } {
  const { branches, active } = present();
  return { branches, active: active?.id ?? '' };
}

/** Goes back to a moment and acts there: the future that was is kept as the branch it was, and another one begins. */
export function branchOff(moment: Moment, inputs: readonly Input[]): void {
  const { branches, active } = present();
  if (!active) return;
  const empty = isHollow(active);
  const next: Branch = {
    id: newBranchId(),
    name: '',
    // A branch in which nothing was done gives its place to the next.
    parent: empty ? active.parent : active.id,
    forkAt: moment.at,
    shared: empty ? Math.min(active.shared, moment.keep) : moment.keep,
    recording: { ...active.recording, inputs: active.recording.inputs.slice(0, moment.keep), now: moment.at },
  };
  useBranches.setState({ branches: withBranch(empty ? withoutBranch(branches, active.id) : branches, next), active: next.id });
  forkWorld(moment, inputs);
}

/** Shows another branch from where it was left. */
export function switchTo(id: string): void {
  const { branches, active } = present();
  const target = branches.find((branch) => branch.id === id);
  if (!target || target.id === active?.id) return;
  leaveFor(target, branches, active);
  useBranches.setState({ undone: [] });
  notify('switched');
}

/** Begins a run of its own beside those that there are. */
export function beginBranch(recording: Recording, branch?: Branch): void {
  const { branches, active } = present();
  leaveFor(branch ?? { id: newBranchId(), name: '', parent: undefined, forkAt: 0, shared: 0, recording }, branches, active);
  useBranches.setState({ undone: [] });
}

function leaveFor(target: Branch, branches: readonly Branch[], active: Branch | undefined): void {
  const kept = active && isHollow(active) && active.id !== target.parent ? withoutBranch(branches, active.id) : branches;
  useBranches.setState({ branches: withBranch(kept, target), active: target.id });
  lookWhenThere(undefined);
  useWorld.getState().client?.open(target.recording);
}

/** Gives a branch a name; an empty one takes it away. */
export function renameBranch(id: string, name: string): void {
  useBranches.setState(({ branches }) => ({ branches: branches.map((branch) => (branch.id === id ? { ...branch, name: name.trim().slice(0, 80) } : branch)) }));
}

/** Forgets a branch that is not shown. */
export function deleteBranch(id: string): void {
  useBranches.setState((state) => (state.active === id ? {} : { branches: withoutBranch(state.branches, id) }));
}

/** What undo would take back: the inputs of the last thing that was done; empty when there is none. */
export function lastDone(inputs: readonly LoggedInput[]): readonly LoggedInput[] {
  const last = inputs[inputs.length - 1];
  return last ? inputs.filter(({ at }) => at === last.at) : [];
}

/** Takes the last thing back: everything is as it was at the moment before it. */
export function undo(): void {
  const { active } = present();
  if (!active || useTimeline.getState().moment !== undefined) return;
  const done = lastDone(active.recording.inputs);
  const [first] = done;
  if (!first) return;
  const { undone } = useBranches.getState();
  branchOff({ keep: active.recording.inputs.length - done.length, at: first.at }, []);
  useBranches.setState({ undone: [...undone, active] });
  notify('undone');
}

/** Does again what undo has taken back last. */
export function redo(): void {
  const { undone } = useBranches.getState();
  const again = undone[undone.length - 1];
  if (!again) return;
  const { branches, active } = present();
  leaveFor(again, branches, active);
  useBranches.setState({ undone: undone.slice(0, -1) });
}

/** Back to the beginning of the scenario; what was done is kept as a branch. */
export function reset(): void {
  branchOff({ keep: 0, at: 0 }, []);
  useBranches.setState({ undone: [] });
  notify('reset');
}

/** The same machines, in the same swarm, with nothing on them; what was done is kept as a branch. */
export function cleanSlate(): void {
  const { active } = present();
  if (!active) return;
  beginBranch({ scenario: emptied(active.recording.scenario), inputs: [], now: 0 });
  notify('cleanSlate');
}
