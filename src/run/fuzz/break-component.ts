import { assert } from '../../base/assert.ts';
import type { Entry } from '../../swarm/raft/entry.ts';
import { Raft } from '../../swarm/raft/raft.ts';
import { RaftLog } from '../../swarm/raft/raft-log.ts';
import { hostPortFilter } from '../../swarm/scheduler/filters/host-port.ts';
import { maxReplicasFilter } from '../../swarm/scheduler/filters/max-replicas.ts';
import { resourceFilter } from '../../swarm/scheduler/filters/resource.ts';
import type { Change } from '../../swarm/store/change.ts';
import { Store } from '../../swarm/store/store.ts';

/** What can be broken on purpose, so that a test can show that somebody notices. */
export const BREAKABLE = ['vote-check', 'log-check', 'match-check', 'commit-quorum', 'apply', 'resource', 'host-port', 'max-replicas'] as const;
export type Breakable = (typeof BREAKABLE)[number];

/** Breaks a part of the core in place, until the answer is called. */
export function breakComponent(what: Breakable): () => void {
  switch (what) {
    case 'vote-check':
      // A vote for whoever asks and has all that was committed, whoever was promised one in this term.
      return replace(Raft.prototype, 'answerVote', function (this: Raft, message: { readonly from: string; readonly index: number; readonly logTerm: number }) {
        const reject = !this.log.isUpToDate(message.index, message.logTerm);
        this.outbox.push({ type: 'vote-response', to: message.from, from: this.id, term: this.term, reject });
      });
    case 'log-check':
      // A vote for a candidate whose log lacks what was committed.
      return replace(RaftLog.prototype, 'isUpToDate', () => true);
    case 'match-check':
      // Entries are taken in wherever they fit, whatever came before them.
      return replace(RaftLog.prototype, 'maybeAppend', function (this: RaftLog, index: number, _logTerm: number, entries: readonly Entry[]) {
        if (this.term(index) === undefined) return undefined;
        const fresh = entries.findIndex((entry) => this.term(entry.index) !== entry.term);
        if (fresh >= 0) this.append(entries.slice(fresh));
        return index + entries.length;
      });
    case 'commit-quorum':
      // The leader takes for committed what it alone has.
      return replace(Raft.prototype, 'maybeCommit', function (this: Raft) {
        const { lastIndex } = this.log;
        if (lastIndex <= this.commit || this.log.term(lastIndex) !== this.term) return false;
        this.disk.commit = lastIndex;
        return true;
      });
    case 'apply':
      // A follower loses the third change of a transaction.
      return wrap(Store.prototype, 'apply', (apply, changes: readonly Change[]) => apply(changes.filter((_, i) => i !== 2)));
    case 'resource':
      return replace(resourceFilter, 'prepare', () => undefined);
    case 'host-port':
      return replace(hostPortFilter, 'prepare', () => undefined);
    case 'max-replicas':
      return replace(maxReplicasFilter, 'prepare', () => undefined);
  }
}

function wrap<T>(target: object, name: string, around: (original: (argument: T) => void, argument: T) => void): () => void {
  const original = (target as { [name: string]: (argument: T) => void })[name];
  assert(original, `${name} cannot be broken`);
  return replace(target, name, function (this: object, argument: T) {
    around((given) => original.call(this, given), argument);
  });
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
