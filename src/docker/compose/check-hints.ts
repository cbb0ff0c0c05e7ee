import { newestMinor } from './schema.ts';
import { knownMinor, type SchemaError } from './schema-check.ts';
import { deploySchema } from './schema-deploy.ts';
import type { StackHint } from './stack-hints.ts';
import { stackSchema } from './stack-schema.ts';
import { isYamlList, isYamlMap, numberOf, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

/** What to do about an error of the format. */
export function hintOfSchemaError(error: SchemaError, file: YamlMap, version: string): StackHint {
  switch (error.kind) {
    case 'additional':
      return hintOfUnknownKey(error, version);
    case 'required':
      return 'missing-key';
    case 'unique':
      return 'duplicate-item';
    case 'enum':
      return 'allowed-words';
    case 'format':
      return error.text.includes('ports') ? 'port-format' : 'duration-unit';
    case 'minimum':
      return 'bad-value';
    case 'one-of':
      return 'wrong-type';
    case 'invalid-type':
      return hintOfWrongType(error, valueAt(file, error.path));
  }
}

function hintOfUnknownKey(error: SchemaError, version: string): StackHint {
  const keys = stackSchema(error.path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)))?.keys ?? [];
  const minor = knownMinor(version) ?? newestMinor;
  if (keys.some((known) => known.key === error.key && Number(known.since.slice(2)) > minor)) return 'later-version';
  const isService = error.path.length === 2 && error.path[0] === 'services';
  return isService && Object.hasOwn(deploySchema.properties ?? {}, error.key) ? 'move-to-deploy' : 'unknown-key';
}

function hintOfWrongType(error: SchemaError, value: YamlValue | undefined): StackHint {
  const key = error.path.at(-1) ?? '';
  const isNumber = numberOf(value) !== undefined;
  if (/must be a string/.test(error.text)) {
    if (key === 'version') return 'quote-version';
    if (isNumber && (key === 'cpus' || key === 'memory')) return 'quote-cpus';
    if (isNumber || typeof value === 'boolean') return 'quote-text';
  }
  if (/integer|number/.test(error.text)) return typeof value === 'string' && /^\d+$/.test(value) ? 'unquote-number' : 'needs-number';
  if (error.text.includes('boolean')) return 'yes-no-boolean';
  if (error.text.includes('mapping')) return 'needs-mapping';
  return error.text.includes('list') ? 'needs-list' : 'wrong-type';
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
