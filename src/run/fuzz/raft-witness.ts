import type { SimCluster } from '../../swarm/cluster/cluster.ts';
import type { Host } from '../../swarm/cluster/host.ts';
import type { Entry } from '../../swarm/raft/entry.ts';
import type { RaftView } from '../../swarm/raft/raft-view.ts';

/**
 * Stands beside the managers and remembers: who led in which term, what was in the logs, what was committed. Each
 * manager shows only the end of its log, so whatever is longer ago than that between two looks is not seen.
 */
export class RaftWitness {
  private readonly leaders = new Map<number, string>();
  /** By index: what was committed there, and where it was seen first. */
  private readonly committed = new Map<number, { readonly name: string; readonly by: string }>();
  private highestCommit = 0;
  /** By index and term: what an entry was, and the term of the one before it. */
  private readonly entries = new Map<string, { readonly name: string; readonly by: string }>();
  private readonly seen = new Map<string, RaftView>();
  /** The node that each host was when it was last looked at. */
  private readonly nodes = new Map<string, string>();

  /** Looks at all managers; answers what must not be, in words. */
  look(cluster: SimCluster): string[] {
    const broken: string[] = [];
    for (const host of cluster.hosts()) {
      const { raft, engineUp } = host;
      // Whatever it had as a manager was wiped when it was demoted, or removed from the group; as a manager it begins anew.
      if (!raft && engineUp && host.hasManagerState === false) this.seen.delete(host.spec.name);
      if (!raft) continue;
      const before = this.seen.get(host.spec.name);
      if (before && same(before, raft)) continue;
      this.seen.set(host.spec.name, raft);
      this.lookAtLeader(host, raft, broken);
      this.lookAtLog(host, raft, before, broken);
    }
    return broken;
  }

  private lookAtLeader(host: Host, raft: RaftView, broken: string[]): void {
    if (raft.role !== 'leader') return;
    const { name } = host.spec;
    const other = this.leaders.get(raft.term);
    if (other !== undefined && other !== host.swarm.nodeId) broken.push(`two leaders in term ${raft.term}: ${other} and ${host.swarm.nodeId} (${name})`);
    this.leaders.set(raft.term, host.swarm.nodeId);
    const newest = Math.max(...this.leaders.keys());
    if (raft.term === newest && raft.lastIndex < this.highestCommit) {
      broken.push(`${name} leads in term ${raft.term} with a log up to ${raft.lastIndex}, but entry ${this.highestCommit} was committed`);
    }
  }

  private lookAtLog(host: Host, raft: RaftView, before: RaftView | undefined, broken: string[]): void {
    const { name } = host.spec;
    let previous: Entry | undefined;
    for (const entry of raft.log) {
      const text = nameOf(entry);
      if (previous) {
        const key = `${entry.index}/${entry.term}`;
        const link = `${text} after term ${previous.term}`;
        const known = this.entries.get(key);
        if (!known) this.entries.set(key, { name: link, by: name });
        else if (known.name !== link) broken.push(`logs do not match at ${key}: ${known.by} has ${known.name}, ${name} has ${link}`);
      }
      previous = entry;
      if (entry.index > raft.commitIndex) continue;
      const committed = this.committed.get(entry.index);
      if (!committed) this.committed.set(entry.index, { name: text, by: name });
      else if (committed.name !== text) broken.push(`committed entry ${entry.index} was lost: ${committed.by} had ${committed.name}, ${name} has ${text}`);
    }
    const member = host.swarm.nodeId === this.nodes.get(name) ? before : undefined;
    if (member && raft.commitIndex < member.commitIndex) broken.push(`${name} went back from commit ${member.commitIndex} to ${raft.commitIndex}`);
    if (member && raft.term < member.term) broken.push(`${name} went back from term ${member.term} to ${raft.term}`);
    this.nodes.set(name, host.swarm.nodeId);
    this.highestCommit = Math.max(this.highestCommit, raft.commitIndex);
  }
}

function nameOf({ term, payload }: Entry): string {
  return `${term}:${payload.kind === 'empty' ? 'empty' : payload.id}`;
}

function same(a: RaftView, b: RaftView): boolean {
  return a.term === b.term && a.role === b.role && a.lastIndex === b.lastIndex && a.commitIndex === b.commitIndex;
}
