import { parseGoDuration } from '../api/parse/go-duration.ts';
import { parsePortSpec } from '../api/parse/port-spec.ts';
import { humanName, type SchemaFormat, type SchemaNode, type SchemaType } from './format/schema-node.ts';
import { newestMinor, stackFileSchema } from './format/stack-file.ts';
import { formatGoFloat, isYamlList, isYamlMap, OddMap, YamlFloat, type YamlMap, YamlTime, type YamlValue } from './yaml/yaml-value.ts';

/** One thing that does not fit the format. */
export interface SchemaError {
  readonly kind: 'invalid-type' | 'additional' | 'required' | 'unique' | 'one-of' | 'enum' | 'format' | 'minimum';
  readonly path: readonly string[];
  /** Docker's text after the path. */
  readonly text: string;
  /** The key that is meant, for `additional` and `required`. */
  readonly key: string;
}

/** The result of the check: the text Docker prints, and all that was found. */
export interface SchemaVerdict {
  readonly message: string;
  readonly error: SchemaError | undefined;
  readonly errors: readonly SchemaError[];
}

/** The version of a parsed file: `3.13` when it has none. Docker reads any value here, not only a string. */
export function fileVersion(file: YamlMap, print: (value: YamlValue) => string): string {
  const version = file.get('version');
  if (version === undefined) return `3.${newestMinor}`;
  const text = print(version);
  return text === '' || text === '3' ? `3.${newestMinor}` : text;
}

