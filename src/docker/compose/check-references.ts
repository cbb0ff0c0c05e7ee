import { parseImageReference } from '../api/parse/image-reference.ts';
import { adviceOnDeployError } from './check-deploy-errors.ts';
import { checkEngineWords } from './check-engine-words.ts';
import { portNeedsQuotes, valueAt } from './check-hints.ts';
import type { Report } from './check-stack.ts';
import type { ServiceConfig, StackConfig } from './config.ts';
import { convertService } from './convert-service.ts';
import type { Mend } from './mend.ts';
import { nearWord } from './near-word.ts';
import { StackError } from './stack-error.ts';
import { parseVolumeSpec } from './volume-spec.ts';
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

type Section = 'networks' | 'volumes' | 'secrets' | 'configs';
const sections: readonly Section[] = ['networks', 'volumes', 'secrets', 'configs'];
const hints = { networks: 'undefined-network', volumes: 'undefined-volume', secrets: 'undefined-secret', configs: 'undefined-config' } as const;

/** What a service names in one of the file's sections, and where it does so. */
interface Reference {
  readonly section: Section;
  readonly name: string;
  readonly path: readonly string[];
}

/** Reports what a deploy of files that are well-formed would refuse, and what is defined for nothing. */
export function checkReferences(config: StackConfig, files: readonly YamlMap[], report: Report): void {
  const used = new Set<string>();
  for (const service of config.services) {
    checkImage(service, report);
    const references = referencesOf(service, files);
    for (const reference of references) used.add(`${reference.section} ${reference.name}`);
    const missing = references.filter(({ section, name }) => !config[section].has(name) && !(section === 'networks' && name === 'default'));
    for (const { section, name, path: place } of missing) {
      const message = `service ${service.name}: undefined ${section.slice(0, -1)} "${name}"`;
      report({
        severity: 'error',
        path: place,
        message,
        hint: hints[section],
        words: { name },
        mends: mendsOfUndefined(section, name, [...config[section].keys()], place),
      });
    }
    for (const file of files) checkShortForms(service.name, file, report);
    if (missing.length > 0) continue;
    try {
      convertService(service, config, 'stack', { secrets: [], configs: [] });
      checkEngineWords(service, files, report);
    } catch (error) {
      if (!(error instanceof StackError)) throw error;
      // A credential spec from a config needs the engine's answer.
      if (error.message.includes('no such config can be found')) continue;
      report({ severity: 'error', message: `service ${service.name}: ${error.message}`, ...adviceOnDeployError(service.name, error.message, files) });
    }
  }
  for (const section of sections) {
    for (const name of config[section].keys()) {
      if (!used.has(`${section} ${name}`) && name !== 'default') report({ severity: 'warning', path: [section, name], at: 'key', message: '', hint: 'unused' });
    }
  }
}

/** A name that is defined and nearly the same, else a definition: networks and volumes of the stack's own, files or external ones otherwise. */
function mendsOfUndefined(section: Section, name: string, defined: readonly string[], place: readonly string[]): readonly Mend[] {
  const near = nearWord(name, defined);
  const isWord = place.at(-1) !== name || place.at(-2) !== 'networks';
  const define: Mend[] = [
    { kind: 'define', section, name, external: false },
    { kind: 'define', section, name, external: true },
  ];
  if (near === undefined) return define;
  return [isWord ? { kind: 'replace-value', text: near } : { kind: 'rename-key', to: near }, ...define];
}

function checkImage(service: ServiceConfig, report: Report): void {
  const prefix = `invalid image reference for service ${service.name}: `;
  const path = ['services', service.name];
  if (service.image === '') {
    report({ severity: 'error', path, at: 'key', message: `${prefix}no image specified`, hint: 'missing-image' });
    return;
  }
  const reference = parseImageReference(service.image);
  if (!reference.ok && !/^(?:sha256:)?[a-f0-9]{64}$/.test(service.image)) {
    report({ severity: 'error', path: [...path, 'image'], message: `${prefix}${reference.error}`, hint: 'bad-image' });
  }
}

function referencesOf(service: ServiceConfig, files: readonly YamlMap[]): readonly Reference[] {
  const base = ['services', service.name];
  const reference = (section: Section, name: string): Reference => ({ section, name, path: placeOfName(files, [...base, section], name) });
  const references = [...(service.networks?.keys() ?? [])].map((name) => reference('networks', name));
  for (const volume of service.volumes ?? []) {
    const isNamed = (volume.type === 'volume' || volume.type === '') && volume.source !== '';
    if (isNamed || (volume.type === 'cluster' && !volume.source.startsWith('group:'))) references.push(reference('volumes', volume.source));
  }
  for (const section of ['secrets', 'configs'] as const) {
    for (const { source } of service[section] ?? []) references.push(reference(section, source));
  }
  const { config } = service.credential_spec;
  if (config !== '') references.push({ section: 'configs', name: config, path: [...base, 'credential_spec', 'config'] });
  return references;
}

/** Where a service's key or list names something, in a short or a long form. */
function placeOfName(files: readonly YamlMap[], path: readonly string[], name: string): readonly string[] {
  for (const file of files.toReversed()) {
    const value = valueAt(file, path);
    if (isYamlMap(value) && value.has(name)) return [...path, name];
    const index = isYamlList(value) ? value.findIndex((item) => nameIn(item) === name) : -1;
    if (index >= 0) return isYamlMap(valueAt(file, [...path, String(index)])) ? [...path, String(index), 'source'] : [...path, String(index)];
  }
  return path;
}

function nameIn(item: YamlValue): YamlValue | undefined {
  if (isYamlMap(item)) return item.get('source');
  if (typeof item !== 'string' || !item.includes(':')) return item;
  const volume = parseVolumeSpec(item);
  return volume.ok ? volume.value.get('source') : item;
}

/** `v:/data` is read as a path on a Windows drive, and `22:22` by some as a number. */
function checkShortForms(service: string, file: YamlMap, report: Report): void {
  const path = ['services', service, 'volumes'];
  const written = valueAt(file, path);
  for (const [index, volume] of (isYamlList(written) ? written : []).entries()) {
    if (typeof volume === 'string' && /^[A-Za-z]:\//.test(volume)) {
      report({ severity: 'warning', path: [...path, String(index)], message: '', hint: 'one-letter-volume' });
    }
  }
  const ports = valueAt(file, ['services', service, 'ports']);
  for (const [index, port] of (isYamlList(ports) ? ports : []).entries()) {
    if (!portNeedsQuotes(port)) continue;
    report({ severity: 'warning', path: ['services', service, 'ports', String(index)], message: '', hint: 'port-quotes', mends: [{ kind: 'quote-value' }] });
  }
}
