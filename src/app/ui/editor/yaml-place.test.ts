import { describe, expect, it } from 'vitest';
import { keyAt, placeAt } from './yaml-place.ts';

/** Lines and the place of the bar in them. */
function at(text: string): [string[], number, number] {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return [text.replace('|', '').split('\n'), before.length - 1, before[before.length - 1]?.length ?? 0];
}

describe('placeAt', () => {
  it('knows the mapping that a key is written in', () => {
    expect(placeAt(...at('services:\n  web:\n    image: a\n    dep|'))).toEqual({
      path: ['services', 'web'],
      at: 'key',
      key: '',
      typed: 'dep',
      from: 4,
      indent: 4,
      outer: [
        { path: [], column: 0 },
        { path: ['services'], column: 2 },
      ],
    });
  });
  it('knows the columns of the mappings around, through lists', () => {
    expect(placeAt(...at('services:\n    web:\n     ports:\n       - target: 80\n         pub|')).outer).toEqual([
      { path: [], column: 0 },
      { path: ['services'], column: 4 },
      { path: ['services', 'web'], column: 5 },
    ]);
  });
  it('knows the key that a value belongs to', () => {
    expect(placeAt(...at('services:\n  web:\n    deploy:\n      mode: gl|'))).toMatchObject({
      path: ['services', 'web', 'deploy'],
      at: 'value',
      key: 'mode',
      typed: 'gl',
      from: 12,
    });
  });
  it('takes an empty line by its blanks', () => {
    expect(placeAt(...at('services:\n  web:\n    deploy:\n      replicas: 1\n\n    |')).path).toEqual(['services', 'web']);
    expect(placeAt(...at('services:\n  web:\n    deploy:\n      |')).path).toEqual(['services', 'web', 'deploy']);
  });
  it('goes through lists, also those in the column of their key', () => {
    expect(placeAt(...at('services:\n  web:\n    networks:\n      - we|'))).toMatchObject({ path: ['services', 'web', 'networks', 0], typed: 'we' });
    expect(placeAt(...at('services:\n  web:\n    networks:\n    - one\n    - we|')).path).toEqual(['services', 'web', 'networks', 0]);
    expect(placeAt(...at('services:\n  web:\n    ports:\n      - target: 80\n        pub|')).path).toEqual(['services', 'web', 'ports', 0]);
    expect(placeAt(...at('services:\n  web:\n    ports:\n      - target: 80\n    dep|')).path).toEqual(['services', 'web']);
  });
  it('reads quoted keys and skips comments', () => {
    expect(placeAt(...at('services:\n  "web":\n# note\n    im|')).path).toEqual(['services', 'web']);
  });
  it('does not take a colon without a blank for a key', () => {
    expect(placeAt(...at('services:\n  web:\n    ports:\n      - 80:8|'))).toMatchObject({ at: 'key', typed: '80:8' });
  });
});

describe('keyAt', () => {
  it('gives the path of the key under the pointer, and nothing beside it', () => {
    expect(keyAt(...at('services:\n  web:\n    ima|ge: a'))).toEqual({ path: ['services', 'web', 'image'], from: 4, to: 9 });
    expect(keyAt(...at('services:\n  web:\n    image: a|'))).toBeUndefined();
  });
});
