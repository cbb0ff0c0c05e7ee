import { service } from './format/service.ts';
import { isYamlMap, type YamlMap } from './yaml/yaml-value.ts';

const resourcesHint = 'Set resource limits using deploy.resources';

/** Keys of services that stop a file, with Docker's explanations (docker/cli cli/compose/types). */
const forbidden: { readonly [key: string]: string } = {
  cpu_quota: resourcesHint,
  cpu_shares: resourcesHint,
  cpuset: resourcesHint,
  extends: 'Support for `extends` is not implemented yet.',
  mem_limit: resourcesHint,
  memswap_limit: resourcesHint,
  volume_driver: 'Instead of setting the volume driver on the service, define a volume using the top-level `volumes` option and specify the driver there.',
  volumes_from:
    'To share a volume between services, define it using the top-level `volumes` option and reference it from each service that shares it using the service-level `volumes` option.',
};

const deprecated: { readonly [key: string]: string } = {
  container_name: 'Setting the container name is not supported.',
  expose: "Exposing ports is unnecessary - services on the same network can access each other's containers on any port.",
};

/** A key that was found, and what Docker says about it. */
export interface NotedProperty {
  readonly key: string;
  readonly text: string;
}

/** The forbidden keys of a file's services, sorted. */
export function forbiddenProperties(file: YamlMap): readonly NotedProperty[] {
  return noted([file], forbidden);
}

/** The deprecated keys of all files' services, sorted. */
export function deprecatedProperties(files: readonly YamlMap[]): readonly NotedProperty[] {
  return noted(files, deprecated);
}

/** The keys of all files' services that a swarm ignores, sorted. */
export function unsupportedProperties(files: readonly YamlMap[]): readonly string[] {
  const found = serviceKeys(files);
  const unsupported = Object.entries(service.schema.properties ?? {}).filter(([key, property]) => property.effect === 'unsupported' && found.has(key));
  return unsupported.map(([key]) => key).sort();
}

/** Docker's list of such keys: `KEY: TEXT`, sorted, with blank lines between. */
export function describeProperties(properties: readonly NotedProperty[]): string {
  return properties.map((property) => `${property.key}: ${property.text}`).join('\n\n');
}

function noted(files: readonly YamlMap[], texts: { readonly [key: string]: string }): readonly NotedProperty[] {
  const found = serviceKeys(files);
  const keys = Object.keys(texts)
    .filter((key) => found.has(key))
    .sort();
  return keys.map((key) => ({ key, text: texts[key] ?? '' }));
}

/** The keys that any service of the files has. */
function serviceKeys(files: readonly YamlMap[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const file of files) {
    const services = file.get('services');
    for (const each of isYamlMap(services) ? services.values() : []) if (isYamlMap(each)) for (const key of each.keys()) keys.add(key);
  }
  return keys;
}
