import { type AnyShape, isZero, type ListShape, memberOf, type StructShape } from './format/shape.ts';
import { isYamlList, isYamlMap, type YamlValue } from './yaml/yaml-value.ts';

/**
 * Lays a later file's value over an earlier one's, as docker/cli does with dario.cat/mergo (loader/merge.go): empty values do
 * not override, lists are appended unless they have a key, maps are merged by key.
 */
export function mergeShape(shape: AnyShape, base: unknown, over: unknown): unknown {
  switch (shape.kind) {
    case 'pointer':
      return mergePointer(shape.to, base, over);
    case 'struct':
      return mergeStruct(shape, base, over);
    case 'list':
      return mergeList(shape, base, over);
    case 'map':
      return mergeMap(shape.item, base, over);
    default:
      return isZero(shape, over) ? base : over;
  }
}

function mergePointer(to: AnyShape, base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (base === undefined) return over;
  // Docker overrides optional counts with 0 as well, but not optional durations and flags.
  if (to.kind === 'uint' && to.goType === 'uint64') return over;
  return mergeShape(to, base, over);
}

function mergeStruct(shape: StructShape, base: unknown, over: unknown): unknown {
  const members = new Map(shape.fields.map((field) => [field.key, memberOf(base, field.key)]));
  switch (shape.merge) {
    case 'whole':
      return over;
    case 'fields':
      for (const field of shape.fields) members.set(field.key, mergeShape(field.shape, memberOf(base, field.key), memberOf(over, field.key)));
      break;
    case 'service-network':
      members.set('aliases', memberOf(over, 'aliases'));
      for (const key of ['ipv4_address', 'ipv6_address']) {
        const address = memberOf(over, key);
        if (address !== '') members.set(key, address);
      }
      break;
    case 'logging': {
      const [before, after] = [memberOf(base, 'driver'), memberOf(over, 'driver')];
      if (before !== after && before !== '' && after !== '') return over;
      if (before === '') members.set('driver', after);
      // Options are only added to options: where the earlier file has none, the later ones are lost (as in Docker).
      const [options, more] = [memberOf(base, 'options'), memberOf(over, 'options')];
      if (options instanceof Map && more instanceof Map) members.set('options', new Map([...options, ...more]));
      break;
    }
  }
  return Object.fromEntries(members);
}

function mergeList(shape: ListShape, base: unknown, over: unknown): unknown {
  if (!Array.isArray(base)) return over;
  if (shape.merge === 'replace') return Array.isArray(over) && over.length > 0 ? over : base;
  const later: readonly unknown[] = Array.isArray(over) ? over : [];
  const all: readonly unknown[] = [...base, ...later];
  if (shape.merge === 'append') return all;
  const { by } = shape.merge;
  const byKey = new Map(all.map((item) => [memberOf(item, by), item]));
  return [...byKey.values()].sort((a, b) => compareKeys(memberOf(a, by), memberOf(b, by)));
}

function compareKeys(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

function mergeMap(item: AnyShape, base: unknown, over: unknown): unknown {
  if (!(over instanceof Map)) return base;
  const result = new Map<unknown, unknown>(base instanceof Map ? base : []);
  for (const [key, value] of over) {
    const before = result.get(key);
    if (!result.has(key) || item.kind !== 'pointer') result.set(key, value);
    else if (item.to.kind === 'string') {
      // A text that is empty or missing gives way; one that is there is only overridden by one that is not empty.
      const merged = before !== undefined && value !== undefined && value !== '' ? value : before;
      result.set(key, merged === undefined || merged === '' ? value : merged);
    } else result.set(key, mergePointer(item.to, before, value));
  }
  return result;
}

/** Merges `x-…` values: mappings by key, lists one after the other, all else by the later value. */
export function mergeExtras(base: ReadonlyMap<string, YamlValue>, over: ReadonlyMap<string, YamlValue>): ReadonlyMap<string, YamlValue> {
  const result = new Map(base);
  for (const [key, value] of over) {
    const before = result.get(key);
    if (isYamlMap(before) && isYamlMap(value)) result.set(key, mergeExtras(before, value));
    else if (isYamlList(before) && isYamlList(value)) result.set(key, [...before, ...value]);
    else result.set(key, value);
  }
  return result;
}
