import type { SimCluster } from '../swarm/cluster/cluster.ts';
import type { Trouble } from './input.ts';
import type { Note } from './view.ts';

/** What is told of a trouble: its note without the time. */
type Told = Omit<Note, 'at'>;

/** Makes a trouble true of the cluster; answers what there is to tell about it. */
export function applyTrouble(cluster: SimCluster, trouble: Trouble): Told {
  const { network } = cluster;
  const named = (name: string) => cluster.hosts().filter(({ spec }) => name === '*' || spec.name === name);
  switch (trouble.kind) {
    case 'partition': {
      network.setPartition(trouble.groups);
      const subject = trouble.groups.map((group) => group.join(' ')).join(' | ');
      return { kind: subject === '' ? 'partition-healed' : 'partition', subject, words: {} };
    }
    case 'quality': {
      const { a, b, delayMs, lossPercent } = trouble;
      for (const one of named(a)) for (const other of named(b)) if (one !== other) network.setQuality(one.spec.name, other.spec.name, { delayMs, lossPercent });
      return { kind: 'link-quality', subject: `${a} – ${b}`, words: { delay: String(delayMs), loss: String(lossPercent) } };
    }
    case 'slow':
      for (const { spec, containers } of named(trouble.host)) {
        network.setSlow(spec.name, trouble.delayMs);
        containers.troubles.setSlow(trouble.delayMs);
      }
      return { kind: 'host-slow', subject: trouble.host, words: { delay: String(trouble.delayMs) } };
    case 'memory':
      for (const { containers } of named(trouble.host)) containers.troubles.setForeignMemory(trouble.usedBytes);
      return { kind: 'host-memory', subject: trouble.host, words: { used: String(Math.round(trouble.usedBytes / 2 ** 20)) } };
    case 'image':
      for (const { containers } of cluster.hosts()) containers.troubles.blockImage(trouble.image, !trouble.pullable);
      return { kind: trouble.pullable ? 'image-pullable' : 'image-gone', subject: trouble.image, words: {} };
    case 'character': {
      for (const { containers } of named(trouble.host)) containers.troubles.setCharacter(trouble.service, trouble.labels);
      const what = Object.entries(trouble.labels)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ');
      return { kind: 'character', subject: trouble.service, words: { what } };
    }
  }
}
