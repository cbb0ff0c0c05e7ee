import { describe, expect, it } from 'vitest';
import { decodeYaml } from './decode.ts';
import { parseYamlTree } from './tree.ts';
import { goText, isYamlMap, type YamlValue } from './yaml-value.ts';

function read(text: string): YamlValue | string {
  try {
    const tree = parseYamlTree(text);
    return tree === undefined ? 'nothing' : decodeYaml(tree);
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

const shown = (text: string): string => {
  const value = read(text);
  return typeof value === 'string' ? value : goText(value);
};

describe('faults, with the lines that Go names (stack.md §2)', () => {
  it.each([
    ['services:\n\tweb: 1\n', 'yaml: line 2: found character that cannot start any token'],
    ['a: b\nc: @x\n', 'yaml: line 2: found character that cannot start any token'],
    ['a: `x`\n', 'yaml: found character that cannot start any token'],
    ['a:\n  b: c\n  d: e: f\n', 'yaml: line 3: mapping values are not allowed in this context'],
    ['a:\n  b\n    c: d\n', 'yaml: line 3: mapping values are not allowed in this context'],
    ['version: "3.8"\nservices:\n  web:\n    image: nginx\n   deploy:\n      replicas: 5\n', 'yaml: line 2: did not find expected key'],
    ['a:\n    b: 1\n  c: 2\n', 'yaml: line 2: did not find expected key'],
    // With a comment above a dash Go looks twice at what comes behind it, and tells the second fault.
    ['a:\n  - b\n  - d\n \t- e\n', 'yaml: line 3: found a tab character that violates indentation'],
    ['a:\n  # c\n  - b\n  - d\n \t- e\n', 'yaml: line 5: block sequence entries are not allowed in this context'],
    ['a:\n  - b\n  # c\n\n  - d\n  - e\n \t- f\n', 'yaml: line 6: found a tab character that violates indentation'],
    ['a:\n  # c\n  - b\n  - "d\n', 'yaml: line 4: found unexpected end of stream'],
    ['a:\n  - b\n  c: d\n', "yaml: line 1: did not find expected '-' indicator"],
    ['a: [1, 2\nb: 3\n', "yaml: line 1: did not find expected ',' or ']'"],
    ['x: 1\na: {b: 1\nc: 2\n', "yaml: line 1: did not find expected ',' or '}'"],
    ['a: 1\nb: 2\nc: "open\nd: 3\n', 'yaml: line 3: found unexpected end of stream'],
    ['a: *zz\n', "yaml: unknown anchor 'zz' referenced"],
    ['a: 1\nb: 2\na: 3\n', 'yaml: unmarshal errors:\n  line 3: mapping key "a" already defined at line 1'],
    ['a:\n  - b\n  - c\n \t- d\n', 'yaml: line 3: found a tab character that violates indentation'],
    ['a: b\nc\n', "yaml: line 2: could not find expected ':'"],
    ['a: |\n \tx\n', 'yaml: line 2: found a tab character where an indentation space is expected'],
    ['a: "\\q"\n', 'yaml: found unknown escape character'],
    ['%YAML 1.2\n---\na: 1\n', 'yaml: found incompatible YAML document'],
    ['a: &x [*x]\n', "yaml: anchor 'x' value contains itself"],
    ['a: {{ x }}\n', 'yaml: invalid map key: map[string]interface {}{"x":interface {}(nil)}'],
    ['a: !h!x y\n', 'yaml: found undefined tag handle'],
    ['a:\n  <<: b\n', 'yaml: map merge requires map or sequence of maps as the value'],
    ['a: !!int x\n', 'yaml: cannot decode !!str `x` as a !!int'],
    ['a: - b\n', 'yaml: block sequence entries are not allowed in this context'],
    ['a: "b" c\n', 'yaml: did not find expected key'],
  ])('%j', (text, message) => expect(read(text)).toBe(message));

  it('minds tabs before a comment only where no comment goes before', () => {
    expect(shown('a:\n  # one\n\t# two\n  b: c\n')).toBe('map[a:map[b:c]]');
    expect(read('a:\n  b: c # one\n\t# two\n')).toBe('yaml: line 3: found character that cannot start any token');
  });
});

describe('what Go accepts', () => {
  it.each([
    ['a:\n  b: [\n    1,\n    2\n  ]\n', 'map[a:map[b:[1 2]]]'],
    ['a: {\n}\n', 'map[a:map[]]'],
    ['a:\n- 1\n- b: 2\n  c: 3\n', 'map[a:[1 map[b:2 c:3]]]'],
    ['\ufeffa: 1\r\nb: 2\r\n', 'map[a:1 b:2]'],
    ['a: 1\n---\nb: [\n', 'map[a:1]'],
    ['- - 1\n  - 2\n-\n', '[[1 2] <nil>]'],
    ['a: x\n  y\n\n  z # c\n', 'map[a:x y\nz]'],
    ["a: 'it''s'\nb: \"\\u00e9\\x41\\'\"\n", "map[a:it's b:éA']"],
    ['a: |\n  x\n   y\n\nb: >-\n  p\n  q\n\n  r\n', 'map[a:x\n y\n b:p q\nr]'],
    ['a: |+\n  x\n\n', 'map[a:x\n\n]'],
    ['a: |\n  x', 'map[a:x]'],
    ['a: |2\n    x\n', 'map[a:  x\n]'],
    ['x: &x {a: 1, b: 2}\ny: &y {b: 3}\nz: {<<: [*y, *x], c: 4}\n', 'map[x:map[a:1 b:2] y:map[b:3] z:map[a:1 b:3 c:4]]'],
    ['x: &x {a: 1}\ny:\n  a: 2\n  <<: *x\n', 'map[x:map[a:1] y:map[a:2]]'],
    ['? a\n: b\n? c\n', 'map[a:b c:<nil>]'],
    ['{a: 1, "b":2, c}\n', 'map[a:1 b:2 c:<nil>]'],
    ['[a: 1, b]\n', '[map[a:1] b]'],
    ['a: !!str 5\nb: !!float 5\nc: !foo x\nd: !!binary aGk=\n', 'map[a:5 b:5 c:x d:hi]'],
    ['a: b#c\nd: e # f\n', 'map[a:b#c d:e]'],
    ['', 'nothing'],
    ['# nothing\n', 'nothing'],
  ])('%j', (text, expected) => expect(shown(text)).toBe(expected));

  it('keeps a mapping with other keys than texts apart', () => {
    const value = read('a: {1: x}\n');
    expect(typeof value !== 'string' && isYamlMap(value) && isYamlMap(value.get('a'))).toBe(false);
  });
});
