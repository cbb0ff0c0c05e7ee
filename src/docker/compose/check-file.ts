import { adviceOn, valueAt } from './check-hints.ts';
import type { Report } from './check-stack.ts';
import { service as serviceKind } from './format/service.ts';
import { InterpolationFault, interpolateFile } from './interpolate.ts';
import type { Mend } from './mend.ts';
import { deprecatedProperties, forbiddenProperties } from './properties.ts';
import { checkSchema, fileVersion, type SchemaError } from './schema-check.ts';
import { goText, isYamlMap, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

/** Reports what is wrong with one file by itself; true when Docker would go on with it. */
export function checkFile(file: YamlMap, report: Report): boolean {
  noteServiceKeys(file, report);
  if (forbiddenProperties(file).length > 0) return false;
  let interpolated: YamlMap;
  try {
    interpolated = interpolateFile(file, (name) => (name === 'HOME' ? '/' : undefined));
  } catch (error) {
    if (!(error instanceof InterpolationFault)) throw error;
    const isRequired = error.message.includes('"required variable ');
    report({
      severity: isRequired ? 'warning' : 'error',
      path: error.path,
      message: error.message,
      hint: isRequired ? 'required-variable' : 'bad-variable',
      mends: isRequired ? [] : [{ kind: 'escape-dollars' }],
    });
    return false;
  }
  const version = fileVersion(interpolated, goText);
  const verdict = checkSchema(interpolated, version);
  if (verdict === undefined) return true;
  if (verdict.errors.length === 0) {
    const hint = verdict.message.startsWith('json:') ? 'text-keys' : 'known-version';
    report({
      severity: 'error',
      path: ['version'],
      message: verdict.message,
      hint,
      mends: hint === 'known-version' ? [{ kind: 'set-version', version: '3.8' }] : [],
    });
  }
  const causes = new Set<string>();
  for (const error of telling(verdict.errors)) {
    const field = error.path.length === 0 ? '(root)' : error.path.join('.');
    const advice = adviceOn(error, interpolated, version);
    // Several errors may have one cause, such as a key that stands in the wrong place.
    const cause = `${advice.hint} ${advice.path.join('.')}`;
    if (causes.has(cause)) continue;
    causes.add(cause);
    report({ severity: 'error', message: `${field} ${error.text}`, ...advice });
  }
  return false;
}

/** Keys of services that Docker refuses, warns about or drops. */
function noteServiceKeys(file: YamlMap, report: Report): void {
  const services = file.get('services');
  if (!isYamlMap(services)) return;
  const texts = new Map([...forbiddenProperties(file), ...deprecatedProperties([file])].map((property) => [property.key, property.text]));
  const forbidden = new Set(forbiddenProperties(file).map((property) => property.key));
  for (const [name, service] of services) {
    if (!isYamlMap(service)) continue;
    for (const key of service.keys()) {
      const common = { path: ['services', name, key], at: 'key' } as const;
      const text = texts.get(key) ?? '';
      if (forbidden.has(key))
        report({ ...common, severity: 'error', message: `${key}: ${text}`, hint: 'forbidden-key', mends: mendsOfForbidden(name, key, service.get(key)) });
      const effect = Object.hasOwn(serviceKind.schema.properties ?? {}, key) ? serviceKind.schema.properties?.[key]?.effect : undefined;
      if (effect === 'unsupported')
        report({
          ...common,
          severity: 'warning',
          message: `Ignoring unsupported options: ${key}`,
          hint: 'ignored-key',
          mends: mendsOfIgnored(name, key, service),
        });
      if (effect === 'deprecated')
        report({ ...common, severity: 'warning', message: `${key}: ${text}`, hint: 'deprecated-key', mends: [{ kind: 'remove-key' }] });
      if (effect === 'dropped') report({ ...common, severity: 'warning', message: '', hint: 'dropped-key', mends: [{ kind: 'remove-key' }] });
    }
  }
}

/** A restart policy has another place; what has no place in a swarm can go, but not the way to an image. */
function mendsOfIgnored(name: string, key: string, service: YamlMap): readonly Mend[] {
  const policy = service.get(key);
  if (key !== 'restart') return key === 'build' ? [] : [{ kind: 'remove-key' }];
  const condition = { always: 'any', 'unless-stopped': 'any', 'on-failure': 'on-failure', no: 'none' }[String(policy)];
  if (condition === undefined || valueAt(service, ['deploy', 'restart_policy']) !== undefined) return [];
  return [{ kind: 'replace-key', under: ['services', name, 'deploy', 'restart_policy'], key: 'condition', value: condition }];
}

function mendsOfForbidden(name: string, key: string, value: YamlValue | undefined): readonly Mend[] {
  if (key !== 'mem_limit' || typeof value !== 'string') return [];
  return [{ kind: 'replace-key', under: ['services', name, 'deploy', 'resources', 'limits'], key: 'memory', value }];
}

/** Errors without those that only say that no form of a union fits, where another one says why. */
function telling(errors: readonly SchemaError[]): readonly SchemaError[] {
  const kept = errors.filter((error, index) => {
    const next = errors[index + 1];
    return error.kind !== 'one-of' || next === undefined || !next.path.join('.').startsWith(error.path.join('.'));
  });
  const seen = new Set<string>();
  return kept.filter((error) => {
    const mark = `${error.path.join('.')} ${error.key}`;
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}
