/** Capabilities to add and to drop, normalised and sorted. */
export interface EffectiveCapabilities {
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

/**
 * The capabilities of a new service (docker/cli opts.EffectiveCapAddCapDrop): upper case with `CAP_` in front but for `ALL`;
 * `ALL` swallows the others, one in both lists is only added, `RESET` means nothing.
 */
export function effectiveCapabilities(add: readonly string[], drop: readonly string[]): EffectiveCapabilities {
  const added = normalised(add);
  const dropped = [...normalised(drop)].filter((capability) => !added.has(capability));
  const sorted = (names: Iterable<string>): string[] => [...names].filter((capability) => capability !== 'RESET').sort();
  return { add: sorted(added), drop: sorted(dropped) };
}

function normalised(names: readonly string[]): ReadonlySet<string> {
  const full = names.map((name) => {
    const upper = name.trim().toUpperCase();
    return upper === 'ALL' || upper === 'RESET' || upper.startsWith('CAP_') ? upper : `CAP_${upper}`;
  });
  return new Set(full.includes('ALL') ? ['ALL'] : full);
}
