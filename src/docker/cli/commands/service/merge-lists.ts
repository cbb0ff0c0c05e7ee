import { compareText } from '../../../../base/compare.ts';
import type { Labels, Mount, PortConfig } from '../../../api/specs.ts';
import type { Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { cut } from '../../options/cut.ts';
import { keyValues } from '../../options/labels.ts';

const keyOf = (variable: string): string => cut(variable, '=').before;

/** Removal by key first, then addition; removing a missing key is silent. `cutAtEquals`: `k=v` removes `k` (sysctls, ulimits). */
export function mergeMap(present: Labels | undefined, removals: readonly string[], additions: readonly string[], cutAtEquals = false): Labels {
  const merged = new Map(Object.entries(present ?? {}));
  for (const key of removals) merged.delete(cutAtEquals ? keyOf(key) : key);
  for (const [key, value] of Object.entries(keyValues(additions))) merged.set(key, value);
  return Object.fromEntries(merged);
}

/** Additions appended, removals by exact text, sorted: constraints, groups. */
export function mergeSorted(present: readonly string[] | undefined, additions: readonly string[], removals: readonly string[]): string[] {
  return [...(present ?? []), ...additions].filter((item) => !removals.includes(item)).sort();
}

/**
 * Environment variables: removal by bare key; additions replace by key and, as soon as there is one, only the last entry of
 * each key stays. The real one's order is then random: here entries keep their place and new ones come last.
 */
export function mergeEnvironment(present: readonly string[] | undefined, removals: readonly string[], additions: readonly string[]): string[] {
  const kept = (present ?? []).filter((variable) => !removals.includes(keyOf(variable)));
  if (additions.length === 0) return kept;
  return [...new Map([...kept, ...additions].map((variable) => [keyOf(variable), variable])).values()];
}

/** Mounts: additions replace by target, removals by target win; sorted by source, then target. Throws CommandError. */
export function mergeMounts(present: readonly Mount[] | undefined, additions: readonly Mount[], removals: readonly string[]): Mount[] {
  const byTarget = new Map<string, Mount>();
  for (const mount of additions) {
    if (byTarget.has(mount.Target ?? '')) throw new CommandError('duplicate mount target');
    byTarget.set(mount.Target ?? '', mount);
  }
  for (const mount of present ?? []) if (!byTarget.has(mount.Target ?? '')) byTarget.set(mount.Target ?? '', mount);
  return [...byTarget.values()]
    .filter((mount) => !removals.includes(mount.Target ?? ''))
    .sort((a, b) => compareText(a.Source ?? '', b.Source ?? '') || compareText(a.Target ?? '', b.Target ?? ''));
}

const portText = (port: PortConfig): string => `${port.PublishedPort ?? 0}:${port.TargetPort ?? 0}/${port.Protocol ?? ''}/${port.PublishMode ?? ''}`;

/**
 * Published ports: a removal takes every port of the same target, protocol and mode, whatever is published; an addition is
 * dropped when exactly the same port existed before. Sorted as text (docker CLI updatePorts).
 */
export function mergePorts(present: readonly PortConfig[] | undefined, additions: readonly PortConfig[], removals: readonly PortConfig[]): PortConfig[] {
  const before = new Map((present ?? []).map((port) => [portText(port), port]));
  const isRemoved = (port: PortConfig): boolean =>
    removals.some(
      (removal) =>
        (port.Protocol ?? 'tcp') === (removal.Protocol ?? 'tcp') &&
        port.TargetPort === removal.TargetPort &&
        (port.PublishMode ?? 'ingress') === (removal.PublishMode ?? 'ingress'),
    );
  const kept = [...before.values()].filter((port) => !isRemoved(port));
  const added = additions.filter((port) => !before.has(portText(port)));
  return [...kept, ...added].sort((a, b) => compareText(portText(a), portText(b)));
}

/** Host entries `IP host [alias…]`: removals `host[:ip]` first, empty entries vanish; additions appended; duplicates dropped. */
export function mergeHosts(present: readonly string[] | undefined, removals: readonly string[], additions: readonly string[]): string[] {
  const kept = (present ?? []).flatMap((entry) => {
    const [ip, ...names] = entry.split(/\s+/).filter((word) => word !== '');
    const left = names.filter(
      (name) =>
        !removals.some((removal) => {
          const { before: host, after: address } = cut(removal, ':');
          return host === name && (address === '' || address === ip);
        }),
    );
    return ip === undefined || left.length === 0 ? [] : [`${ip} ${left.join(' ')}`];
  });
  return [...new Set([...kept, ...additions])];
}

/** Additions, then removals; duplicates dropped; sorted: the three lists of DNS. */
export function mergeDns(flags: Flags, flag: string, present: readonly string[] | undefined, additions: readonly string[]): string[] {
  const removals = flags.list(`${flag}-rm`);
  return [...new Set([...(present ?? []), ...additions])].filter((item) => !removals.includes(item)).sort();
}
