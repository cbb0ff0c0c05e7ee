import type { Kernel } from '../../sim/kernel.ts';
import type { RaftMember } from './raft-member.ts';
import { SoleProposer } from '../store/proposer.ts';
import { Store } from '../store/store.ts';
import type { RaftDisk } from './raft-disk.ts';

/** A manager's raft node. */
export class RaftNode {
  readonly store: Store;
  readonly disk: RaftDisk;
  private running = false;

  constructor(
    private readonly options: {
      readonly kernel: Kernel;
      readonly nodeId: string;
      readonly address: string;
      readonly disk: RaftDisk | undefined;
      readonly onLeadership: (leads: boolean) => void;
    },
  ) {
    this.disk = options.disk ?? { store: new Store(new SoleProposer(), () => options.kernel.now) };
    this.store = this.disk.store;
  }

  start(done: (error: string | undefined) => void): void {
    this.running = true;
    done(undefined);
    this.options.onLeadership(true);
  }

  stop(): void {
    if (!this.running) return;
    this.running = false;
    this.options.onLeadership(false);
  }

  get leads(): boolean {
    return this.running;
  }

  get leaderNodeId(): string | undefined {
    return this.running ? this.options.nodeId : undefined;
  }

  members(): readonly RaftMember[] {
    return this.running ? [{ nodeId: this.options.nodeId, address: this.options.address, leader: true, reachability: 'reachable' }] : [];
  }

  canRemoveMember(_nodeId: string): boolean {
    return false;
  }
}
