import { describe, expect, it } from 'vitest';
import { substitute } from './template.ts';

const env: { readonly [name: string]: string } = { SET: 'val', EMPTY: '' };
const run = (text: string): string => {
  const result = substitute(text, (name) => env[name]);
  return result.ok ? result.value : `error ${result.error}`;
};

describe('variables (stack.md §7)', () => {
  it.each([
    ['$SET ${SET}', 'val val'],
    ['[${UNSET}]', '[]'],
    ['${UNSET:-d} ${EMPTY:-d} ${SET:-d}', 'd d val'],
    ['${UNSET-d}|${EMPTY-d}', 'd|'],
    ['${SET:?no}', 'val'],
    ['${EMPTY?no}|', '|'],
    ['$$ $${V}', '$ ${V}'],
    ['${UNSET:-${W}}', '${W}'],
    ['$UNSET-x', 'x'],
    ['$UNSET:-x', 'x'],
    ['${UNSET-a:-b}', 'b'],
    ['${} ${SET}', '{} val'],
    ['${', 'error "${"'],
    ['$1', 'error "$1"'],
    ['a $', 'error "a $"'],
    ['${V:+x}', 'error "${V:+x}"'],
    ['${UNSET?need it}', 'error "required variable UNSET is missing a value: need it"'],
    ['${EMPTY:?}', 'error "required variable EMPTY is missing a value: "'],
  ])('%s', (text, expected) => expect(run(text)).toBe(expected));
});
