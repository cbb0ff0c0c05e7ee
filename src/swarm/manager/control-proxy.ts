import type { RpcService } from '../../sim/rpc.ts';
import type { Timers } from '../../sim/timers.ts';
import type { Refusal } from '../agent/container.ts';
import type { RaftNode } from '../raft/raft-node.ts';
import { type NodeEnvironment, portOf } from './environment.ts';
import type { LeaderAccess } from './leader-access.ts';
import { DEADLINE_EXCEEDED, MANAGER_NOT_READY, NO_LEADER } from './refusals.ts';

/** How long the engine waits for the control API (moby daemon/cluster/cluster.go swarmRequestTimeout). */
const DEADLINE_MS = 20_000;
/** How often a call without a leader looks for one (swarmkit raft.go LeaderConn). */
const LOOK_MS = 1_000;
/** How often a call that lost its leader looks for another (swarmkit raftproxy, pollNewLeaderConn). */
const POLL_MS = 500;
/** A leader that keeps silent so long is tried anew. */
const SILENCE_MS = 2_000;

/** A control request on the wire: its number at the desk where it waits to be done. */
export const CONTROL_SERVICE: RpcService<{ readonly request: number }, { readonly taken: boolean }> = { name: 'control' };

type Use = (leader: LeaderAccess) => void;

/** Where control requests wait while their numbers travel; one for the whole cluster. */
export class ControlDesk {
  private readonly waiting = new Map<number, Use>();
  private last = 0;

  put(use: Use): number {
    this.waiting.set(++this.last, use);
    return this.last;
  }

  take(request: number): Use | undefined {
    const use = this.waiting.get(request);
    this.waiting.delete(request);
    return use;
  }
}

/**
 * Brings control requests to the leader (swarmkit's generated raft proxies over manager/state/raft LeaderConn): at
 * once on the leader itself, else over the network, waiting up to 20 s for a leader that can be reached.
 */
export class ControlProxy {
  private readonly open = new Set<{ fail: (refusal: Refusal) => void }>();

  constructor(
    private readonly env: NodeEnvironment,
    private readonly raft: RaftNode,
    private readonly timers: Timers,
    private readonly lend: () => LeaderAccess,
  ) {}

  /** Calls exactly one of both, once. */
  request(use: Use, fail: (refusal: Refusal) => void): void {
    if (this.raft.leads) {
      use(this.lend());
      return;
    }
    if (!this.raft.activeLeader() && this.raft.lostQuorum) {
      fail(NO_LEADER);
      return;
    }
    const call = { fail };
    this.open.add(call);
    const { desk, kernel } = this.env;
    const deadline = kernel.now + DEADLINE_MS;
    let finished = false;
    const request = desk.put((leader) => {
      finished = true;
      this.open.delete(call);
      use(leader);
    });
    const giveUp = (refusal: Refusal): void => {
      if (finished) return;
      finished = true;
      desk.take(request);
      this.open.delete(call);
      fail(refusal);
    };
    const again = (waitMs: number): void => {
      if (finished) return;
      const left = deadline - kernel.now;
      if (left <= 0) giveUp(DEADLINE_EXCEEDED);
      else this.timers.after(Math.min(waitMs, left), 'control request looks for the leader', attempt);
    };
    const attempt = (): void => {
      if (finished) return;
      if (this.raft.leads) {
        desk.take(request)?.(this.lend());
        return;
      }
      const leader = this.raft.activeLeader();
      const host = leader && this.env.hostAt(leader.address);
      if (!leader || host === undefined) {
        again(LOOK_MS);
        return;
      }
      this.env.rpc.call(host, portOf(leader.address), CONTROL_SERVICE, { request }, SILENCE_MS, (answer) => {
        if (answer.kind !== 'ok' || !answer.body.taken) again(POLL_MS);
      });
    };
    attempt();
  }

  /** What came over the network from another manager. */
  serve(request: number): boolean {
    if (!this.raft.leads) return false;
    this.env.desk.take(request)?.(this.lend());
    return true;
  }

  /** The manager stops: whoever still waits is told. */
  close(): void {
    for (const { fail } of this.open) fail(MANAGER_NOT_READY);
    this.open.clear();
  }
}
