import type { SimCluster } from '../swarm/cluster/cluster.ts';
import type { Host } from '../swarm/cluster/host.ts';
import type { Entry } from '../swarm/raft/entry.ts';
import type { RaftView } from '../swarm/raft/raft-view.ts';
import type { ManagerRecord } from './view.ts';

/** How many of the last entries of a log are shown. */
const LOG_TAIL = 16;

/**
 * Keeps the records of the managers' consensus, one for each host that runs a manager or whose manager is only stopped.
 * A manager is looked at again in every frame, but its record is made anew only when its term,
 * role, vote, log, members or what it knows of them has changed.
 */
export class RaftRecords {
  private readonly seen = new Map<string, { readonly sign: string; readonly record: ManagerRecord }>();

  constructor(private readonly cluster: SimCluster) {}

  /** The record of a host's manager now; undefined while the host runs and keeps none. */
  recordOf(name: string): ManagerRecord | undefined {
    return this.seen.get(name)?.record;
  }

  /** Looks at every manager. The answer: names of the hosts whose record has changed, come or gone. */
  look(): readonly string[] {
    const changed: string[] = [];
    const hosts = this.cluster.hosts();
    for (const host of hosts) {
      const name = host.spec.name;
      const before = this.seen.get(name);
      const raft = host.raft;
      if (!raft) {
        if (!host.hasManagerState) {
          if (!this.seen.delete(name)) continue;
        } else if (before && !before.record.running) continue;
        else
          this.seen.set(name, {
            sign: '',
            record: { ...(before?.record ?? unseen(name)), running: false, role: 'follower', leader: '', votes: [], silentS: 0 },
          });
        changed.push(name);
        continue;
      }
      const sign = signOf(raft);
      if (before?.sign === sign) continue;
      const record = this.record(name, raft, hosts);
      this.seen.set(name, { sign, record });
      changed.push(name);
    }
    for (const name of this.seen.keys()) {
      if (this.cluster.find(name)) continue;
      this.seen.delete(name);
      changed.push(name);
    }
    return changed;
  }

  private record(name: string, raft: RaftView, hosts: readonly Host[]): ManagerRecord {
    const hostOf = (nodeId: string): string => (nodeId === '' ? '' : (hosts.find((host) => host.swarm.nodeId === nodeId)?.spec.name ?? nodeId));
    return {
      kind: 'manager',
      id: name,
      running: true,
      term: raft.term,
      role: raft.role,
      leader: hostOf(raft.leader),
      votedFor: hostOf(raft.votedFor),
      votes: raft.votes.map(hostOf),
      silentS: silenceOf(raft),
      electionS: raft.electionTimeout,
      commitIndex: raft.commitIndex,
      appliedIndex: raft.appliedIndex,
      lastIndex: raft.lastIndex,
      snapshotIndex: raft.snapshotIndex,
      members: raft.members.map(({ nodeId, matchIndex, active }) => ({ host: hostOf(nodeId), matchIndex, reachable: active })),
      log: raft.log.slice(-LOG_TAIL).map((entry) => ({ index: entry.index, term: entry.term, words: wordsOf(entry) })),
    };
  }
}

/** A manager that was stopped before anybody looked: what it has on its disk is not known here. */
function unseen(id: string): ManagerRecord {
  const nothing = { term: 0, commitIndex: 0, appliedIndex: 0, lastIndex: 0, snapshotIndex: 0, silentS: 0, electionS: 0 };
  return { kind: 'manager', id, running: false, role: 'follower', leader: '', votedFor: '', votes: [], members: [], log: [], ...nothing };
}

/** Ticks (seconds) without a word of a leader; the one between two heartbeats does not count. */
function silenceOf(raft: RaftView): number {
  return raft.role === 'leader' || raft.electionElapsed <= 1 ? 0 : raft.electionElapsed;
}

function signOf(raft: RaftView): string {
  const members = raft.members.map(({ nodeId, matchIndex, active }) => `${nodeId}:${matchIndex ?? ''}:${active ? 1 : 0}`).join();
  return `${silenceOf(raft)} ${raft.votes.length} ${raft.term} ${raft.role} ${raft.leader} ${raft.votedFor} ${raft.commitIndex} ${raft.appliedIndex} ${raft.lastIndex} ${raft.snapshotIndex} ${members}`;
}

/** What an entry carries, in few words: `service web · 3 task`. */
function wordsOf({ payload }: Entry): string {
  switch (payload.kind) {
    case 'empty':
      return '';
    case 'conf':
      return payload.change.kind === 'remove' ? 'member −' : `member ${payload.change.kind === 'add' ? '+' : '~'} ${payload.change.member.address}`;
    case 'changes': {
      const counts = new Map<string, number>();
      for (const change of payload.changes) counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
      return [...counts].map(([kind, count]) => `${count} ${kind}`).join(' · ');
    }
  }
}
