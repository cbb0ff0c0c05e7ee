import type { HostRecord } from '../../run/view.ts';

/** The manager that orders go to: the leader, else any manager whose engine runs (it will tell why it can't). */
export function managerOf(hosts: readonly HostRecord[]): HostRecord | undefined {
  const up = hosts.filter((host) => host.role === 'manager' && host.power && host.engineUp);
  return up.find((host) => host.leader) ?? up.find((host) => host.linkUp) ?? up[0];
}

/** Members of Raft in all, those that answer, and how many of them must (more than half). A node that was promoted while it was down is none yet. */
export function quorumOf(hosts: readonly HostRecord[]): { readonly all: number; readonly up: number; readonly need: number } {
  const members = hosts.filter((host) => host.managerStatus !== '');
  const managers = members.length > 0 ? members : hosts.filter((host) => host.role === 'manager');
  const up = managers.filter((host) => host.power && host.engineUp && host.linkUp && host.swarmState === 'active').length;
  const all = managers.length;
  // One manager alone needs nobody: its own cut cable does not take its quorum.
  const alone = all === 1 && managers[0]?.power && managers[0].engineUp ? 1 : up;
  return { all, up: all === 1 ? Number(alone) : up, need: Math.floor(all / 2) + 1 };
}
