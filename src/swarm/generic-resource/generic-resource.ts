import type { GenericResource } from '../../docker/api/specs.ts';

/** The kind of a generic resource, e.g. `gpu`. */
export function resourceKind(resource: GenericResource): string {
  return resource.DiscreteResourceSpec?.Kind ?? resource.NamedResourceSpec?.Kind ?? '';
}

/**
 * Whether a node that offers `available` can serve one reservation (swarmkit api/genericresource/validate.go
 * HasEnough): a number is compared with the number, or with the size of the set. A named reservation is never served.
 */
export function hasEnough(available: readonly GenericResource[], wanted: GenericResource): boolean {
  const amount = wanted.DiscreteResourceSpec;
  if (!amount) return false;
  const offers = available.filter((offer) => resourceKind(offer) === amount.Kind);
  const first = offers[0];
  if (!first) return false;
  return amount.Value <= (first.DiscreteResourceSpec ? first.DiscreteResourceSpec.Value : offers.length);
}

/**
 * What a task with these reservations would get (genericresource/resource_management.go Claim): the number, or the
 * first free names of a set. Empty when one reservation finds nothing.
 */
export function selectResources(available: readonly GenericResource[], reservations: readonly GenericResource[]): GenericResource[] {
  const selected: GenericResource[] = [];
  for (const reservation of reservations) {
    const wanted = reservation.DiscreteResourceSpec;
    const chosen = wanted ? selectKind(available, wanted.Kind, wanted.Value) : undefined;
    if (!chosen) return [];
    selected.push(...chosen);
  }
  return selected;
}

function selectKind(available: readonly GenericResource[], kind: string, amount: number): GenericResource[] | undefined {
  const names: GenericResource[] = [];
  for (const offer of available) {
    if (resourceKind(offer) !== kind) continue;
    if (offer.DiscreteResourceSpec) {
      const served = amount !== 0 && offer.DiscreteResourceSpec.Value >= amount;
      return served ? [{ DiscreteResourceSpec: { Kind: kind, Value: amount } }] : [];
    }
    names.push(offer);
    if (names.length === amount) return names;
  }
  return names.length === 0 ? undefined : names;
}

/** What is left of `available` when `taken` is taken away (ConsumeNodeResources); a kind that changed its form is left alone. */
export function consumeResources(available: readonly GenericResource[], taken: readonly GenericResource[]): GenericResource[] {
  const rest: GenericResource[] = [];
  for (const offer of available) {
    const left = consumeOffer(offer, taken);
    if (left) rest.push(left);
  }
  return rest;
}

function consumeOffer(offer: GenericResource, taken: readonly GenericResource[]): GenericResource | undefined {
  const kind = resourceKind(offer);
  if (offer.NamedResourceSpec) {
    const { Value: name } = offer.NamedResourceSpec;
    return taken.some(({ NamedResourceSpec: named }) => named?.Kind === kind && named.Value === name) ? undefined : offer;
  }
  let value = offer.DiscreteResourceSpec?.Value ?? 0;
  for (const { DiscreteResourceSpec: amount } of taken) {
    if (amount?.Kind !== kind) continue;
    value -= amount.Value;
    if (value <= 0) return undefined;
  }
  return { DiscreteResourceSpec: { Kind: kind, Value: value } };
}

/**
 * Gives back what a task held (Reclaim): numbers are added, names put back, and nothing may exceed what the node
 * offers now: for a kind that changed its form or shrank, the node's offer wins.
 */
export function reclaimResources(
  available: readonly GenericResource[],
  returned: readonly GenericResource[],
  offered: readonly GenericResource[],
): GenericResource[] {
  const pool = [...available];
  for (const resource of returned) {
    const amount = resource.DiscreteResourceSpec;
    if (!amount) {
      pool.push(resource);
      continue;
    }
    const places = pool.flatMap((entry, i) => (resourceKind(entry) === amount.Kind ? [i] : []));
    if (places.length === 0) pool.push(resource);
    const place = places[0];
    if (places.length !== 1 || place === undefined) continue;
    const held = pool[place]?.DiscreteResourceSpec;
    if (held) pool[place] = { DiscreteResourceSpec: { Kind: held.Kind, Value: held.Value + amount.Value } };
  }
  return limitToOffer(pool, offered);
}

function limitToOffer(pool: readonly GenericResource[], offered: readonly GenericResource[]): GenericResource[] {
  const kept: GenericResource[] = [];
  const replaced: GenericResource[] = [];
  const kinds = new Set<string>();
  for (const entry of pool) {
    const kind = resourceKind(entry);
    const offers = offered.filter((offer) => resourceKind(offer) === kind);
    const verdict = fitsOffer(entry, offers);
    if (verdict === 'fits') kept.push(entry);
    else if (!kinds.has(kind)) {
      kinds.add(kind);
      if (verdict === 'replace') replaced.push(...offers);
    }
  }
  return [...kept, ...replaced];
}

function fitsOffer(entry: GenericResource, offers: readonly GenericResource[]): 'fits' | 'drop' | 'replace' {
  const amount = entry.DiscreteResourceSpec;
  if (amount) {
    const offer = offers.length === 1 ? offers[0]?.DiscreteResourceSpec : undefined;
    return offer && amount.Value <= offer.Value ? 'fits' : 'replace';
  }
  if (offers.length === 0 || offers.some((offer) => offer.DiscreteResourceSpec)) return 'replace';
  return offers.some((offer) => offer.NamedResourceSpec?.Value === entry.NamedResourceSpec?.Value) ? 'fits' : 'drop';
}

/** Whether a node that offers `offered` still has this assigned resource (validate.go HasResource). */
export function hasResource(resource: GenericResource, offered: readonly GenericResource[]): boolean {
  const kind = resourceKind(resource);
  for (const offer of offered) {
    if (resourceKind(offer) !== kind) continue;
    if (offer.DiscreteResourceSpec) {
      return resource.DiscreteResourceSpec !== undefined && resource.DiscreteResourceSpec.Value <= offer.DiscreteResourceSpec.Value;
    }
    if (!resource.NamedResourceSpec) return false;
    if (resource.NamedResourceSpec.Value === offer.NamedResourceSpec?.Value) return true;
  }
  return false;
}
