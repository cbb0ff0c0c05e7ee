import { parseByteSize } from '../api/parse/byte-size.ts';
import { parseGoDuration } from '../api/parse/go-duration.ts';
import { parsed, refused } from '../api/parse/parsed.ts';
import { parsePortSpec, publishedPorts } from '../api/parse/port-spec.ts';
import { splitShellWords } from '../api/parse/shell-words.ts';
import type { Hook } from './format/shape.ts';
import { parseVolumeSpec } from './volume-spec.ts';
import { goText, goTypeName, isYamlList, isYamlMap, type YamlValue } from './yaml/yaml-value.ts';

/*
 * The short forms of a stack file and what they stand for (docker/cli cli/compose/loader, the transformers).
 */

/** `external: true` or `external: {name: X}`. */
export const externalForm: Hook = (value) => {
  if (typeof value === 'boolean') return parsed(new Map([['external', value]]));
  if (isYamlMap(value))
    return parsed(
      new Map<string, YamlValue>([
        ['external', true],
        ['name', value.get('name') ?? null],
      ]),
    );
  return refused(`invalid type ${goTypeName(value)} for external`);
};

/** A text for a shell, or a list. */
export const healthTestForm: Hook = (value) => {
  if (typeof value === 'string') return parsed(['CMD-SHELL', value]);
  return isYamlList(value) ? parsed(value) : refused(`invalid type ${goTypeName(value)} for healthcheck.test`);
};

/** A text that is split into words as a shell would, or a list. */
export const commandForm: Hook = (value) => (typeof value === 'string' ? splitShellWords(value) : parsed(value));

/** One text, or a list. */
export const textListForm: Hook = (value) => {
  if (typeof value === 'string') return parsed([value]);
  return isYamlList(value) ? parsed(value) : refused(`invalid type ${goTypeName(value)} for string list`);
};

/** A list whose items become text. */
export const printedListForm: Hook = (value) => parsed(isYamlList(value) ? value.map(goText) : []);

/** A mapping whose values become text; null becomes empty. */
export const textMapForm: Hook = (value) => {
  if (!isYamlMap(value)) return refused(`invalid type ${goTypeName(value)} for map[string]string`);
  return parsed(new Map([...value].map(([name, member]) => [name, member === null ? '' : goText(member)])));
};

function pairsForm(keepsNull: boolean): Hook {
  return (value) => {
    const none = keepsNull ? null : '';
    if (isYamlMap(value)) return parsed(new Map([...value].map(([name, member]) => [name, member === null ? none : goText(member)])));
    const result = new Map<string, YamlValue>();
    for (const item of isYamlList(value) ? value : []) {
      const text = goText(item);
      const at = text.indexOf('=');
      if (at < 0) result.set(text, none);
      else result.set(text.slice(0, at), text.slice(at + 1));
    }
    return parsed(result);
  };
}

/** A mapping or a list of `K=V`; without a value: empty. */
export const labelsForm: Hook = pairsForm(false);

/** A mapping or a list of `K=V`; without a value: null. */
export const environmentForm: Hook = pairsForm(true);

/** A mapping or a list of `host=address` or `host:address`, as a list of `host:address` without brackets. */
export const hostsForm: Hook = (value) => {
  const pairs: string[] = [];
  if (isYamlMap(value)) {
    for (const [host, address] of value) {
      // Docker prints the value as if it were text; Go marks what is not.
      if (address !== null) pairs.push(`${host}:${typeof address === 'string' ? address : `%!s(${goTypeName(address)}=${goText(address)})`}`);
    }
    pairs.sort();
  }
  for (const item of isYamlList(value) ? value : []) {
    const text = goText(item);
    const at = text.includes('=') ? text.indexOf('=') : text.indexOf(':');
    if (at >= 0) pairs.push(`${text.slice(0, at)}:${text.slice(at + 1)}`);
  }
  return parsed(
    pairs.map((pair) => {
      const at = pair.indexOf(':');
      const address = pair.slice(at + 1);
      const bare = address.length > 2 && address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address;
      return `${pair.slice(0, at)}:${bare}`;
    }),
  );
};

/** One number for both limits, or a mapping of the two. */
export const ulimitForm: Hook = (value) => {
  if (typeof value === 'number') return parsed(new Map([['single', value]]));
  return isYamlMap(value) ? parsed(value) : refused(`invalid type ${goTypeName(value)} for ulimits`);
};

/** A size such as `50M`: bytes. */
export const sizeForm: Hook = (value) => (typeof value === 'string' ? parseByteSize(value) : parsed(value));

/** A Go duration: nanoseconds. */
export const durationForm: Hook = (value) => (typeof value === 'string' ? parseGoDuration(value) : refused(`invalid type ${goTypeName(value)} for duration`));

/** Ports as numbers, texts or mappings; a text may stand for several ports. */
export const portsForm: Hook = (value, warn) => {
  const ports: YamlValue[] = [];
  for (const item of isYamlList(value) ? value : []) {
    if (isYamlMap(item)) {
      ports.push(item);
      continue;
    }
    if (typeof item !== 'string' && typeof item !== 'number') return refused(`invalid type ${goTypeName(item)} for port`);
    const spec = parsePortSpec(String(item));
    if (!spec.ok) return spec;
    const published = publishedPorts(spec.value);
    for (const warning of published.warnings) warn(warning);
    for (const port of published.ports) {
      const long: [string, YamlValue][] = [
        ['mode', port.PublishMode ?? ''],
        ['target', port.TargetPort ?? 0],
        ['published', port.PublishedPort ?? 0],
        ['protocol', port.Protocol ?? ''],
      ];
      ports.push(new Map(long));
    }
  }
  return parsed(ports);
};

/** The name of a secret or a config, or a mapping. */
export const sourceForm: Hook = (value) => {
  if (typeof value === 'string') return parsed(new Map([['source', value]]));
  return isYamlMap(value) ? parsed(value) : refused(`invalid type ${goTypeName(value)} for secret`);
};

/** `source:target:options`, or a mapping. */
export const volumeForm: Hook = (value) => {
  if (typeof value === 'string') return parseVolumeSpec(value);
  return isYamlMap(value) ? parsed(value) : refused(`invalid type ${goTypeName(value)} for service volume`);
};

/** A list of networks, or a mapping. */
export const networksForm: Hook = (value) => parsed(isYamlList(value) ? new Map(value.map((name) => [goText(name), null])) : value);

/** A folder, or a mapping. */
export const buildForm: Hook = (value) => {
  if (typeof value === 'string') return parsed(new Map([['context', value]]));
  return isYamlMap(value) ? parsed(value) : refused(`invalid type ${goTypeName(value)} for service build`);
};
