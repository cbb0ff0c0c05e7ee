import { hintOfSchemaError } from './check-hints.ts';
import { checkReferences } from './check-references.ts';
import { InterpolationFault, interpolateFile } from './interpolate.ts';
import { loadParsedStack } from './load-stack.ts';
import { locate } from './locate.ts';
import { parseStackFile, StackSyntaxError } from './parse-stack-file.ts';
import { deprecatedProperties, forbiddenProperties } from './properties.ts';
import { checkSchema, fileVersion, type SchemaError } from './schema-check.ts';
import { serviceSchema } from './schema-service.ts';
import { StackError } from './stack-error.ts';
import type { StackHint } from './stack-hints.ts';
import type { Mark } from './yaml/cursor.ts';
import { YamlTypeFault } from './yaml/decode.ts';
import type { YamlNode } from './yaml/tree.ts';
import { goText, isYamlList, isYamlMap, type YamlMap } from './yaml/yaml-value.ts';

/** Something about a stack file that an editor marks. Lines and columns from 1. */
export interface StackProblem {
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** Docker's own text; empty where Docker says nothing. */
  readonly message: string;
  /** A key of `stackHints`. */
  readonly hint: StackHint;
}

/** Takes problems with the path of the value, or of the key, that they are about. */
export type Report = (severity: StackProblem['severity'], path: readonly string[], message: string, hint: StackHint, at?: 'key' | 'value') => void;

/**
 * All that is wrong with the text of a stack file, and what is worth a hint (stack.md §14): the errors that Docker would print
 * first, one after the other, each at its place. No variables are set and no other files are read. Ordered by place.
 */
export function checkStack(text: string): readonly StackProblem[] {
  const problems: StackProblem[] = [];
  try {
    const { value, tree } = parseStackFile(text);
    const report: Report = (severity, path, message, hint, at = 'value') => {
      problems.push({ severity, message, hint, ...placeOf(text, tree, path, at) });
    };
    checkFile(value, report);
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    problems.push(...syntaxProblems(text, error));
  }
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

function checkFile(file: YamlMap, report: Report): void {
  noteServiceKeys(file, report);
  if (forbiddenProperties(file).length > 0) return;
  let interpolated: YamlMap;
  try {
    interpolated = interpolateFile(file, (name) => (name === 'HOME' ? '/' : undefined));
  } catch (error) {
    if (!(error instanceof InterpolationFault)) throw error;
    const isRequired = error.message.includes('"required variable ');
    report(isRequired ? 'warning' : 'error', error.path, error.message, isRequired ? 'required-variable' : 'bad-variable');
    return;
  }
  const version = fileVersion(interpolated, goText);
  const verdict = checkSchema(interpolated, version);
  if (verdict !== undefined) {
    if (verdict.errors.length === 0) report('error', ['version'], verdict.message, verdict.message.startsWith('json:') ? 'text-keys' : 'known-version');
    for (const error of telling(verdict.errors)) {
      const field = error.path.length === 0 ? '(root)' : error.path.join('.');
      const isKey = error.kind === 'additional';
      report(
        'error',
        isKey ? [...error.path, error.key] : error.path,
        `${field} ${error.text}`,
        hintOfSchemaError(error, interpolated, version),
        isKey ? 'key' : 'value',
      );
    }
    return;
  }
  const loaded = loadParsedStack([file], { env: { HOME: '/' }, workingDir: '/', readFile: () => '' });
  for (const warning of loaded.warnings) {
    const [, kind = '', name = ''] = /^(network|volume|secret|config) (\S+): /.exec(warning) ?? [];
    if (kind !== '') report('warning', [`${kind}s`, name, 'external'], warning, 'outdated-external', 'key');
    else report('warning', portWithAddress(interpolated, warning), warning, 'address-ignored');
  }
  if ('error' in loaded) report('error', loaded.error.path ?? [], loaded.error.message, 'bad-value', 'key');
  else checkReferences(loaded.config, interpolated, report);
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
      const path = ['services', name, key];
      const text = texts.get(key) ?? '';
      if (forbidden.has(key)) report('error', path, `${key}: ${text}`, 'forbidden-key', 'key');
      const effect = Object.hasOwn(serviceSchema.properties ?? {}, key) ? serviceSchema.properties?.[key]?.effect : undefined;
      if (effect === 'unsupported') report('warning', path, `Ignoring unsupported options: ${key}`, 'ignored-key', 'key');
      if (effect === 'deprecated') report('warning', path, `${key}: ${text}`, 'deprecated-key', 'key');
      if (effect === 'dropped') report('warning', path, '', 'dropped-key', 'key');
    }
  }
}

