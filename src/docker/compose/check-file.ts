import { hintOfSchemaError } from './check-hints.ts';
import type { Report } from './check-stack.ts';
import { InterpolationFault, interpolateFile } from './interpolate.ts';
import { deprecatedProperties, forbiddenProperties } from './properties.ts';
import { checkSchema, fileVersion, type SchemaError } from './schema-check.ts';
import { serviceSchema } from './schema-service.ts';
import { goText, isYamlMap, type YamlMap } from './yaml/yaml-value.ts';

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
    });
    return false;
  }
  const version = fileVersion(interpolated, goText);
  const verdict = checkSchema(interpolated, version);
  if (verdict === undefined) return true;
  if (verdict.errors.length === 0) {
    const hint = verdict.message.startsWith('json:') ? 'text-keys' : 'known-version';
    report({ severity: 'error', path: ['version'], message: verdict.message, hint });
  }
  for (const error of telling(verdict.errors)) {
    const field = error.path.length === 0 ? '(root)' : error.path.join('.');
    const isKey = error.kind === 'additional';
    report({
      severity: 'error',
      path: isKey ? [...error.path, error.key] : error.path,
      at: isKey ? 'key' : 'value',
      message: `${field} ${error.text}`,
      hint: hintOfSchemaError(error, interpolated, version),
    });
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
      if (forbidden.has(key)) report({ ...common, severity: 'error', message: `${key}: ${text}`, hint: 'forbidden-key' });
      const effect = Object.hasOwn(serviceSchema.properties ?? {}, key) ? serviceSchema.properties?.[key]?.effect : undefined;
      if (effect === 'unsupported') report({ ...common, severity: 'warning', message: `Ignoring unsupported options: ${key}`, hint: 'ignored-key' });
      if (effect === 'deprecated') report({ ...common, severity: 'warning', message: `${key}: ${text}`, hint: 'deprecated-key' });
      if (effect === 'dropped') report({ ...common, severity: 'warning', message: '', hint: 'dropped-key' });
    }
  }
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
