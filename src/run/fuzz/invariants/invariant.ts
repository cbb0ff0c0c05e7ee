import type { Host } from '../../../swarm/cluster/host.ts';
import type { Reader } from '../../../swarm/store/tables.ts';
import type { FuzzWorld } from '../fuzz-world.ts';

/** What an invariant looks at: the world, and the store of whoever leads in the highest term. */
export interface Sight {
  readonly world: FuzzWorld;
  readonly leader: Host;
  readonly reader: Reader;
}

/** Something that must hold; answers in words what does not. `settled` ones must come to hold some time after the last fault. */
export interface Invariant {
  readonly name: string;
  readonly when: 'always' | 'settled';
  check(sight: Sight): string[];
}
