import { parseImageReference } from '../api/parse/image-reference.ts';
import { valueAt } from './check-hints.ts';
import type { Report } from './check-stack.ts';
import type { ServiceConfig, StackConfig } from './config.ts';
import { convertService } from './convert-service.ts';
import { StackError } from './stack-error.ts';
import { isYamlList, isYamlMap, type YamlMap } from './yaml/yaml-value.ts';

type Section = 'networks' | 'volumes' | 'secrets' | 'configs';
const sections: readonly Section[] = ['networks', 'volumes', 'secrets', 'configs'];
const hints = { networks: 'undefined-network', volumes: 'undefined-volume', secrets: 'undefined-secret', configs: 'undefined-config' } as const;

/** What a service names in one of the file's sections, and where it does so. */
interface Reference {
  readonly section: Section;
  readonly name: string;
  readonly path: readonly string[];
}

/** Reports what a deploy of a file that is well-formed would refuse, and what is defined for nothing. */
export function checkReferences(config: StackConfig, file: YamlMap, report: Report): void {
  const used = new Set<string>();
  for (const service of config.services) {
    const path = ['services', service.name];
    checkImage(service, report);
    const references = referencesOf(service, file);
    for (const reference of references) used.add(`${reference.section} ${reference.name}`);
    const missing = references.filter(({ section, name }) => !config[section].has(name) && !(section === 'networks' && name === 'default'));
    for (const { section, name, path: place } of missing) {
      report('error', place, `service ${service.name}: undefined ${section.slice(0, -1)} "${name}"`, hints[section]);
    }
    checkShortVolumes(service, file, report);
    if (missing.length > 0) continue;
    try {
      convertService(service, config, 'stack', { secrets: [], configs: [] });
    } catch (error) {
      if (!(error instanceof StackError)) throw error;
      // A credential spec from a config needs the engine's answer.
      if (!error.message.includes('no such config can be found')) report('error', path, `service ${service.name}: ${error.message}`, 'deploy-error', 'key');
    }
  }
  for (const section of sections) {
    for (const name of config[section].keys()) {
      if (!used.has(`${section} ${name}`) && name !== 'default') report('warning', [section, name], '', 'unused', 'key');
    }
  }
}

function checkImage(service: ServiceConfig, report: Report): void {
  const prefix = `invalid image reference for service ${service.name}: `;
  if (service.image === '') report('error', ['services', service.name], `${prefix}no image specified`, 'missing-image', 'key');
  else {
    const reference = parseImageReference(service.image);
    if (!reference.ok && !/^(?:sha256:)?[a-f0-9]{64}$/.test(service.image)) {
      report('error', ['services', service.name, 'image'], `${prefix}${reference.error}`, 'bad-image');
    }
  }
}

function referencesOf(service: ServiceConfig, file: YamlMap): readonly Reference[] {
  const base = ['services', service.name];
  const references: Reference[] = [...(service.networks?.keys() ?? [])].map((name) => ({
    section: 'networks',
    name,
    path: [...base, 'networks', memberOf(file, [...base, 'networks'], name)],
  }));
  for (const [index, volume] of (service.volumes ?? []).entries()) {
    const isNamed = (volume.type === 'volume' || volume.type === '') && volume.source !== '';
    if (isNamed || (volume.type === 'cluster' && !volume.source.startsWith('group:'))) {
      references.push({ section: 'volumes', name: volume.source, path: sourceOf(file, [...base, 'volumes', String(index)]) });
    }
  }
  for (const section of ['secrets', 'configs'] as const) {
    for (const [index, reference] of (service[section] ?? []).entries()) {
      references.push({ section, name: reference.source, path: sourceOf(file, [...base, section, String(index)]) });
    }
  }
  const { config } = service.credential_spec;
  if (config !== '') references.push({ section: 'configs', name: config, path: [...base, 'credential_spec', 'config'] });
  return references;
}

/** The path of the name in a short or a long form. */
function sourceOf(file: YamlMap, path: readonly string[]): readonly string[] {
  return isYamlMap(valueAt(file, path)) ? [...path, 'source'] : path;
}

/** The last part of the path of a name that may be a key or an item of a list. */
function memberOf(file: YamlMap, path: readonly string[], name: string): string {
  const value = valueAt(file, path);
  return isYamlList(value) ? String(value.indexOf(name)) : name;
}

/** `v:/data` is read as a path on a Windows drive. */
function checkShortVolumes(service: ServiceConfig, file: YamlMap, report: Report): void {
  const path = ['services', service.name, 'volumes'];
  const written = valueAt(file, path);
  if (!isYamlList(written) || isYamlMap(written)) return;
  for (const [index, volume] of written.entries()) {
    if (typeof volume === 'string' && /^[A-Za-z]:\//.test(volume)) report('warning', [...path, String(index)], '', 'one-letter-volume');
  }
}
