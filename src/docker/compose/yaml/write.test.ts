import { describe, expect, it } from 'vitest';
import { naturalOrder } from './key-order.ts';
import { writeYaml } from './write.ts';
import { writeText } from './write-scalar.ts';

describe('texts as Go writes them (stack.md §13)', () => {
  it.each([
    ['plain text', 'plain text'],
    ['', '""'],
    ['y', '"y"'],
    ['No', '"No"'],
    ['1', '"1"'],
    ['3.8', '"3.8"'],
    ['22:22', '"22:22"'],
    ['true', '"true"'],
    ['2001-01-01', '"2001-01-01"'],
    ['a: b', "'a: b'"],
    ['a:b', 'a:b'],
    ['x #y', "'x #y'"],
    ["'q'", "'''q'''"],
    ['- a', "'- a'"],
    ['-a', '-a'],
    ['@x', "'@x'"],
    ['{{.Node}}', "'{{.Node}}'"],
    ['end:', "'end:'"],
    [' lead', "' lead'"],
    ['tab\there', '"tab\\there"'],
    ['smile 😀', '"smile \\U0001F600"'],
    ['é', 'é'],
    ['cr\r', '"cr\\r"'],
    ['<<', '<<'],
    ['a\nb', '|-\n  a\n  b'],
    ['a\n', '|\n  a'],
    ['a\n\n', '|+\n  a\n'],
    ['  a\nb\n', '|2\n    a\n  b'],
    ['a \nb', '"a \\nb"'],
    ['\na', '|2-\n  a'],
    ['\n', '|2+'],
    ['\n\n', '|2+\n'],
  ])('%j', (text, expected) => expect(writeText(text, 2)).toBe(expected));

  it('quotes keys of several lines', () => expect(writeText('a\nb', 0, true)).toBe('"a\\nb"'));
});

describe('structure', () => {
  it('indents by two', () => {
    const value = new Map([
      [
        'a',
        [
          new Map<string, null | readonly number[]>([
            ['b', null],
            ['c', [1, 2]],
          ]),
          [3],
          [],
        ],
      ],
    ]);
    expect(writeYaml(value)).toBe('a:\n  - b: null\n    c:\n      - 1\n      - 2\n  - - 3\n  - []\n');
    expect(writeYaml(new Map([['a', new Map()]]))).toBe('a: {}\n');
  });

  it('orders keys by the numbers in them', () => {
    expect(['b', 'a10', 'a9', 'a-b', 'a', 'a1b', 'A'].sort(naturalOrder)).toEqual(['A', 'a', 'a-b', 'a1b', 'a9', 'a10', 'b']);
  });
});
