import type { RandomStream } from '../../sim/random.ts';
import type { RpcEndpoint } from '../../sim/rpc.ts';
import type { Member } from './entry.ts';
import type { RaftMessage } from './message.ts';
import { RAFT_SERVICE, type RaftRequest, type RaftResponse } from './raft-service.ts';

/** swarmkit raft.go SendTimeout. */
const SEND_TIMEOUT_MS = 2_000;
/** An answer that comes later than this is not noticed any more. */
const LATE_ANSWER_MS = 30_000;
/** Waits of gRPC between attempts to connect, ± 20 % (google.golang.org/grpc backoff, with SwarmKit's maximum of 8 s). */
const BACKOFF_MS = [1_000, 1_600, 2_560, 4_096, 6_554, 8_000];
const QUEUE_LIMIT = 4_096;
/** TCP's first wait before it sends again what nobody acknowledged, doubled each time up to the longest (Linux TCP_RTO_MAX). */
const FIRST_RTO_MS = 200;
const LONGEST_RTO_MS = 120_000;

/**
 * A manager's connection to another one (swarmkit manager/state/raft/transport/peer.go): messages go one after the
 * other. It is active after a success and inactive after a failure, and after a failure it rests before it tries again.
 * A connection over which there is silence stays open, and what is under way on it is sent again after waits that
 * double: after a long cut it takes up to as long again until a message comes through (seen on a real Swarm). An answer
 * that is only late, over a slow link, is a failure too, but the connection works on.
 */
export class Peer {
  active = false;
  /** When it became active; the longest active peer gets the leadership that is handed over. */
  becameActiveAt = 0;
  private readonly queue: RaftMessage[] = [];
  private sending = false;
  private failures = 0;
  private restUntil = 0;
  /** Since when nothing comes back over a connection that was there; undefined: it does, or there is none. */
  private silentSince: number | undefined;
  private connected = false;
  private closed = false;

  constructor(
    public member: Member,
    private readonly options: {
      readonly rpc: RpcEndpoint;
      readonly random: RandomStream;
      /** The node that sends. */
      readonly nodeId: string;
      now(): number;
      after(ms: number, what: string, run: () => void): () => void;
      /** Host and TCP port behind an address. */
      locate(address: string): { readonly host: string; readonly port: number } | undefined;
      delivered(message: RaftMessage, response: RaftResponse): void;
      failed(message: RaftMessage): void;
    },
  ) {
    this.sending = true;
    this.ask({ kind: 'health' }, (response) => {
      if (response?.kind === 'done') this.succeeded();
      this.sending = false;
      this.pump();
    });
  }

  /** Sends a message when those before it are through; while the connection rests it fails at once. */
  send(message: RaftMessage): void {
    if (this.closed) return;
    if (this.options.now() < this.restUntil || this.queue.length >= QUEUE_LIMIT) {
      this.active = false;
      this.options.failed(message);
      return;
    }
    this.queue.push(message);
    this.pump();
  }

  /** Whether the other manager answers at the address that is known for it. */
  checkHealth(done: (healthy: boolean) => void): void {
    if (this.options.now() < this.restUntil) done(false);
    else this.ask({ kind: 'health' }, (response) => done(response?.kind === 'done'));
  }

  close(): void {
    this.closed = true;
    this.active = false;
    this.queue.length = 0;
  }

  private pump(): void {
    if (this.sending || this.closed) return;
    const message = this.queue.shift();
    if (!message) return;
    this.sending = true;
    const sentAt = this.options.now();
    this.ask({ kind: 'message', nodeId: this.options.nodeId, message }, (response, silent) => {
      this.sending = false;
      if (response && response.kind !== 'error') {
        this.succeeded();
        this.options.delivered(message, response);
      } else {
        if (silent && this.connected) this.silentSince ??= sentAt;
        else {
          this.connected = false;
          this.silentSince = undefined;
        }
        this.rest();
        for (const lost of [message, ...this.queue.splice(0)]) this.options.failed(lost);
      }
      this.pump();
    });
  }

  /** `silent`: no answer came at all, as from behind a cut. */
  private ask(request: RaftRequest, done: (response: RaftResponse | undefined, silent: boolean) => void): void {
    const target = this.options.locate(this.member.address);
    if (!target) {
      done(undefined, false);
      return;
    }
    const { rpc, after } = this.options;
    let late = false;
    const inTime = after(SEND_TIMEOUT_MS, `${target.host} does not answer`, () => {
      late = true;
      if (!this.closed) done(undefined, true);
    });
    rpc.call(target.host, target.port, RAFT_SERVICE, request, LATE_ANSWER_MS, (answer) => {
      if (this.closed) return;
      if (!late) {
        inTime();
        done(answer.kind === 'ok' ? answer.body : undefined, false);
      } else if (answer.kind === 'ok') this.hear();
    });
  }

  /** Something has come back: nothing waits for TCP to send again. */
  private hear(): void {
    if (this.silentSince === undefined) return;
    this.silentSince = undefined;
    this.restUntil = this.options.now();
  }

  private succeeded(): void {
    this.failures = 0;
    this.connected = true;
    this.silentSince = undefined;
    if (this.active) return;
    this.active = true;
    this.becameActiveAt = this.options.now();
  }

  private rest(): void {
    this.active = false;
    if (this.silentSince !== undefined) {
      this.restUntil = nextRetransmission(this.silentSince, this.options.now());
      return;
    }
    const wait = BACKOFF_MS[Math.min(this.failures, BACKOFF_MS.length - 1)] ?? 0;
    this.failures++;
    this.restUntil = this.options.now() + Math.floor((wait * this.options.random.between(80, 120)) / 100);
  }
}

/** When TCP sends again next what it first sent at `since` and what nobody has acknowledged up to `now`. */
function nextRetransmission(since: number, now: number): number {
  let at = since;
  for (let wait = FIRST_RTO_MS; at <= now; wait = Math.min(LONGEST_RTO_MS, wait * 2)) at += wait;
  return at;
}
