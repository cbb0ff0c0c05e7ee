import type { Refusal } from '../agent/container.ts';
import type { RaftMember } from '../raft/raft-member.ts';

const OPENING = 'You are attempting to leave the swarm on a node that is participating as a manager. ';
const CLOSING =
  'The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.';

/**
 * What a manager says to `swarm leave` without force (moby daemon/cluster/swarm.go Leave).
 * @param view `inactive`: the manager does not serve; `leaderless`: nobody could be asked; else the members as the leader sees them.
 */
export function leaveWarning(view: 'inactive' | 'leaderless' | readonly RaftMember[]): Refusal {
  return { status: 503, message: OPENING + middle(view) };
}

function middle(view: 'inactive' | 'leaderless' | readonly RaftMember[]): string {
  if (view === 'inactive') return `Doing so may lose the consensus of your cluster. ${CLOSING}`;
  if (view === 'leaderless') return CLOSING;
  const reachable = view.filter((member) => member.reachability === 'reachable').length;
  const unreachable = view.length - reachable;
  if (reachable - 2 > unreachable) return CLOSING;
  if (reachable === 1 && unreachable === 0) return 'Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message. ';
  return `Removing this node leaves ${reachable - 1} managers out of ${reachable + unreachable}. Without a Raft quorum your swarm will be inaccessible. ${CLOSING}`;
}
