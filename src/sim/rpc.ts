import { assert } from '../base/assert.ts';
import type { Kernel, Port } from './kernel.ts';
import type { Network } from './network.ts';
import { type CancelTimer, Timers } from './timers.ts';

/** Names a service and the types of its calls; compared by name only. */
export interface RpcService<Request, Response> {
  readonly name: string;
  /** Never present: carries the types. */
  readonly types?: { readonly request: Request; readonly response: Response };
}

/**
 * What comes of a call: an answer; `refused`: the host is there but nothing listens; `reset`: the listener closed
 * before it answered; `timeout`: silence, as from a host without power or behind a cut link.
 */
export type RpcAnswer<Response> = { readonly kind: 'ok'; readonly body: Response } | { readonly kind: 'refused' | 'reset' | 'timeout' };

/** Answers a call, at once or later, at most once. */
export type RpcHandler<Request, Response> = (request: Request, reply: (response: Response) => void, from: string) => void;

type Packet =
  | { readonly kind: 'request'; readonly id: number; readonly from: string; readonly service: string; readonly body: unknown }
  | { readonly kind: 'response'; readonly id: number; readonly body: unknown }
  | { readonly kind: 'refused' | 'reset'; readonly id: number };

interface Outgoing {
  readonly to: string;
  readonly done: (answer: RpcAnswer<unknown>) => void;
  readonly cancelTimer: CancelTimer;
}

interface Server {
  readonly handle: RpcHandler<unknown, unknown>;
  readonly open: Set<{ readonly id: number; readonly from: string }>;
}

/**
 * A host's end of TCP: calls and answers over the network. It lives as long as the host has power, so that a
 * host whose engine is stopped still refuses connections, and one without power keeps silent.
 */
export class RpcEndpoint {
  private port: Port<Packet> | undefined;
  private timers: Timers | undefined;
  private readonly calls = new Map<number, Outgoing>();
  private readonly servers = new Map<string, Server>();
  private lastId = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly network: Network,
    readonly host: string,
  ) {}

  /** The host gets power. */
  open(): void {
    assert(!this.port, `${this.host} is open already`);
    this.port = this.kernel.port<Packet>(address(this.host), (packet) => this.receive(packet));
    this.timers = new Timers(this.kernel, `${address(this.host)}/time-outs`);
  }

  /** The host loses power: nobody is told, nothing that waits will ever be answered. */
  close(): void {
    this.port?.close();
    this.timers?.close();
    this.port = undefined;
    this.timers = undefined;
    this.calls.clear();
    this.servers.clear();
  }

  /** Listens on a TCP port; the answer closes the listener and resets the calls it still owes an answer. */
  serve<Request, Response>(tcpPort: number, service: RpcService<Request, Response>, handle: RpcHandler<Request, Response>): () => void {
    const key = serviceKey(tcpPort, service.name);
    assert(!this.servers.has(key), `${this.host} serves ${key} already`);
    const server: Server = { handle: handle as RpcHandler<unknown, unknown>, open: new Set() };
    this.servers.set(key, server);
    return () => {
      if (this.servers.get(key) !== server) return;
      this.servers.delete(key);
      for (const { id, from } of server.open) this.send(from, { kind: 'reset', id });
    };
  }

  /** Calls a service of another host, or of this one. `done` is called once; the answer to this function gives the call up. */
  call<Request, Response>(
    to: string,
    tcpPort: number,
    service: RpcService<Request, Response>,
    body: Request,
    timeoutMs: number,
    done: (answer: RpcAnswer<Response>) => void,
  ): () => void {
    const id = ++this.lastId;
    assert(this.timers, `${this.host} has no power to call ${to}`);
    const cancelTimer = this.timers.after(timeoutMs, `${service.name} of ${to} does not answer`, () => this.finish(id, { kind: 'timeout' }));
    this.calls.set(id, { to, done: done as Outgoing['done'], cancelTimer });
    this.send(to, { kind: 'request', id, from: this.host, service: serviceKey(tcpPort, service.name), body });
    return () => {
      this.calls.delete(id);
      cancelTimer();
    };
  }

  private receive(packet: Packet): void {
    switch (packet.kind) {
      case 'request': {
        const { id, from } = packet;
        const server = this.servers.get(packet.service);
        if (!server) {
          this.send(from, { kind: 'refused', id });
          return;
        }
        const call = { id, from };
        server.open.add(call);
        server.handle(
          packet.body,
          (body) => {
            if (server.open.delete(call)) this.send(from, { kind: 'response', id, body });
          },
          from,
        );
        return;
      }
      case 'response':
        this.finish(packet.id, { kind: 'ok', body: packet.body });
        return;
      case 'refused':
      case 'reset':
        this.finish(packet.id, { kind: packet.kind });
    }
  }

  private finish(id: number, answer: RpcAnswer<unknown>): void {
    const call = this.calls.get(id);
    if (!call) return;
    this.calls.delete(id);
    call.cancelTimer();
    call.done(answer);
  }

  private send(to: string, packet: Packet): void {
    this.network.sendReliably(this.host, to, address(to), packet);
  }
}

/** What a message of the network asks of a service; undefined for answers, and for everything else that travels. */
export function requestIn(body: unknown, service: string): unknown {
  const packet = body as Partial<Extract<Packet, { kind: 'request' }>>;
  return packet?.kind === 'request' && packet.service?.split('/')[1] === service ? packet.body : undefined;
}

function address(host: string): string {
  return `${host}/tcp`;
}

function serviceKey(tcpPort: number, name: string): string {
  return `${tcpPort}/${name}`;
}
