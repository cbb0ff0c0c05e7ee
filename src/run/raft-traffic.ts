import type { Network, Sending } from '../sim/network.ts';
import type { RaftMessage } from '../swarm/raft/message.ts';
import { raftMessageOf } from '../swarm/raft/raft-service.ts';
import type { RaftMessageRecord } from './view.ts';

/** More than these in one frame are not kept: nobody could tell them apart. */
const MOST = 400;

/** Listens to what managers tell each other, while somebody wants to see it. */
export class RaftTraffic {
  private messages: RaftMessageRecord[] = [];
  private stop: (() => void) | undefined;

  constructor(private readonly network: Network) {}

  /** Begins or ends to listen. */
  watch(on: boolean): void {
    if (on === (this.stop !== undefined)) return;
    this.stop?.();
    this.stop = on ? this.network.onSend((sending) => this.hear(sending)) : undefined;
    this.messages = [];
  }

  /** Whether something was sent since. */
  get hasNews(): boolean {
    return this.messages.length > 0;
  }

  /** What was sent since the last time, oldest first. */
  take(): readonly RaftMessageRecord[] {
    const { messages } = this;
    if (messages.length > 0) this.messages = [];
    return messages;
  }

  private hear({ at, from, to, body, arrivesAt }: Sending): void {
    const message = raftMessageOf(body);
    if (!message || this.messages.length >= MOST) return;
    this.messages.push({ at, arrivesAt, from, to, ...contentOf(message) });
  }
}

function contentOf(message: RaftMessage): Pick<RaftMessageRecord, 'type' | 'term' | 'entries' | 'index' | 'reject'> {
  const head = { type: message.type, term: message.term, entries: 0, index: 0, reject: false };
  switch (message.type) {
    case 'append':
      return { ...head, entries: message.entries.length, index: message.index + message.entries.length };
    case 'append-response':
      return { ...head, index: message.index, reject: message.reject };
    case 'heartbeat':
      return { ...head, index: message.commit };
    case 'vote':
      return { ...head, index: message.index };
    case 'vote-response':
      return { ...head, reject: message.reject };
    case 'snapshot':
      return { ...head, index: message.snapshot.index };
    case 'heartbeat-response':
    case 'timeout-now':
      return head;
  }
}
