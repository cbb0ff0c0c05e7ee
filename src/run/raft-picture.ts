import type { Flight } from '../sim/network.ts';
import type { SimCluster } from '../swarm/cluster/cluster.ts';
import type { Host } from '../swarm/cluster/host.ts';
import type { Entry } from '../swarm/raft/entry.ts';
import { raftMessageOf } from '../swarm/raft/raft-service.ts';
import type { RaftEntry, RaftFlight, RaftManager, RaftPicture } from './pictures.ts';

const RECENT = 200;

/** Watches what managers say to each other, from the first time somebody wants to see it. */
export class RaftPictures {
  private recent: RaftFlight[] | undefined;

  constructor(private readonly cluster: SimCluster) {}

  /** The picture of now. */
  take(): RaftPicture {
    const { cluster } = this;
    if (!this.recent) {
      const recent: RaftFlight[] = [];
      this.recent = recent;
      cluster.network.observe((flight) => {
        const message = flightOf(flight);
        if (!message) return;
        recent.push(message);
        if (recent.length > 2 * RECENT) recent.splice(0, RECENT);
      });
    }
    const names = new Map(cluster.hosts().map((host) => [host.swarm.nodeId, host.spec.name]));
    return {
      managers: cluster
        .hosts()
        .filter((host) => host.raft !== undefined || host.hasManagerState)
        .map((host) => managerOf(host, (nodeId) => names.get(nodeId) ?? '')),
      flights: cluster.network.inFlight().flatMap((flight) => flightOf(flight) ?? []),
      recent: this.recent.slice(-RECENT),
    };
  }
}

function managerOf(host: Host, nameOf: (nodeId: string) => string): RaftManager {
  const { raft } = host;
  const who = { host: host.spec.name, nodeId: host.swarm.nodeId };
  if (!raft) {
    const nothing = { term: 0, electionElapsed: 0, electionTimeout: 0, commitIndex: 0, appliedIndex: 0, lastIndex: 0, snapshotIndex: 0 };
    return { ...who, ...nothing, running: false, role: '', leader: '', votedFor: '', votes: [], peers: [], log: [] };
  }
  const { role, term, electionElapsed, electionTimeout, commitIndex, appliedIndex, lastIndex, snapshotIndex } = raft;
  return {
    ...who,
    running: true,
    role,
    term,
    leader: nameOf(raft.leader),
    votedFor: nameOf(raft.votedFor),
    votes: raft.votes.map(nameOf),
    electionElapsed,
    electionTimeout,
    commitIndex,
    appliedIndex,
    lastIndex,
    snapshotIndex,
    peers: raft.members
      .filter(({ nodeId }) => nodeId !== who.nodeId)
      .map(({ nodeId, address, active, matchIndex }) => ({
        host: nameOf(nodeId),
        address,
        reachable: active,
        ...(matchIndex === undefined ? {} : { matchIndex }),
      })),
    log: raft.log.map((entry) => entryOf(entry, nameOf)),
  };
}

function entryOf({ index, term, payload }: Entry, nameOf: (nodeId: string) => string): RaftEntry {
  const what: { [change: string]: number } = {};
  if (payload.kind === 'changes') {
    for (const { kind, action } of payload.changes) {
      const key = `${action} ${kind}`;
      what[key] = (what[key] ?? 0) + 1;
    }
  } else if (payload.kind === 'conf') {
    const { change } = payload;
    what[change.kind === 'remove' ? 'remove' : `${change.kind} ${nameOf(change.member.nodeId) || change.member.address}`] = 1;
  }
  return { index, term, kind: payload.kind, what };
}

function flightOf({ from, to, body, sentAt, arrivesAt }: Flight): RaftFlight | undefined {
  const message = raftMessageOf(body);
  if (!message) return undefined;
  const { type, term } = message;
  return {
    from,
    to,
    type,
    term,
    sentAt,
    arrivesAt,
    entries: message.type === 'append' ? message.entries.length : 0,
    reject: 'reject' in message && message.reject,
  };
}
