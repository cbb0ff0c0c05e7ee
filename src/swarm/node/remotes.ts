import type { RandomStream } from '../../sim/random.ts';
import type { ManagerPeer } from '../dispatcher/messages.ts';
import type { StateDir } from '../manager/state-dir.ts';

/**
 * The managers that a node knows, on disk, and which of them have failed it lately (swarmkit remotes/remotes.go,
 * with two weights instead of a sliding one).
 */
export class Remotes {
  private readonly failed = new Set<string>();

  constructor(
    private readonly dir: StateDir,
    private readonly random: RandomStream,
  ) {}

  /** Those that a session has named; a list without anybody says nothing. */
  observe(peers: readonly ManagerPeer[]): void {
    if (peers.length > 0) this.dir.remotes = peers;
  }

  /** A manager did not answer: others come first until all have failed. */
  fail(addr: string): void {
    this.failed.add(addr);
  }

  /** The address of one of them, not the node itself; empty if there is none. */
  select(): string {
    const others = this.dir.remotes.filter((peer) => peer.nodeId !== this.dir.certificate?.nodeId);
    let choice = others.filter((peer) => !this.failed.has(peer.addr));
    if (choice.length === 0) {
      this.failed.clear();
      choice = others;
    }
    return choice.length === 0 ? '' : (choice[this.random.below(choice.length)]?.addr ?? '');
  }
}