/** The minor number of a version that Docker knows, or undefined. */
export function knownMinor(version: string): number | undefined {
  const minor = /^3\.(\d|1[0-3])$/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/**
 * Checks a file against the format of its version as Docker does (cli/compose/schema and xeipuuv/gojsonschema): of all
 * that is wrong it prints the one with the deepest path. Undefined: the file fits.
 */
export function checkSchema(file: YamlMap, version: string): SchemaVerdict | undefined {
  const minor = knownMinor(version);
  if (minor === undefined) return { message: `unsupported Compose file version: ${version}`, error: undefined, errors: [] };
  const unprintable = notJson(file);
  if (unprintable !== undefined) return { message: unprintable, error: undefined, errors: [] };
  const { errors } = new Check(minor).run(stackFileSchema, file, []);
  if (errors.length === 0) return undefined;
  return mostSpecific(errors);
}

/** How many names a path has by its dots: names with dots count for more, as in Docker. */
function depth(error: SchemaError): number {
  return fieldText(error.path).split('.').length;
}

function fieldText(path: readonly string[]): string {
  return path.length === 0 ? '(root)' : path.join('.');
}

function mostSpecific(errors: readonly SchemaError[]): SchemaVerdict {
  let chosen = 0;
  for (const [index, error] of errors.entries()) {
    const best = errors[chosen] ?? error;
    const deeper = depth(error) - depth(best);
    if (deeper > 0 || (deeper === 0 && error.kind === 'invalid-type' && best.kind !== 'invalid-type')) chosen = index;
  }
  const error = errors[chosen];
  const child = error?.kind === 'one-of' ? errors[chosen + 1] : undefined;
  if (error === undefined) return { message: '', error, errors };
  // A misfit in a union is told by the error of the form that fits best, which follows it in the list.
  return { message: `${fieldText(error.path)} ${child?.text ?? error.text}`, error: child ?? error, errors };
}

interface Outcome {
  readonly errors: SchemaError[];
  score: number;
}

/** Counts points as gojsonschema does, because they decide which form of a union is the one that was meant. */
class Check {
  constructor(private readonly minor: number) {}

  run(schema: SchemaNode, value: YamlValue, path: readonly string[]): Outcome {
    const outcome: Outcome = { errors: [], score: 0 };
    this.check(this.forVersion(schema), value, path, outcome);
    return outcome;
  }

  private forVersion(schema: SchemaNode): SchemaNode {
    return schema.earlier !== undefined && this.minor < schema.earlier.before ? schema.earlier.node : schema;
  }

  private check(schema: SchemaNode, value: YamlValue, path: readonly string[], outcome: Outcome): void {
    const type = typeOf(value);
    if (schema.types !== undefined && !fits(type, schema.types)) {
      fail(outcome, 'invalid-type', path, typeMessage(schema.types));
      return;
    }
    this.checkUnion(schema, value, path, outcome);
    if (isYamlMap(value)) this.checkMap(schema, value, path, outcome);
    else if (isYamlList(value)) this.checkList(schema, value, path, outcome);
    else if (type === 'integer' || type === 'number') {
      this.checkNumber(schema, value, path, outcome);
      outcome.score += 1;
    }
    if (schema.words !== undefined && typeof value === 'string' && !schema.words.includes(value)) {
      const field = fieldText(path);
      fail(outcome, 'enum', path, `${field} must be one of the following: ${schema.words.map((word) => `"${word}"`).join(', ')}`);
    }
    outcome.score += 1;
    if (type === 'string') {
      this.checkFormat(schema, jsonText(value), path, outcome);
      outcome.score += 1;
    }
    if (isYamlMap(value)) this.checkProperties(schema, value, path, outcome);
    outcome.score += 1;
  }

  private checkUnion(schema: SchemaNode, value: YamlValue, path: readonly string[], outcome: Outcome): void {
    outcome.score += 1;
    if (schema.oneOf === undefined) return;
    let fitting = 0;
    let best: Outcome | undefined;
    for (const form of schema.oneOf) {
      const result = this.run(form, value, path);
      if (result.errors.length === 0) fitting += 1;
      else if (fitting === 0 && (best === undefined || result.score > best.score)) best = result;
    }
    if (fitting === 1) return;
    fail(outcome, 'one-of', path, 'Must validate one and only one schema (oneOf)');
    if (fitting === 0 && best !== undefined) merge(outcome, best);
  }

  private checkList(schema: SchemaNode, value: readonly YamlValue[], path: readonly string[], outcome: Outcome): void {
    if (schema.items !== undefined) {
      for (const [index, item] of value.entries()) merge(outcome, this.run(schema.items, item, [...path, String(index)]));
    }
    if (schema.unique === true) {
      const seen = new Map<string, number>();
      for (const [index, item] of value.entries()) {
        const text = canonical(item);
        const earlier = seen.get(text);
        if (earlier !== undefined) fail(outcome, 'unique', path, `array items[${earlier},${index}] must be unique`);
        seen.set(text, index);
      }
    }
    outcome.score += 1;
  }

  private checkMap(schema: SchemaNode, value: YamlMap, path: readonly string[], outcome: Outcome): void {
    for (const required of schema.required ?? []) {
      if (value.has(required)) outcome.score += 1;
      else fail(outcome, 'required', path, `${required} is required`, required);
    }
    for (const [name, member] of value) {
      const named = schema.named?.pattern.test(name) === true;
      if (named && schema.named !== undefined) merge(outcome, this.run(schema.named.node, member, [...path, name]));
      const extension = schema.extensionsSince !== undefined && this.minor >= schema.extensionsSince && name.startsWith('x-');
      if (extension) outcome.score += 4;
      if (named || extension) outcome.score += 1;
      else if (this.property(schema, name) === undefined && this.isClosed(schema)) {
        fail(outcome, 'additional', path, `Additional property ${name} is not allowed`, name);
      }
    }
    outcome.score += 1;
  }

  private checkProperties(schema: SchemaNode, value: YamlMap, path: readonly string[], outcome: Outcome): void {
    for (const [name, member] of value) {
      const property = this.property(schema, name);
      if (property !== undefined) this.check(this.forVersion(property), member, [...path, name], outcome);
    }
  }

  private property(schema: SchemaNode, name: string): SchemaNode | undefined {
    if (schema.properties === undefined || !Object.hasOwn(schema.properties, name)) return undefined;
    const property = schema.properties[name];
    return property !== undefined && property.since <= this.minor ? property.node : undefined;
  }

  private isClosed(schema: SchemaNode): boolean {
    return typeof schema.closed === 'object' ? this.minor < schema.closed.before : schema.closed === true;
  }

  private checkNumber(schema: SchemaNode, value: YamlValue, path: readonly string[], outcome: Outcome): void {
    const { minimum } = schema;
    const number = value instanceof YamlFloat ? value.value : Number(value);
    if (minimum !== undefined && number < minimum) fail(outcome, 'minimum', path, `Must be greater than or equal to ${minimum}`);
    this.checkFormat(schema, rationalNumerator(number), path, outcome);
  }

  private checkFormat(schema: SchemaNode, text: string, path: readonly string[], outcome: Outcome): void {
    if (schema.format === undefined || this.minor < (schema.formatSince ?? 0)) return;
    if (!hasFormat(schema.format, text)) fail(outcome, 'format', path, `Does not match format '${schema.format}'`);
  }
}

function fail(outcome: Outcome, kind: SchemaError['kind'], path: readonly string[], text: string, key = ''): void {
  outcome.errors.push({ kind, path, text, key });
  outcome.score -= 2;
}

function merge(outcome: Outcome, other: Outcome): void {
  for (const error of other.errors) outcome.errors.push(error);
  outcome.score += other.score;
}

function typeOf(value: YamlValue): SchemaType {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string' || value instanceof YamlTime) return 'string';
  if (typeof value === 'number' || typeof value === 'bigint') return 'integer';
  if (value instanceof YamlFloat) return Number.isInteger(value.value) ? 'integer' : 'number';
  return isYamlList(value) ? 'array' : 'object';
}

function fits(type: SchemaType, types: readonly SchemaType[]): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

function typeMessage(types: readonly SchemaType[]): string {
  const names = types.map(humanName);
  if (names.length === 1) return `must be a ${names[0]}`;
  return `must be a ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function jsonText(value: YamlValue): string {
  return value instanceof YamlTime ? value.rfc3339 : String(value);
}

function hasFormat(format: SchemaFormat, text: string): boolean {
  return format === 'duration' ? parseGoDuration(text).ok : parsePortSpec(text).ok;
}

/** The upper part of a number written as a fraction in lowest terms: that is what Docker checks as a port. */
function rationalNumerator(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const [digits = '', power = '0'] = value.toExponential().split('e');
  const places = (digits.split('.')[1] ?? '').length - Number(power);
  let numerator = BigInt(digits.replace('.', ''));
  let denominator = 10n ** BigInt(Math.max(places, 0));
  for (const factor of [2n, 5n]) {
    while (denominator % factor === 0n && numerator % factor === 0n) {
      numerator /= factor;
      denominator /= factor;
    }
  }
  return numerator.toString();
}

/** Equal texts for values that are equal in JSON. */
function canonical(value: YamlValue): string {
  if (isYamlList(value)) return `[${value.map(canonical).join(',')}]`;
  if (isYamlMap(value))
    return `{${[...value.keys()]
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(value.get(name) ?? null)}`)
      .join(',')}}`;
  if (value instanceof YamlFloat) return String(value.value);
  return typeof value === 'bigint' ? String(Number(value)) : JSON.stringify(value instanceof YamlTime ? value.rfc3339 : value);
}

/** Go's error when the file cannot be written as JSON, which it must be to be checked. */
function notJson(value: YamlValue): string | undefined {
  if (value instanceof OddMap) return 'json: unsupported type: map[interface {}]interface {}';
  if (value instanceof YamlFloat && !Number.isFinite(value.value)) return `json: unsupported value: ${formatGoFloat(value.value)}`;
  const members = isYamlList(value) ? value : isYamlMap(value) ? [...value.keys()].sort().map((name) => value.get(name) ?? null) : [];
  for (const member of members) {
    const fault = notJson(member);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
