import { formatGoDuration } from '../api/parse/go-duration.ts';
import type { StackConfig } from './config.ts';
import { shortestFloat32 } from './float32.ts';
import { network, secret, volume } from './format/objects.ts';
import { service } from './format/service.ts';
import { type AnyShape, isZero, memberOf, type StructShape } from './format/shape.ts';
import { naturalOrder } from './yaml/key-order.ts';
import { writeYaml } from './yaml/write.ts';
import { YamlFloat, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

/** The file that `docker stack config` prints for a configuration: short forms expanded, mappings sorted. */
export function stackConfigYaml(config: StackConfig): string {
  const services = new Map(config.services.map((service) => [service.name, service]));
  const file = new Map<string, YamlValue>([
    ['version', config.version],
    ['services', section(services, service.shape)],
  ]);
  const sections: [string, ReadonlyMap<string, { readonly extras: YamlMap }>, StructShape][] = [
    ['networks', config.networks, network.shape],
    ['volumes', config.volumes, volume.shape],
    ['secrets', config.secrets, secret.shape],
    ['configs', config.configs, secret.shape],
  ];
  for (const [name, objects, shape] of sections) if (objects.size > 0) file.set(name, section(objects, shape));
  for (const [key, value] of sorted(config.extras)) file.set(key, sortDeep(value));
  return writeYaml(file);
}

function section(objects: ReadonlyMap<string, { readonly extras: YamlMap }>, shape: StructShape): YamlValue {
  return new Map(
    sorted(objects).map(([name, object]) => {
      const members = encodeStruct(shape, object);
      for (const [key, value] of sorted(object.extras)) members.set(key, sortDeep(value));
      return [name, members];
    }),
  );
}

function encodeStruct(shape: StructShape, value: unknown): Map<string, YamlValue> {
  const members = new Map<string, YamlValue>();
  for (const { key, shape: form, omitEmpty } of shape.fields) {
    const member = memberOf(value, key);
    if (!omitEmpty || !isZero(form, member)) members.set(key, encode(form, member, key));
  }
  return members;
}

function encode(shape: AnyShape, value: unknown, key: string): YamlValue {
  switch (shape.kind) {
    case 'pointer':
      return value === undefined ? null : encode(shape.to, value, key);
    case 'struct':
      return encodeObject(shape, value, key);
    case 'list':
      return Array.isArray(value) ? value.map((item) => encode(shape.item, item, '')) : [];
    case 'map':
      return value instanceof Map ? new Map(sorted<unknown>(value).map(([name, member]) => [name, encode(shape.item, member, '')])) : new Map();
    case 'duration':
      return formatGoDuration(Number(value));
    case 'bytes':
      return String(value);
    case 'float':
      return new YamlFloat(shortestFloat32(Number(value)));
    case 'bool':
      return value === true;
    case 'string':
      return String(value);
    default:
      return Number(value);
  }
}

/** Some objects are written in their short form: `external: true`, `nofile: 1024`. */
function encodeObject(shape: StructShape, value: unknown, key: string): YamlValue {
  if (key === 'external') {
    const name = memberOf(value, 'name');
    return name === '' ? memberOf(value, 'external') === true : encodeStruct(shape, { name, external: false });
  }
  const single = memberOf(value, 'single');
  if (typeof single === 'number' && single !== 0) return single;
  return encodeStruct(shape, value);
}

function sorted<Value>(mapping: ReadonlyMap<string, Value>): [string, Value][] {
  return [...mapping].sort(([a], [b]) => naturalOrder(a, b));
}

function sortDeep(value: YamlValue): YamlValue {
  if (value instanceof Map) return new Map(sorted<YamlValue>(value).map(([key, member]) => [key, sortDeep(member)]));
  return Array.isArray(value) ? value.map(sortDeep) : value;
}
