import { assert } from '../../../base/assert.ts';
import { writeText } from './write-scalar.ts';
import { formatGoFloat, isYamlList, isYamlMap, OddMap, YamlFloat, YamlTime, type YamlValue } from './yaml-value.ts';

/** Writes a value as Go's YAML encoder does with an indentation of 2; mappings in the order they have. Ends in a newline. */
export function writeYaml(value: YamlValue): string {
  return `${writeNode(value, 0).replace(/^\n/, '')}\n`;
}

/** The text of a value after `key:` or `-`: it begins with a newline and the indentation where it takes lines of its own. */
function writeNode(value: YamlValue, indent: number): string {
  if (isYamlMap(value)) {
    if (value.size === 0) return ' {}';
    return [...value].map(([key, member]) => `\n${' '.repeat(indent)}${writePair(key, member, indent)}`).join('');
  }
  if (isYamlList(value)) {
    if (value.length === 0) return ' []';
    return value.map((item) => `\n${' '.repeat(indent)}-${writeItem(item, indent + 2)}`).join('');
  }
  return ` ${writeScalar(value, indent)}`;
}

function writePair(key: string, value: YamlValue, indent: number): string {
  const name = writeText(key, indent, true);
  // A long key stands on a line of its own after a question mark.
  if (byteLength(key) > 128) return `? ${name}\n${' '.repeat(indent)}:${writeNode(value, indent + 2)}`;
  return `${name}:${writeNode(value, indent + 2)}`;
}

/** A list's item begins on the line of its dash, whatever it is. */
function writeItem(value: YamlValue, indent: number): string {
  const text = writeNode(value, indent);
  return text.startsWith('\n') ? ` ${text.slice(1 + indent)}` : text;
}

function writeScalar(value: YamlValue, indent: number): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return writeText(value, indent);
  if (value instanceof YamlTime) return value.rfc3339;
  if (value instanceof YamlFloat) return formatGoFloat(value.value).replace('+Inf', '.inf').replace('-Inf', '-.inf').replace('NaN', '.nan');
  assert(!(value instanceof OddMap), 'a checked stack file has only text keys');
  return String(value);
}

function byteLength(text: string): number {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, 'x').length;
}
