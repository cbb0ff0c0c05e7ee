import { assert } from '../../base/assert.ts';
import { Raft } from '../../swarm/raft/raft.ts';
import { RaftLog } from '../../swarm/raft/raft-log.ts';
import { hostPortFilter } from '../../swarm/scheduler/filters/host-port.ts';
import { maxReplicasFilter } from '../../swarm/scheduler/filters/max-replicas.ts';
import { resourceFilter } from '../../swarm/scheduler/filters/resource.ts';

/** What can be broken on purpose, so that a test can show that somebody notices. */
export const BREAKABLE = ['vote-check', 'log-check', 'resource', 'host-port', 'max-replicas'] as const;
export type Breakable = (typeof BREAKABLE)[number];

/** Breaks a part of the core in place, until the answer is called. */
export function breakComponent(what: Breakable): () => void {
  switch (what) {
    case 'vote-check':
      // A vote for whoever asks, whatever was promised in this term and however old the asker's log is.
      return replace(Raft.prototype, 'answerVote', function (this: Raft, message: { readonly from: string }) {
        this.outbox.push({ type: 'vote-response', to: message.from, from: this.id, term: this.term, reject: false });
      });
    case 'log-check':
      // A vote for a candidate whose log lacks what was committed.
      return replace(RaftLog.prototype, 'isUpToDate', () => true);
    case 'resource':
      return replace(resourceFilter, 'prepare', () => undefined);
    case 'host-port':
      return replace(hostPortFilter, 'prepare', () => undefined);
    case 'max-replicas':
      return replace(maxReplicasFilter, 'prepare', () => undefined);
  }
}

function replace(target: object, name: string, value: unknown): () => void {
  const members = target as { [name: string]: unknown };
  const original = members[name];
  assert(typeof original === 'function', `${name} cannot be broken`);
  members[name] = value;
  return () => {
    members[name] = original;
  };
}
