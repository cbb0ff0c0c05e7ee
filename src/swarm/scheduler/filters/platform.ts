import type { Platform } from '../../../docker/api/specs.ts';
import type { Filter } from './filter.ts';

/** One of the platforms of the image must be the node's; an empty part fits any. */
export const platformFilter: Filter = {
  name: 'platform',
  prepare: (task) => {
    const platforms = task.spec.Placement?.Platforms ?? [];
    if (platforms.length === 0) return undefined;
    return {
      key: JSON.stringify(platforms),
      passes: ({ node }) => {
        const own = node.description?.Platform;
        return own !== undefined && platforms.some((platform) => runsOn(platform, own));
      },
      detail: ({ node }) => `needs ${platforms.map(platformText).join(' or ')}, is ${platformText(node.description?.Platform ?? {})}`,
    };
  },
  explain: (nodes) => (nodes === 1 ? 'unsupported platform on 1 node' : `unsupported platform on ${nodes} nodes`),
};

function runsOn(image: Platform, node: Platform): boolean {
  const architecture = normalized(image.Architecture);
  return (architecture === '' || architecture === normalized(node.Architecture)) && (!image.OS || image.OS === (node.OS ?? ''));
}

/** Two names each for the two common architectures; all others are compared as they are. */
function normalized(architecture = ''): string {
  return architecture === 'x86_64' ? 'amd64' : architecture === 'aarch64' ? 'arm64' : architecture;
}

function platformText(platform: Platform): string {
  return `${platform.OS || 'any'}/${platform.Architecture || 'any'}`;
}
