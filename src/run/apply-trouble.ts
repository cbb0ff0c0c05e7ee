import type { SimCluster } from '../swarm/cluster/cluster.ts';
import type { Host } from '../swarm/cluster/host.ts';
import type { Trouble } from './input.ts';

/** Makes a trouble true of the cluster. */
export function applyTrouble(cluster: SimCluster, trouble: Trouble): void {
  const { network } = cluster;
  const named = (name: string): Host[] => cluster.hosts().filter(({ spec }) => name === '*' || spec.name === name);
  switch (trouble.kind) {
    case 'partition':
      network.setPartition(trouble.groups);
      return;
    case 'quality': {
      const { a, b, delayMs, lossPercent } = trouble;
      for (const one of named(a)) for (const other of named(b)) if (one !== other) network.setQuality(one.spec.name, other.spec.name, { delayMs, lossPercent });
      return;
    }
    case 'slow':
      for (const { spec, containers } of named(trouble.host)) {
        network.setSlow(spec.name, trouble.delayMs);
        containers.troubles.setSlow(trouble.delayMs);
      }
      return;
    case 'memory':
      for (const { containers } of named(trouble.host)) containers.troubles.setForeignMemory(trouble.usedBytes);
      return;
    case 'image':
      for (const { containers } of cluster.hosts()) containers.troubles.blockImage(trouble.image, !trouble.pullable);
      return;
    case 'character':
      for (const { containers } of named(trouble.host)) containers.troubles.setCharacter(trouble.service, trouble.labels);
      return;
  }
}
