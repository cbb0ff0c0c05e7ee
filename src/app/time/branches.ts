import { create } from 'zustand';
import type { KeptRun } from '../../run/run-file.ts';

/** A run that is kept: the one that is shown, or another future that was left. Of the one that is shown the world knows better how far it is. */
export type Branch = KeptRun;

export interface BranchesState {
  readonly branches: readonly Branch[];
  /** The id of the one that is shown; empty before a world is there. */
  readonly active: string;
  /** What undo has taken back, the last at the end. */
  readonly undone: readonly Branch[];
}

/** More than these are not kept: the oldest without a name goes. */
const MOST = 40;

export const useBranches = create<BranchesState>(() => ({ branches: [], active: '', undone: [] }));

/** A name for a branch that nobody else has, also not in another tab. */
export function newBranchId(): string {
  return `${Date.now().toString(36)}${Math.floor(Math.random() * 0x7fff_ffff).toString(36)}`;
}

/** The branch that is shown. */
export function activeBranch({ branches, active }: BranchesState): Branch | undefined {
  return branches.find((branch) => branch.id === active);
}

/** Whether a branch holds nothing that another does not: nobody named it, and nothing was done in it. */
export function isHollow(branch: Branch): boolean {
  return branch.name === '' && branch.recording.inputs.length <= branch.shared;
}

/** The branches with one put in, at its old place or at the end; what is too much goes. */
export function withBranch(branches: readonly Branch[], branch: Branch): readonly Branch[] {
  const next = branches.some((each) => each.id === branch.id) ? branches.map((each) => (each.id === branch.id ? branch : each)) : [...branches, branch];
  if (next.length <= MOST) return next;
  const oldest = next.find((each) => each.name === '' && each.id !== branch.id);
  return oldest ? withoutBranch(next, oldest.id) : next;
}

/** The branches without one; what left it now counts as having left its parent, at the same moment of the same past. */
export function withoutBranch(branches: readonly Branch[], id: string): readonly Branch[] {
  const gone = branches.find((branch) => branch.id === id);
  if (!gone) return branches;
  return branches.flatMap((branch) => {
    if (branch.id === id) return [];
    return [branch.parent === id ? { ...branch, parent: gone.parent, shared: gone.parent === undefined ? 0 : Math.min(branch.shared, gone.shared) } : branch];
  });
}

/** The branches in the order of a tree: each behind the one it left, with its depth. */
export function branchTree(branches: readonly Branch[]): readonly { readonly branch: Branch; readonly depth: number }[] {
  const known = new Set(branches.map((branch) => branch.id));
  const below = (parent: string | undefined, depth: number): { branch: Branch; depth: number }[] =>
    branches
      .filter((branch) => (branch.parent !== undefined && known.has(branch.parent) ? branch.parent : undefined) === parent)
      .flatMap((branch) => [{ branch, depth }, ...below(branch.id, depth + 1)]);
  return below(undefined, 0);
}
