import { describe, expect, it } from 'vitest';
import { Filters, readFilters } from './filters.ts';

function read(text: string): Filters {
  const filters = readFilters(text, undefined);
  if (!(filters instanceof Filters)) throw new Error(filters.message);
  return filters;
}

describe('filters', () => {
  it('take both forms', () => {
    expect(read('{"name":{"b":true,"a":true}}').get('name')).toEqual(['a', 'b']);
    expect(read('{"name":["b","a"]}').get('name')).toEqual(['a', 'b']);
  });

  it('mean any of the values of a key, but all of the labels', () => {
    const filters = read('{"id":["a","b"],"label":["x","y=1"]}');
    expect([filters.prefix('id', 'abc'), filters.prefix('id', 'cab'), filters.exact('id', 'abc')]).toEqual([true, false, false]);
    expect(filters.labels('label', { x: '', y: '1' })).toBe(true);
    expect(filters.labels('label', { x: '' })).toBe(false);
    expect(filters.labels('label', { x: '', y: '2' })).toBe(false);
    expect(read('{"label":["y="]}').labels('label', { y: '2' })).toBe(true);
  });

  it('read expressions, and texts that are none', () => {
    expect(read('{"name":["^net[12]$"]}').match('name', 'net1')).toBe(true);
    expect(read('{"name":["et"]}').match('name', 'net1')).toBe(true);
    expect(read('{"name":["a("]}').match('name', 'xa(y')).toBe(true);
  });

  it('refuse what they do not know', () => {
    expect(readFilters('{', undefined)).toEqual({ status: 400, message: 'invalid filter' });
    expect(readFilters('[]', undefined)).toEqual({ status: 400, message: 'invalid filter' });
    expect(readFilters('{"foo":{"x":true}}', ['name'])).toEqual({ status: 400, message: "invalid filter 'foo'" });
  });
});
