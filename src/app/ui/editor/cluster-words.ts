import type { MirrorState } from '../../mirror/apply-frame.ts';

/** What completion knows of the cluster and of the other files in the editor. */
export interface ClusterWords {
  /** Images, `nginx:1.27`, those in use first. */
  readonly images: readonly string[];
  /** Conditions on nodes, `node.labels.zone == a`. */
  readonly constraints: readonly string[];
  /** What tasks can be spread over, `node.labels.zone`. */
  readonly spreads: readonly string[];
  /** Files in the editor that are no stack files, relative to the stack file. */
  readonly files: readonly string[];
}

export const NO_WORDS: ClusterWords = { images: [], constraints: [], spreads: [], files: [] };

/** The words of the present cluster. `localImages` are those that a host has. */
export function clusterWords(
  { hosts, services }: Pick<MirrorState, 'hosts' | 'services'>,
  localImages: readonly string[],
  files: readonly string[],
): ClusterWords {
  const labels = new Map<string, Set<string>>();
  const add = (prefix: string, own: { readonly [key: string]: string }): void => {
    for (const [key, value] of Object.entries(own)) {
      const name = `${prefix}.${key}`;
      labels.set(name, (labels.get(name) ?? new Set()).add(value));
    }
  };
  for (const host of hosts) {
    add('node.labels', host.labels);
    add('engine.labels', host.engineLabels);
  }
  const named = [...labels].flatMap(([name, values]) => [...values].sort().map((value) => `${name} == ${value}`));
  const nodes = hosts.filter((host) => host.nodeId !== '').map((host) => `node.hostname == ${host.id}`);
  const images = [...new Set([...services.map((service) => service.image.replace(/@sha256:.*$/, '')), ...localImages])];
  return {
    images: images.filter((image) => image !== ''),
    constraints: ['node.role == worker', 'node.role == manager', ...named, ...nodes],
    spreads: [...labels.keys()].sort(),
    files,
  };
}