/** The path of the port text whose address the warning names. */
function portWithAddress(file: YamlMap, warning: string): readonly string[] {
  const address = /^ignoring IP-address \(\[?([0-9a-fA-F:.]+?)\]?:[\d-]*:/.exec(warning)?.[1] ?? '';
  const services = file.get('services');
  for (const [name, service] of isYamlMap(services) ? services : []) {
    const ports = isYamlMap(service) ? service.get('ports') : undefined;
    const index = isYamlList(ports) ? ports.findIndex((port) => typeof port === 'string' && address !== '' && port.includes(address)) : -1;
    if (index >= 0) return ['services', name, 'ports', String(index)];
  }
  return ['services'];
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

type Place = Pick<StackProblem, 'line' | 'column' | 'endColumn'>;

function placeOf(text: string, tree: YamlNode, path: readonly string[], at: 'key' | 'value'): Place {
  const found = locate(tree, path);
  const isWhole = found.depth === path.length;
  const node = at === 'key' || !isWhole || found.value.kind === 'mapping' || found.value.kind === 'sequence' ? (found.key ?? found.value) : found.value;
  // An empty value has no place of its own: its key is marked.
  return span(text, node.start.offset === node.end.offset && found.key !== undefined ? found.key : node);
}

function span(text: string, node: { readonly start: Mark; readonly end: Mark }): Place {
  const lineStart = text.lastIndexOf('\n', node.start.offset - 1) + 1;
  const lineBreak = text.indexOf('\n', node.start.offset);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak;
  const end = Math.max(Math.min(node.end.offset, lineEnd), node.start.offset + 1);
  return { line: node.start.line + 1, column: node.start.offset - lineStart + 1, endColumn: end - lineStart + 1 };
}

function syntaxProblems(text: string, error: StackError): readonly StackProblem[] {
  if (!(error instanceof StackSyntaxError)) {
    return [{ severity: 'error', line: 1, column: 1, endColumn: 2, message: error.message, hint: 'not-a-mapping' }];
  }
  const { fault } = error;
  if (fault instanceof YamlTypeFault) {
    return fault.faults.map(({ text: message, node }) => ({ severity: 'error', message: `yaml: ${message}`, hint: 'duplicate-key', ...span(text, node) }));
  }
  const lineBreak = text.indexOf('\n', fault.mark.offset);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak;
  const place = span(text, { start: fault.mark, end: { ...fault.mark, offset: lineEnd } });
  return [{ severity: 'error', message: fault.message, hint: syntaxHint(fault.message, text.charAt(fault.mark.offset)), ...place }];
}

function syntaxHint(message: string, character: string): StackHint {
  if (character === '\t' || message.includes('tab character')) return 'tab-indent';
  if (message.includes('cannot start any token')) return 'yaml-quote-value';
  if (message.includes('mapping values are not allowed') || message.includes("expected ':'")) return 'yaml-colon';
  if (message.includes("',' or")) return 'yaml-bracket';
  if (message.includes('unexpected end of stream')) return 'yaml-quote';
  if (message.includes('unknown anchor')) return 'unknown-anchor';
  if (message.includes('did not find expected')) return 'yaml-indent';
  return 'yaml-syntax';
}
