import type { Finding } from './check-stack.ts';
import type { DecodeFault } from './decode-shape.ts';
import { newestMinor } from './format/stack-file.ts';
import type { Mend } from './mend.ts';
import { isBase60, meantBoolean, meantDuration, meantPort, meantSize } from './mend-value.ts';
import { nearWord } from './near-word.ts';
import { knownMinor, type SchemaError } from './schema-check.ts';
import { type PlaceFacts, placeInSchema } from './schema-place.ts';
import { isServiceKey, whereKeyBelongs } from './where-key-belongs.ts';
import { isYamlList, isYamlMap, numberOf, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

/** A finding without its severity and message: where it is to be shown, and what to do. */
export type Advice = Pick<Finding, 'path' | 'at' | 'hint' | 'words' | 'mends'>;

/** Less memory than this Docker gives to no container. */
const leastBytes = 4 * 1024 * 1024;

/** What to do about an error of the format in a file whose values are these. */
export function adviceOn(error: SchemaError, file: YamlMap, version: string): Advice {
  const displaced = displacedKey(error, file);
  if (displaced !== undefined) return displaced;
  const value = valueAt(file, error.path);
  const own = { path: error.path } as const;
  switch (error.kind) {
    case 'additional':
      return adviceOnUnknownKey(error, file, version);
    case 'required':
      return { ...own, hint: 'missing-key', words: { key: error.key }, mends: missingType(error, value) };
    case 'unique':
      return adviceOnRepeated(error);
    case 'enum':
      return adviceOnWord(error, value);
    case 'format':
      return adviceOnFormat(error, value);
    case 'minimum':
      return { ...own, hint: 'bad-value' };
    case 'one-of':
      return { ...own, hint: 'wrong-type' };
    case 'invalid-type':
      return { ...own, ...adviceOnType(error, value) };
  }
}

/** A key of a service that stands beside the services, at the top of the file, or too deep inside another key. */
function displacedKey(error: SchemaError, file: YamlMap): Advice | undefined {
  const path = error.kind === 'additional' ? [...error.path, error.key] : error.path;
  const services = file.get('services');
  const names = isYamlMap(services) ? [...services.keys()] : [];
  const [section = '', name = ''] = path;
  if (path.length === 1 && error.kind === 'additional') {
    const service = names.at(-1);
    if (service !== undefined && isServiceKey(section) && valueAt(file, ['services', service, section]) === undefined) {
      return moved(path, ['services', service], 'indent-under-service', { key: section, service });
    }
    const looksLikeService = isYamlMap(file.get(section)) && valueAt(file, [section, 'image']) !== undefined;
    if (looksLikeService && !names.includes(section)) return moved(path, ['services'], 'needs-services', { name: section });
    return undefined;
  }
  if (section !== 'services') return undefined;
  // `deploy:` as if it were a service, because it was not indented under one.
  const before = names[names.indexOf(name) - 1];
  if (path.length >= 2 && isServiceKey(name) && before !== undefined && valueAt(file, ['services', name, 'image']) === undefined) {
    if (valueAt(file, ['services', before, name]) === undefined) {
      return moved(['services', name], ['services', before], 'indent-under-service', { key: name, service: before });
    }
  }
  // `deploy:` inside of `environment:` or `networks:`, where any name would do.
  const index = path.findIndex((part, at) => at > 2 && isServiceKey(part) && keysOf(path.slice(0, at)).length === 0);
  const inside = path[index - 1];
  const key = path[index];
  if (index > 0 && inside !== undefined && key !== undefined && !isYamlList(valueAt(file, path.slice(0, index)))) {
    const value = valueAt(file, path.slice(0, index + 1));
    if ((isYamlMap(value) || isYamlList(value)) && valueAt(file, ['services', name, key]) === undefined) {
      return moved(path.slice(0, index + 1), ['services', name], 'too-deep', { key, inside });
    }
  }
  return undefined;
}

function moved(path: readonly string[], under: readonly string[], hint: Advice['hint'], words: { readonly [name: string]: string }): Advice {
  return { path, at: 'key', hint, words, mends: [{ kind: 'move-key', path, under }] };
}

function adviceOnUnknownKey(error: SchemaError, file: YamlMap, version: string): Advice {
  const path = [...error.path, error.key];
  const keys = placeAt(error.path)?.keys ?? [];
  const minor = knownMinor(version) ?? newestMinor;
  const later = keys.find((known) => known.key === error.key && Number(known.since.slice(2)) > minor);
  if (later !== undefined) {
    const mends: Mend[] = file.get('version') === undefined ? [] : [{ kind: 'set-version', version: later.since }];
    return { path, at: 'key', hint: 'later-version', words: { since: later.since }, mends };
  }
  const written = siblings(file, error.path);
  const near = nearWord(
    error.key,
    keys.map((known) => known.key).filter((known) => !written.includes(known)),
  );
  if (near !== undefined) return { path, at: 'key', hint: 'unknown-key-near', words: { near }, mends: [{ kind: 'rename-key', to: near }] };
  const [section, service, ...inside] = error.path;
  const home = section === 'services' && service !== undefined ? whereKeyBelongs(error.key, inside) : undefined;
  if (home !== undefined && service !== undefined) {
    const under = ['services', service, ...home];
    const mends: Mend[] = valueAt(file, [...under, error.key]) === undefined ? [{ kind: 'move-key', path, under }] : [];
    return { path, at: 'key', hint: 'belongs-under', words: { place: home.length === 0 ? service : home.join('.') }, mends };
  }
  return { path, at: 'key', hint: 'unknown-key', mends: [] };
}

/** `type` of a mount, as far as its source tells it. */
function missingType(error: SchemaError, value: YamlValue | undefined): readonly Mend[] {
  if (error.key !== 'type' || !isYamlMap(value)) return [];
  const source = value.get('source');
  const type = source === undefined ? 'tmpfs' : typeof source === 'string' && /^[./~]/.test(source) ? 'bind' : 'volume';
  return [{ kind: 'insert-first', key: 'type', value: type }];
}

function adviceOnRepeated(error: SchemaError): Advice {
  const [, first = '', index = ''] = /items\[(\d+),(\d+)\]/.exec(error.text) ?? [];
  return { path: [...error.path, index], hint: 'duplicate-item', mends: [{ kind: 'remove-item', first: Number(first) }] };
}

function adviceOnWord(error: SchemaError, value: YamlValue | undefined): Advice {
  const words = placeAt(error.path)?.values ?? [];
  const near = typeof value === 'string' ? nearWord(value.replace('_', '-'), words) : undefined;
  const mends: Mend[] = near === undefined ? [] : [{ kind: 'replace-value', text: near }];
  return { path: error.path, hint: 'allowed-words', words: { words: words.join(', ') }, mends };
}

function adviceOnFormat(error: SchemaError, value: YamlValue | undefined): Advice {
  const isPort = error.text.includes('ports');
  const written = typeof value === 'string' ? value : String(numberOf(value) ?? '');
  const meant = isPort ? meantPort(written) : meantDuration(written);
  const mends: Mend[] = meant === undefined ? [] : [{ kind: 'replace-value', text: isPort ? `"${meant}"` : meant }];
  return { path: error.path, hint: isPort ? 'port-format' : 'duration-unit', mends };
}

/** What to do about a value that Docker's program cannot decode. */
export function adviceOnFault({ text, path }: DecodeFault, file: YamlValue): Advice {
  if (text.includes('closing quote')) return { path, hint: 'yaml-quote' };
  if (text.includes('volume spec') || text.includes('invalid spec: ')) return { path, hint: 'volume-format' };
  if (!/invalid (?:suffix|size): |ParseFloat/.test(text)) return { path, hint: 'bad-value' };
  const value = valueAt(file, path);
  const meant = typeof value === 'string' ? meantSize(value) : undefined;
  return { path, hint: 'size-unit', mends: meant === undefined ? [] : [{ kind: 'replace-value', text: meant }] };
}

function adviceOnType(error: SchemaError, value: YamlValue | undefined): Omit<Advice, 'path'> {
  const key = error.path.at(-1) ?? '';
  const place = placeAt(error.path);
  const isScalar = typeof value === 'boolean' || typeof value === 'string' || numberOf(value) !== undefined;
  if (/must be a string(?:, number or null)?$/.test(error.text) && isScalar) {
    if (key === 'version') return { hint: 'quote-version', mends: [{ kind: 'quote-value' }] };
    const duration = place?.isDuration === true ? meantDuration(String(numberOf(value))) : undefined;
    if (duration !== undefined) return { hint: 'duration-unit', mends: [{ kind: 'replace-value', text: duration }] };
    if (key === 'memory') {
      const size = numberOf(value) ?? 0;
      // A small number is meant to be megabytes, not bytes.
      return { hint: 'size-unit', mends: [size > 0 && size < leastBytes ? { kind: 'replace-value', text: `${size}M` } : { kind: 'quote-value' }] };
    }
    return { hint: key === 'cpus' ? 'quote-cpus' : 'quote-text', mends: [{ kind: 'quote-value' }] };
  }
  if (/integer|number/.test(error.text) && !error.text.includes('string')) {
    const digits = typeof value === 'string' && /^\d+$/.test(value.trim()) ? value.trim() : undefined;
    return digits === undefined ? { hint: 'needs-number', mends: [] } : { hint: 'unquote-number', mends: [{ kind: 'replace-value', text: digits }] };
  }
  if (error.text.includes('boolean')) {
    const meant = isScalar && !error.text.includes('mapping') ? meantBoolean(typeof value === 'string' ? value : String(numberOf(value))) : undefined;
    return { hint: 'yes-no-boolean', mends: meant === undefined ? [] : [{ kind: 'replace-value', text: meant }] };
  }
  if (error.text.includes('mapping') && !error.text.includes('list')) return { hint: 'needs-mapping', mends: [] };
  if (error.text.includes('list') || place?.isList === true) return adviceOnList(place, value, isScalar);
  return { hint: 'wrong-type', mends: [] };
}

function adviceOnList(place: PlaceFacts | undefined, value: YamlValue | undefined, isScalar: boolean): Omit<Advice, 'path'> {
  if (isScalar) return { hint: 'needs-list', mends: [{ kind: 'wrap-in-list' }] };
  const isNames = place?.forms.includes('mapping') !== true && isYamlMap(value) && place?.refersTo !== undefined;
  return isNames ? { hint: 'list-of-names', mends: [{ kind: 'list-of-keys' }] } : { hint: 'needs-list', mends: [] };
}

/** A port without quotes that other readers of YAML take for a number: not refused by Docker, but worth a word. */
export function portNeedsQuotes(value: YamlValue): boolean {
  return typeof value === 'string' && isBase60(value);
}

function placeAt(path: readonly string[]): PlaceFacts | undefined {
  return placeInSchema(path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)));
}

function keysOf(path: readonly string[]): readonly string[] {
  return (placeAt(path)?.keys ?? []).map((known) => known.key);
}

function siblings(file: YamlMap, path: readonly string[]): readonly string[] {
  const mapping = valueAt(file, path);
  return isYamlMap(mapping) ? [...mapping.keys()] : [];
}

/** The value at a path, or undefined. */
export function valueAt(file: YamlValue, path: readonly string[]): YamlValue | undefined {
  let value: YamlValue | undefined = file;
  for (const part of path) {
    if (isYamlMap(value)) value = value.get(part);
    else if (isYamlList(value)) value = value[Number(part)];
    else return undefined;
  }
  return value;
}
