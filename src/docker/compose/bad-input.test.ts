import { describe, expect, it } from 'vitest';
import { checkStack } from './check-stack.ts';
import { stackConfigYaml } from './config-yaml.ts';
import { loadStack } from './load-stack.ts';

const letters = [...'abcdefghij'];
const bomb = (first: string, layer: (before: string) => string): string =>
  letters.map((letter, index) => `x-${letter}: &${letter} ${index === 0 ? first : layer(`*${letters[index - 1]}`)}\n`).join('');

/** What `docker stack config` answers: its error, or the file it prints. */
function answer(text: string): string {
  const result = loadStack([{ name: 'stack.yml', text }], { env: {}, workingDir: '/', readFile: () => undefined });
  return 'error' in result ? result.error.message : stackConfigYaml(result.config);
}

const web = (line: string): string => `services:\n  web:\n    image: a\n${line}`;

describe('what nobody should send', () => {
  it.each([
    ['a bomb of lists', bomb('[x, x, x, x, x, x, x, x, x]', (before) => `[${Array(9).fill(before).join(', ')}]`), 'yaml: document contains excessive aliasing'],
    [
      'a bomb of mappings',
      bomb('{a: 1, b: 2, c: 3}', (before) => `{${letters.map((key) => `${key}: ${before}`).join(', ')}}`),
      'yaml: document contains excessive aliasing',
    ],
    ['an anchor in itself', 'x-a: &a [*a]\n', "yaml: anchor 'a' value contains itself"],
    ['a mapping merged into itself', 'x-a: &a\n  <<: *a\nservices: {}\n', "yaml: anchor 'a' value contains itself"],
    ['100,000 open brackets', `a: ${'['.repeat(100_000)}`, 'yaml: exceeded max depth of 10000'],
    ['20,000 dashes', `${'- '.repeat(20_000)}a`, 'yaml: exceeded max depth of 10000'],
    ['3,000 mappings in each other', `x-a: ${'{a: '.repeat(3000)}1${'}'.repeat(3000)}\n`, 'yaml: exceeded max depth of 500 (docker goes deeper)'],
    ['ten megabytes', `services: {}\n${'#'.repeat(10_000_000)}`, 'stack file is too large: 10.0 MB; at most 1 MB is read here'],
    ['a NUL', web('    user: "a\0b"\n'), 'yaml: control characters are not allowed'],
    [
      'a NUL far behind another fault',
      `services:\n  web:\n   a: b: c\n${'# x\n'.repeat(400)}\0`,
      'yaml: line 3: mapping values are not allowed in this context',
    ],
    ['a fault far behind a NUL', `services: "\0"\n${'# x\n'.repeat(400)}  web:\n   a: b: c\n`, 'yaml: control characters are not allowed'],
    ['the same key a hundred times', 'a: 1\n'.repeat(100), /^yaml: unmarshal errors:\n(?: {2}line \d+: mapping key "a" already defined at line \d+\n?){4950}$/],
    ['tabs', 'services:\n\tweb:\n\t\timage: a\n', 'yaml: line 2: found character that cannot start any token'],
    ['a whale as a service', 'services:\n  🐳:\n    image: a\n', 'services Additional property 🐳 is not allowed'],
    [
      '50,000 begun variables',
      web(`    user: "${'${'.repeat(50_000)}"\n`),
      /^invalid interpolation format for services\.web\.user: "\$\{\$\{.*"; you may need to escape any \$ with another \$$/,
    ],
    ['nothing', '', 'top-level object must be a mapping'],
    ['blanks', '  \n\n', 'top-level object must be a mapping'],
  ])('is refused: %s', (_, text, expected) => {
    if (typeof expected === 'string') expect(answer(text)).toBe(expected);
    else expect(answer(text)).toMatch(expected);
    const [first] = checkStack([{ path: 'stack.yml', content: text }]);
    expect(first?.severity).toBe('error');
    expect([(first?.line ?? 0) > 0, (first?.column ?? 0) > 0, first?.message.slice(0, 6)]).toEqual([true, true, answer(text).slice(0, 6)]);
  });

  it.each([
    ['CRLF', web('    tty: true\n').replaceAll('\n', '\r\n'), web('    tty: true\n')],
    ['CR alone', web('    tty: true\n').replaceAll('\n', '\r'), web('    tty: true\n')],
    ['a byte order mark', `\ufeff${web('')}`, web('')],
    ['a second document', `${web('')}---\nservices: 5\n`, web('')],
    ['right-to-left and emoji', web('    labels:\n      "🐳": "\u202eשלום"\n'), web('    labels:\n      "\\U0001F433": ‮שלום\n')],
    [
      'names of JavaScript',
      'services:\n  __proto__:\n    image: x\n  constructor:\n    environment:\n      __proto__: a\n      toString: b\nnetworks:\n  __proto__:\nvolumes:\n  valueOf:\n    driver_opts:\n      __proto__: c\n',
      'services:\n  __proto__:\n    image: x\n  constructor:\n    environment:\n      __proto__: a\n      toString: b\nnetworks:\n  __proto__: {}\nvolumes:\n  valueOf:\n    driver_opts:\n      __proto__: c\n',
    ],
  ])('is taken: %s', (_, text, expected) => {
    expect(answer(text)).toBe(`version: "3.13"\n${expected}`);
    expect(checkStack([{ path: 'stack.yml', content: text }]).filter(({ severity, hint }) => severity === 'error' && hint !== 'missing-image')).toEqual([]);
  });
});
