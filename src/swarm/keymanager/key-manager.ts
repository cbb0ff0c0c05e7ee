import { Timers } from '../../sim/timers.ts';
import type { LeaderComponent, LeaderContext } from '../manager/leader-component.ts';
import type { Cluster } from '../objects/objects.ts';

/** swarmkit manager/keymanager/keymanager.go. */
const ROTATION_MS = 12 * 3_600_000;
const SUBSYSTEMS = ['networking:gossip', 'networking:ipsec'] as const;
const KEYS_KEPT = 3;
const KEY_HEX_DIGITS = 32;

type NetworkKeys = NonNullable<Cluster['networkKeys']>;

/**
 * Gives the cluster the keys of its overlay networks (swarmkit manager/keymanager/keymanager.go): three of each
 * subsystem, the oldest replaced every 12 hours; a Lamport clock says which is newest.
 */
export function createKeyManager(ctx: LeaderContext): LeaderComponent {
  const { store, kernel, host, term } = ctx;
  let timers: Timers | undefined;

  const rotate = (keys: NetworkKeys | undefined): NetworkKeys => {
    const random = kernel.random('key-manager');
    let lamport = keys?.lamport ?? kernel.now + 1;
    const next = SUBSYSTEMS.flatMap((subsystem) => {
      const kept = (keys?.keys ?? []).filter((key) => key.subsystem === subsystem);
      while (kept.length >= KEYS_KEPT) kept.shift();
      do kept.push({ subsystem, key: random.hex(KEY_HEX_DIGITS), lamport: lamport++ });
      while (kept.length < KEYS_KEPT);
      return kept;
    });
    return { keys: next, lamport };
  };

  const update = (): void =>
    store.update((tx) => {
      const cluster = tx.cluster();
      if (cluster) tx.update('cluster', { ...cluster, networkKeys: rotate(cluster.networkKeys) });
    });

  const schedule = (): void => {
    timers?.after(ROTATION_MS, 'rotation of network keys', () => {
      update();
      schedule();
    });
  };

  return {
    start() {
      timers = new Timers(kernel, `${host}/key-manager/${term}`);
      if (!store.read.cluster()?.networkKeys) update();
      schedule();
    },
    stop() {
      timers?.close();
      timers = undefined;
    },
  };
}
