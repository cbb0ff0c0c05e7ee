import type { FileObjectBody, FileObjectConfig, NetworkBody, NetworkConfig, VolumeBody, VolumeConfig } from './config.ts';
import { decodeShape } from './decode-shape.ts';
import { type Kind, mapping } from './format/kind.ts';
import { network, secret, volume } from './format/objects.ts';
import { anyName } from './format/schema-node.ts';
import { extrasOf } from './load-service.ts';
import { absolutePath } from './path.ts';
import { decodeError, StackError } from './stack-error.ts';
import { isYamlMap, type YamlMap } from './yaml/yaml-value.ts';

/** What the loading of objects needs to know. */
export interface ObjectContext {
  readonly minor: number;
  readonly workingDir: string;
  readonly warn: (message: string) => void;
}

const noExtras: YamlMap = new Map();

/** `networks` (docker/cli loader LoadNetworks). The `x-…` keys are only kept for external ones, as in Docker. Throws `StackError`. */
export function loadNetworks(source: YamlMap, context: ObjectContext): ReadonlyMap<string, NetworkConfig> {
  return each<NetworkBody, NetworkConfig>(source, network, 'networks', context, (name, network) => {
    if (!network.external.external) return { ...network, extras: noExtras };
    return { ...named('network', name, network, 5, context), extras: extrasIn(source, name) };
  });
}

/** `volumes` (docker/cli loader LoadVolumes). Throws `StackError`. */
export function loadVolumes(source: YamlMap, context: ObjectContext): ReadonlyMap<string, VolumeConfig> {
  return each<VolumeBody, VolumeConfig>(source, volume, 'volumes', context, (name, volume) => {
    if (!volume.external.external) return { ...volume, extras: noExtras };
    const conflict =
      volume.driver !== '' ? 'driver' : (volume.driver_opts?.size ?? 0) > 0 ? 'driver_opts' : (volume.labels?.size ?? 0) > 0 ? 'labels' : undefined;
    if (conflict !== undefined) {
      throw new StackError(`conflicting parameters "external" and "${conflict}" specified for volume "${name}"`, undefined, ['volumes', name, conflict]);
    }
    return { ...named('volume', name, volume, 4, context), extras: extrasIn(source, name) };
  });
}

/** `secrets` or `configs` (docker/cli loader LoadSecrets, LoadConfigObjs). Throws `StackError`. */
export function loadFileObjects(source: YamlMap, kind: 'secret' | 'config', context: ObjectContext): ReadonlyMap<string, FileObjectConfig> {
  return each<FileObjectBody, FileObjectConfig>(source, secret, `${kind}s`, context, (name, object) => {
    const extras = extrasIn(source, name);
    if (object.external.external) return { ...named(kind, name, object, 5, context), extras };
    if (object.driver === '') return { ...object, file: absolutePath(context.workingDir, object.file), extras };
    if (object.file !== '') {
      throw new StackError(`${kind} ${name}: ${kind}.driver and ${kind}.file conflict; only use ${kind}.driver`, undefined, [`${kind}s`, name, 'driver']);
    }
    return { ...object, extras };
  });
}

function each<Body, Config>(
  source: YamlMap,
  kind: Kind<Body>,
  section: string,
  context: ObjectContext,
  finish: (name: string, body: Body) => Config,
): ReadonlyMap<string, Config> {
  const decoded = decodeShape(mapping(kind, anyName).shape, source, '', context.warn);
  if (decoded.errors.length > 0) throw decodeError([section], decoded.errors);
  // Body is the type of what this kind decodes to.
  const bodies = decoded.value as ReadonlyMap<string, Body>;
  return new Map([...bodies].map(([name, body]) => [name, finish(name, body)]));
}

/** The name of an external object: `name`, the outdated `external.name` (with a warning), or its key. */
function named<Body extends NetworkBody | VolumeBody | FileObjectBody>(kind: string, key: string, body: Body, since: number, context: ObjectContext): Body {
  const outdated = body.external.name;
  if (outdated === '') return body.name === '' ? { ...body, name: key } : body;
  if (body.name !== '') {
    throw new StackError(`${kind} ${key}: ${kind}.external.name and ${kind}.name conflict; only use ${kind}.name`, undefined, [`${kind}s`, key, 'name']);
  }
  if (context.minor >= since) context.warn(`${kind} ${key}: ${kind}.external.name is deprecated in favor of ${kind}.name`);
  return { ...body, name: outdated, external: { name: '', external: true } };
}

function extrasIn(source: YamlMap, name: string): YamlMap {
  const value = source.get(name);
  return isYamlMap(value) ? extrasOf(value) : noExtras;
}
