import type { Kernel } from '../../sim/kernel.ts';
import type { Network } from '../../sim/network.ts';
import type { Store } from '../store/store.ts';

/** What the parts of a leading manager are given: they meet in the store and know nothing of each other. */
export interface LeaderContext {
  /** Name of the host that leads, e.g. `DC2-N1`; prefix of the addresses of its actors. */
  readonly host: string;
  /** Id of the node that leads. */
  readonly nodeId: string;
  /** The leader's own addresses: as others reach it, and as its node shows it (swarmkit manager/manager.go handleRequestLocally). */
  readonly own?: { readonly addr: string; readonly shown: string };
  /** Grows with every leadership of this host: part of actor addresses, so that events of an earlier one are dropped. */
  readonly term: number;
  readonly kernel: Kernel;
  readonly network: Network;
  readonly store: Store;
}

/** An actor that runs on the leader only: scheduler, orchestrators, allocator, dispatcher … */
export interface LeaderComponent {
  start(): void;
  /** Stops watching, closes its ports; nothing it scheduled has an effect any more. */
  stop(): void;
}
