import type { HostRecord } from '../../run/view.ts';

/** What is cut between hosts. */
export interface CutLinks {
  /** Hosts that can still reach each other, over others if need be; one group: nothing is parted. In the order of their first hosts. */
  readonly sides: readonly (readonly string[])[];
  /** Links that were cut one by one, as pairs of names. */
  readonly pairs: readonly (readonly [a: string, b: string])[];
}

/** Reads off the hosts what is cut between them; whether a host's own interface is up plays no part. */
export function cutLinks(hosts: readonly HostRecord[]): CutLinks {
  const whole = [hosts.map((host) => host.id)];
  if (hosts.every((host) => host.cutFrom.length === 0 && partOf(host) === 0)) return { sides: whole, pairs: [] };
  const left = new Map(hosts.map((host) => [host.id, host]));
  const sides: string[][] = [];
  for (const host of hosts) {
    if (!left.delete(host.id)) continue;
    const side = [host];
    for (const one of side) {
      for (const other of left.values()) {
        if (partOf(one) !== partOf(other) || one.cutFrom.includes(other.id)) continue;
        side.push(other);
        left.delete(other.id);
      }
    }
    const names = new Set(side.map(({ id }) => id));
    sides.push(hosts.filter(({ id }) => names.has(id)).map(({ id }) => id));
  }
  const pairs = hosts.flatMap((host) => host.cutFrom.flatMap((other): (readonly [string, string])[] => (host.id < other ? [[host.id, other]] : [])));
  return { sides, pairs };
}

function partOf({ troubles }: HostRecord): number {
  return troubles?.part ?? 0;
}
