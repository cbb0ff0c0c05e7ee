import { Timers } from '../../sim/timers.ts';
import type { Refusal } from '../agent/container.ts';
import type { NodeEnvironment } from '../manager/environment.ts';
import { LOCKED } from '../manager/refusals.ts';
import type { StateDir } from '../manager/state-dir.ts';
import { SwarmNode } from '../node/node.ts';
import type { LocalNodeState } from './host.ts';

/** A node that was ready and failed is started again, later each time (moby daemon/cluster/noderunner.go). */
const RECONNECT_FIRST_MS = 100;
const RECONNECT_MAX_MS = 30_000;

/**
 * Keeps a host's node running (moby daemon/cluster/noderunner.go).
 */
export class NodeRunner {
  node: SwarmNode | undefined;
  /** Why the node ended; undefined while it runs. */
  error: Refusal | undefined;
  private wasReady = false;
  private reconnecting = false;
  private delayMs = RECONNECT_FIRST_MS;
  private readonly timers: Timers;
  private readonly waiting: ((error: Refusal | undefined) => void)[] = [];

  constructor(
    private readonly env: NodeEnvironment,
    readonly dir: StateDir,
    /** The engine came up with a swarm on its disk: then a failed start is repeated. */
    private readonly repeated: boolean,
  ) {
    this.timers = new Timers(env.kernel, `${env.host}/node-runner/${env.nextGeneration()}`);
  }

  get state(): LocalNodeState {
    if (this.error) return this.error === LOCKED ? 'locked' : 'error';
    if (this.reconnecting) return 'error';
    return this.wasReady ? 'active' : 'pending';
  }

  start(): void {
    this.reconnecting = false;
    this.error = undefined;
    const node = new SwarmNode(this.env, this.dir, {
      ready: () => {
        this.wasReady = true;
        this.delayMs = RECONNECT_FIRST_MS;
        // From now on the node goes on with what it has on disk.
        this.dir.config = { ...this.dir.config, joinAddr: '', joinToken: '', forceNewCluster: false };
        for (const done of this.waiting.splice(0)) done(undefined);
      },
      exited: (error) => this.exited(error),
    });
    this.node = node;
    node.start();
  }

  /** Calls `done` when the node is ready for the first time (undefined) or has failed before. */
  whenReady(done: (error: Refusal | undefined) => void): void {
    if (this.error) done(this.error);
    else if (this.wasReady) done(undefined);
    else this.waiting.push(done);
  }

  stop(): void {
    this.node?.stop();
    this.node = undefined;
    this.waiting.length = 0;
    this.timers.close();
  }

  private exited(error: Refusal): void {
    this.node = undefined;
    this.error = error;
    for (const done of this.waiting.splice(0)) done(error);
    if (error === LOCKED || (!this.wasReady && !this.repeated)) return;
    this.reconnecting = true;
    this.timers.after(this.delayMs, 'restart of the swarm component', () => this.start());
    this.delayMs = Math.min(RECONNECT_MAX_MS, this.delayMs * 2);
  }
}
