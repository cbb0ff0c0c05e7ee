import { goQuote } from '../../api/parse/go-number.ts';
import { resolvePlain } from './resolve.ts';
import type { MappingNode, ScalarNode, YamlNode } from './tree.ts';
import { YamlFault } from './yaml-fault.ts';
import { goSyntax, isYamlList, isYamlMap, OddMap, YamlFloat, type YamlValue } from './yaml-value.ts';

/** Several faults of the values of a text that is well-formed, in one message of several lines as Go prints it. */
export class YamlTypeFault extends YamlFault {
  constructor(readonly faults: readonly { readonly text: string; readonly node: YamlNode }[]) {
    super(`unmarshal errors:\n  ${faults.map((fault) => fault.text).join('\n  ')}`, faults[0]?.node.start ?? { offset: 0, line: 0, column: 0 });
  }
}

/**
 * Turns a tree into values as Go does when it decodes into an interface (gopkg.in/yaml.v3 decode.go): keys must not be
 * repeated, `<<` merges, aliases are followed. Throws `YamlFault`.
 */
export function decodeYaml(root: YamlNode): YamlValue {
  const decoder = new Decoder();
  const value = decoder.value(root);
  if (decoder.faults.length > 0) throw new YamlTypeFault(decoder.faults);
  return value;
}

/** Beyond so many repeated keys nobody reads on. */
const mostFaults = 10_000;

type OpenMap = Map<string, YamlValue>;

class Decoder {
  readonly faults: { text: string; node: YamlNode }[] = [];
  private readonly open = new Set<YamlNode>();
  private decoded = 0;
  private fromAliases = 0;
  private aliasDepth = 0;

  value(node: YamlNode): YamlValue {
    this.count(node);
    switch (node.kind) {
      case 'alias':
        return this.throughAlias(node, () => this.value(node.target));
      case 'scalar':
        return scalarValue(node);
      case 'sequence':
        return node.items.map((item) => this.value(item));
      case 'mapping':
        return this.mapping(node);
    }
  }

  private count(node: YamlNode): void {
    this.decoded += 1;
    if (this.aliasDepth > 0) this.fromAliases += 1;
    if (this.fromAliases > 100 && this.decoded > 1000 && this.fromAliases / this.decoded > allowedShare(this.decoded)) {
      throw new YamlFault('document contains excessive aliasing', node.start);
    }
  }

  private throughAlias<Result>(node: YamlNode & { readonly kind: 'alias' }, follow: () => Result): Result {
    if (this.open.has(node)) throw new YamlFault(`anchor '${node.name}' value contains itself`, node.start);
    this.open.add(node);
    this.aliasDepth += 1;
    const result = follow();
    this.aliasDepth -= 1;
    this.open.delete(node);
    return result;
  }

  private mapping(node: MappingNode): YamlValue {
    if (this.hasRepeatedKeys(node)) return null;
    const odd = node.entries.find((entry) => !isStringKey(entry.key));
    const result: OpenMap = new Map();
    this.fill(node, result, undefined);
    return odd === undefined ? result : new OddMap(odd.key.start);
  }

  private hasRepeatedKeys(node: MappingNode): boolean {
    const places = new Map<string, YamlNode[]>();
    for (const { key } of node.entries) {
      const name = `${key.kind} ${keyText(key)}`;
      const earlier = places.get(name);
      if (earlier === undefined) places.set(name, [key]);
      else earlier.push(key);
    }
    if (places.size === node.entries.length) return false;
    // As in Go, each pair is told, by the place of the first and then of the second.
    for (const { key: first } of node.entries) {
      const same = places.get(`${first.kind} ${keyText(first)}`) ?? [];
      for (const second of same.slice(same.indexOf(first) + 1)) {
        if (this.faults.length >= mostFaults) return true;
        const text = `line ${second.start.line + 1}: mapping key ${goQuote(keyText(second))} already defined at line ${first.start.line + 1}`;
        this.faults.push({ text, node: second });
      }
    }
    return true;
  }

  /** Puts a mapping's pairs into a result; `taken` are the keys that a mapping merged earlier, or the one it is merged into, has. */
  private fill(node: MappingNode, result: OpenMap, taken: Set<string> | undefined): void {
    let merged: YamlNode | undefined;
    for (const { key, value } of node.entries) {
      if (isMergeKey(key)) {
        merged = value;
        continue;
      }
      const shown = this.value(key);
      if (isYamlList(shown) || isYamlMap(shown) || shown instanceof OddMap) throw new YamlFault(`invalid map key: ${goSyntax(shown)}`, key.start);
      const name = keyText(key.kind === 'alias' ? key.target : key);
      if (taken?.has(name) === true) continue;
      taken?.add(name);
      result.set(name, this.value(value));
    }
    if (merged === undefined) return;
    this.merge(merged, result, taken ?? new Set(node.entries.map((entry) => keyText(entry.key))));
  }

  private merge(source: YamlNode, result: OpenMap, taken: Set<string>): void {
    for (const node of source.kind === 'sequence' ? source.items : [source]) {
      const target = node.kind === 'alias' ? node.target : node;
      if (target.kind !== 'mapping') throw new YamlFault('map merge requires map or sequence of maps as the value', node.start);
      this.count(node);
      const fill = (): void => {
        if (!this.hasRepeatedKeys(target)) this.fill(target, result, taken);
      };
      if (node.kind === 'alias') this.throughAlias(node, fill);
      else fill();
    }
  }
}

function scalarValue(node: ScalarNode): YamlValue {
  if (node.tag === '' || node.tag === '!') return node.style === 'plain' ? resolvePlain(node.text).value : node.text;
  switch (node.tag) {
    case '!!str':
      return node.text;
    case '!!binary':
      return decodeBase64(node);
    case '!!null':
    case '!!bool':
    case '!!int':
    case '!!float':
    case '!!timestamp': {
      const { tag, value } = resolvePlain(node.text, node.tag === '!!timestamp');
      if (tag === node.tag) return value;
      if (node.tag === '!!float' && typeof value === 'number') return new YamlFloat(value);
      throw new YamlFault(`cannot decode ${tag} \`${node.text}\` as a ${node.tag}`, node.start);
    }
    default:
      return node.text;
  }
}

function decodeBase64(node: ScalarNode): string {
  const text = node.text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
    throw new YamlFault('!!binary value contains invalid base64 data', node.start);
  }
  const bytes: number[] = [];
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let bits = 0;
  let buffer = 0;
  for (const character of text.replaceAll('=', '')) {
    buffer = ((buffer << 6) | alphabet.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((buffer >> bits) & 0xff);
  }
  return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}

function keyText(node: YamlNode): string {
  if (node.kind === 'scalar') return node.text;
  return node.kind === 'alias' ? node.name : '';
}

function isStringKey(node: YamlNode): boolean {
  const key = node.kind === 'alias' ? node.target : node;
  if (key.kind !== 'scalar') return false;
  if (key.tag !== '' && key.tag !== '!') return key.tag === '!!str' || key.tag === '!!merge';
  if (key.style !== 'plain') return true;
  return resolvePlain(key.text).tag === '!!str';
}

function isMergeKey(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.text === '<<' && (node.tag === '!!merge' || ((node.tag === '' || node.tag === '!') && node.style === 'plain'));
}

function allowedShare(decoded: number): number {
  if (decoded <= 400_000) return 0.99;
  if (decoded >= 4_000_000) return 0.1;
  return 0.99 - 0.89 * ((decoded - 400_000) / 3_600_000);
}
