import { expect, it } from 'vitest';
import { checkCases } from './check-cases.mjs';

const all = Array.from({ length: 284 }, (_, i) => `ORC-${String(i + 1).padStart(3, '0')} what it says`);

it('is content when every case has a test or a reason', () => {
  expect(checkCases(all, {})).toEqual([]);
  expect(checkCases(all.slice(1), { 'ORC-001': 'there is no such thing in the playground' })).toEqual([]);
});

it('lists cases without a test, with both, without a reason, and numbers that do not exist', () => {
  expect(checkCases(all.slice(0, -1), {})).toEqual(['ORC-284 has no test whose title begins with it']);
  expect(checkCases([...all.slice(1), 'this is ORC-001'], {})).toEqual(['ORC-001 has no test whose title begins with it']);
  expect(checkCases(all, { 'ORC-002': 'there is no such thing in the playground' })).toEqual(['ORC-002 is tested and in the list of cases that do not apply']);
  expect(checkCases(all.slice(1), { 'ORC-001': 'no' })).toEqual(['ORC-001 does not apply, but the list does not say why']);
  expect(checkCases([...all, 'ORC-285 more'], {})).toEqual(['ORC-285 is no case of the specification']);
  const many = Object.fromEntries(all.slice(0, 21).map((title) => [title.slice(0, 7), 'there is no such thing in the playground']));
  expect(checkCases(all.slice(21), many)).toEqual(['more than 20 cases are said not to apply']);
});
