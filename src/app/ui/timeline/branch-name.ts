import type { Messages } from '../../i18n/messages.ts';
import { shortClock } from '../../scene/format.ts';
import type { Branch } from '../../time/branches.ts';

/** What a branch is called: as somebody named it, or by where it began. */
export function branchName(m: Messages, branch: Branch): string {
  if (branch.name !== '') return branch.name;
  if (branch.parent === undefined) return m.scenarioTitle(branch.recording.scenario.title);
  return branch.shared === 0 && branch.forkAt === 0 ? m.branches.fromStart : m.branches.from(shortClock(branch.forkAt));
}
