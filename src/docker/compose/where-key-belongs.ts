import { placeInSchema } from './schema-place.ts';

/** Where to look for a home of a key that stands in a service, the likeliest first; paths below the service. */
const homes: readonly (readonly string[])[] = [
  [],
  ['deploy'],
  ['deploy', 'resources', 'limits'],
  ['deploy', 'placement'],
  ['deploy', 'update_config'],
  ['deploy', 'restart_policy'],
  ['deploy', 'resources'],
  ['healthcheck'],
];

/** Keys that several mappings have, so that nobody can tell where they belong. */
const shared: ReadonlySet<string> = new Set(['labels', 'driver', 'options', 'name', 'test', 'delay', 'mode', 'target', 'source', 'config', 'file', 'window']);

/** The mapping of a service, as a path below it, in which a key that does not belong where it is should stand. */
export function whereKeyBelongs(key: string, written: readonly string[]): readonly string[] | undefined {
  if (shared.has(key)) return undefined;
  return homes.find((home) => home.join('.') !== written.join('.') && keysAt(home).includes(key));
}

/** Whether a service may have the key. */
export function isServiceKey(key: string): boolean {
  return keysAt([]).includes(key);
}

function keysAt(home: readonly string[]): readonly string[] {
  return (placeInSchema(['services', 'x', ...home])?.keys ?? []).map((known) => known.key);
}
