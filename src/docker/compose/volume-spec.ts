import { type Parsed, parsed, refused } from '../api/parse/parsed.ts';
import type { YamlMap, YamlValue } from './yaml/yaml-value.ts';

const propagations = ['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave'];

/**
 * Reads a short volume text `[SOURCE:]TARGET[:OPTIONS]` into the long form (docker/cli cli/compose/loader ParseVolume).
 * A single letter before a colon is taken for a Windows drive, also where none is meant.
 */
export function parseVolumeSpec(spec: string): Parsed<YamlMap> {
  const bytes = byteLength(spec);
  if (bytes === 0) return refused('invalid empty volume spec');
  if (bytes <= 2)
    return parsed(
      new Map([
        ['type', 'volume'],
        ['target', spec],
      ]),
    );
  const result = new Map<string, YamlValue>();
  const sections = splitSections(spec);
  for (const [index, section] of sections.entries()) {
    const isLast = index === sections.length - 1;
    if (section === '') return refused(`invalid spec: ${spec}: empty section between colons`);
    if (!result.has('source')) result.set(isLast ? 'target' : 'source', section);
    else if (!result.has('target')) result.set('target', section);
    else if (!isLast) return refused(`invalid spec: ${spec}: too many colons`);
    else readOptions(section, result);
  }
  const source = result.get('source');
  result.set('type', typeof source === 'string' && isFilePath(source) ? 'bind' : 'volume');
  return parsed(result);
}

function readOptions(text: string, result: Map<string, YamlValue>): void {
  for (const option of text.split(',')) {
    if (option === 'ro') result.set('read_only', true);
    else if (option === 'rw') result.set('read_only', false);
    else if (option === 'nocopy') result.set('volume', new Map([['nocopy', true]]));
    else if (propagations.includes(option)) result.set('bind', new Map([['propagation', option]]));
  }
}

/** Splits at colons, except after a single letter at the start of a section. */
function splitSections(spec: string): string[] {
  const sections: string[] = [];
  let section = '';
  for (const character of spec) {
    if (character === ':' && !/^\p{L}$/u.test(section)) {
      sections.push(section);
      section = '';
    } else section += character;
  }
  return [...sections, section];
}

function isFilePath(source: string): boolean {
  if (/^[./~]/.test(source)) return true;
  return source.startsWith('\\\\') || /^\p{L}:/u.test(source);
}

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
