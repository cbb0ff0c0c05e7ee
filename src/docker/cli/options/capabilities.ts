/** Capabilities to add and to drop, normalised and sorted. */
export interface Capabilities {
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

/** `net_admin` is `CAP_NET_ADMIN`; `ALL` and `RESET` stay (docker CLI opts/capabilities.go). */
function normalize(capability: string): string {
  const upper = capability.trim().toUpperCase();
  return upper === 'ALL' || upper === 'RESET' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
}

const setOf = (capabilities: readonly string[]): Set<string> => new Set(capabilities.map(normalize));

/** The lists of a new service: `ALL` swallows the others, a capability in both lists is only added, `RESET` means nothing. */
export function capabilitiesOfNewService(add: readonly string[], drop: readonly string[]): Capabilities {
  const list = (given: readonly string[]): Set<string> => (setOf(given).has('ALL') ? new Set(['ALL']) : setOf(given));
  const added = list(add);
  const dropped = [...list(drop)].filter((capability) => !added.has(capability) && capability !== 'RESET');
  return { add: [...added].filter((capability) => capability !== 'RESET').sort(), drop: dropped.sort() };
}

/**
 * The lists of an updated service (docker CLI updateCapabilities): `RESET` empties a list first; a capability that was on
 * the other list is only taken off there; what stands in both flags counts as added.
 */
export function updatedCapabilities(present: Capabilities, add: readonly string[], drop: readonly string[]): Capabilities {
  const toAdd = setOf(add);
  const toDrop = setOf(drop);
  const added = toAdd.delete('RESET') ? new Set<string>() : setOf(present.add);
  const dropped = toDrop.delete('RESET') ? new Set<string>() : setOf(present.drop);
  for (const capability of toDrop) {
    if (!toAdd.has(capability) && !added.delete(capability)) dropped.add(capability);
  }
  for (const capability of toAdd) {
    if (!dropped.delete(capability)) added.add(capability);
  }
  const list = (capabilities: ReadonlySet<string>): string[] => (capabilities.has('ALL') ? ['ALL'] : [...capabilities].sort());
  return { add: list(added), drop: list(dropped) };
}

/** A container's list as it is sent: normalised, each once, sorted (moby client/container_create.go). */
export function sentCapabilities(capabilities: readonly string[]): readonly string[] {
  const name = (capability: string): string => {
    const upper = capability.toUpperCase();
    return upper === 'ALL' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
  };
  return [...new Set(capabilities.map(name))].sort();
}
