/** Codes of characters from the first to the last. */
export type CodeRange = readonly [number, number];

const DIGIT: readonly CodeRange[] = [[48, 57]];
const UPPER: readonly CodeRange[] = [[65, 90]];
const LOWER: readonly CodeRange[] = [[97, 122]];

const CLASSES = new Map<string, readonly CodeRange[]>([
  ['digit', DIGIT],
  ['upper', UPPER],
  ['lower', LOWER],
  ['alpha', [...UPPER, ...LOWER]],
  ['alnum', [...DIGIT, ...UPPER, ...LOWER]],
  ['word', [...DIGIT, ...UPPER, ...LOWER, [95, 95]]],
  [
    'space',
    [
      [9, 13],
      [32, 32],
    ],
  ],
  [
    'blank',
    [
      [9, 9],
      [32, 32],
    ],
  ],
  ['xdigit', [...DIGIT, [65, 70], [97, 102]]],
  [
    'punct',
    [
      [33, 47],
      [58, 64],
      [91, 96],
      [123, 126],
    ],
  ],
  ['print', [[32, 0xff_ff]]],
  ['graph', [[33, 0xff_ff]]],
  [
    'cntrl',
    [
      [0, 31],
      [127, 127],
    ],
  ],
]);

/** The characters of `[:name:]` in patterns and expressions; undefined for a name that is none. */
export function characterClass(name: string): readonly CodeRange[] | undefined {
  return CLASSES.get(name);
}
