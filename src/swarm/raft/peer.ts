import type { RandomStream } from '../../sim/random.ts';
import type { RpcEndpoint } from '../../sim/rpc.ts';
import type { Member } from './entry.ts';
import type { RaftMessage } from './message.ts';
import { RAFT_SERVICE, type RaftRequest, type RaftResponse } from './raft-service.ts';

/** swarmkit raft.go SendTimeout. */
const SEND_TIMEOUT_MS = 2_000;
/** Waits of gRPC between attempts to connect, ± 20 % (google.golang.org/grpc backoff, with SwarmKit's maximum of 8 s). */
const BACKOFF_MS = [1_000, 1_600, 2_560, 4_096, 6_554, 8_000];
const QUEUE_LIMIT = 4_096;

/**
 * A manager's connection to another one (swarmkit manager/state/raft/transport/peer.go): messages go one after the
 * other. It is active after a success and inactive after a failure, and after a failure it rests before it tries again.
 */
export class Peer {
  active = false;
  /** When it became active; the longest active peer gets the leadership that is handed over. */
  becameActiveAt = 0;
  private readonly queue: RaftMessage[] = [];
  private sending = false;
  private failures = 0;
  private restUntil = 0;
  private closed = false;

  constructor(
    public member: Member,
    private readonly options: {
      readonly rpc: RpcEndpoint;
      readonly random: RandomStream;
      /** The node that sends. */
      readonly nodeId: string;
      now(): number;
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
    this.ask({ kind: 'message', nodeId: this.options.nodeId, message }, (response) => {
      this.sending = false;
      if (response && response.kind !== 'error') {
        this.succeeded();
        this.options.delivered(message, response);
      } else {
        this.rest();
        for (const lost of [message, ...this.queue.splice(0)]) this.options.failed(lost);
      }
      this.pump();
    });
  }

  private ask(request: RaftRequest, done: (response: RaftResponse | undefined) => void): void {
    const target = this.options.locate(this.member.address);
    if (!target) {
      done(undefined);
      return;
    }
    this.options.rpc.call(target.host, target.port, RAFT_SERVICE, request, SEND_TIMEOUT_MS, (answer) => {
      if (!this.closed) done(answer.kind === 'ok' ? answer.body : undefined);
    });
  }

  private succeeded(): void {
    this.failures = 0;
    if (this.active) return;
    this.active = true;
    this.becameActiveAt = this.options.now();
  }

  private rest(): void {
    this.active = false;
    const wait = BACKOFF_MS[Math.min(this.failures, BACKOFF_MS.length - 1)] ?? 0;
    this.failures++;
    this.restUntil = this.options.now() + Math.floor((wait * this.options.random.between(80, 120)) / 100);
  }
}
