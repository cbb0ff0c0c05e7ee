import { describe, expect, it } from 'vitest';
import { decode, list, map, struct } from './shape.ts';

const shape = struct('Thing', [
  ['Name', 'string', 'keep'],
  ['Note', 'string', 'omit'],
  ['Count', 'uint', 'pointer'],
  ['Size', 'int', 'omit'],
  ['Tags', list('string'), 'omit'],
  ['Labels', map('string'), 'keep'],
  ['Data', 'bytes', 'omit'],
  ['Part', struct('Part', [['On', 'bool', 'keep']]), 'pointer'],
  ['Gone', struct('Gone', []), 'null'],
]);

describe('decode', () => {
  it('writes known keys in their order, maps sorted, zero values as the field says', () => {
    const body = { unknown: 1, labels: { b: '2', a: '1' }, COUNT: 0, Size: 0, Tags: [], Note: '', Part: {} };
    expect(JSON.stringify(decode(shape, body))).toBe('{"value":{"Name":"","Count":0,"Labels":{"a":"1","b":"2"},"Part":{"On":false},"Gone":null}}');
  });

  it('takes an absent body for an empty one and null for absent', () => {
    expect(decode(shape, undefined)).toEqual({ value: { Name: '', Labels: {}, Gone: null } });
    expect(decode(shape, { Name: null, Part: null })).toEqual({ value: { Name: '', Labels: {}, Gone: null } });
  });

  it.each([
    [{ Name: 7 }, 'json: cannot unmarshal number into Go struct field Thing.Name of type string'],
    [{ Count: -1 }, 'json: cannot unmarshal number -1 into Go struct field Thing.Count of type uint64'],
    [{ Size: 1.5 }, 'json: cannot unmarshal number 1.5 into Go struct field Thing.Size of type int64'],
    [{ Tags: 'a' }, 'json: cannot unmarshal string into Go struct field Thing.Tags of type []string'],
    [{ Part: { On: 'yes' } }, 'json: cannot unmarshal string into Go struct field Thing.Part.On of type bool'],
    [{ Data: 'abc!' }, 'illegal base64 data at input byte 3'],
    ['text', 'json: cannot unmarshal string into Go value of type swarm.Thing'],
  ])('refuses %j', (body, error) => {
    expect(decode(shape, body)).toEqual({ error: `invalid JSON: ${error}` });
  });
});
