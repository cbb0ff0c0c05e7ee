import { describe, expect, it } from 'vitest';
import { ago, apiTimeMs, goTime, humanDuration } from './age.ts';
import { goJsonText } from './go-json.ts';
import { listedImage } from './image-name.ts';
import { capitalised, labelsText, shortId } from './list.ts';
import { compareNatural } from './natural-order.ts';
import { sha256Hex } from './sha256.ts';
import { binarySize, humanSize, shortSize } from './size.ts';
import { alignTable } from './table.ts';
import { ellipsis } from './text-width.ts';

describe('tables', () => {
  it('pads cells to the widest of their column and at least to 10', () => {
    expect(alignTable('ID\tNAME\tX\na\tlonger-than-ten\tb\n')).toBe('ID        NAME              X\na         longer-than-ten   b\n');
  });
  it('leaves the last cell alone, also when it is empty', () => {
    expect(alignTable('A\tB\tC\na\tb\t\n')).toBe('A         B         C\na         b         \n');
  });
  it('aligns neighbouring lines only', () => {
    expect(alignTable('a\tb\nalone\nlong-long-long\tc\n')).toBe('a         b\nalone\nlong-long-long   c\n');
  });
  it('counts wide characters twice', () => {
    expect(alignTable('日本語日本語\tb\nx\tc\n')).toBe('日本語日本語   b\nx              c\n');
  });
  it('takes other widths', () => {
    expect(alignTable('UID\tPID\nroot\t1\n', 20)).toBe('UID                 PID\nroot                1\n');
  });
  it('cuts cells', () => {
    expect(ellipsis('no suitable node (scheduling constraints)', 30)).toBe('no suitable node (scheduling …');
    expect(ellipsis('exactly', 7)).toBe('exactly');
    expect(ellipsis('日本語', 4)).toBe('日…');
  });
});

describe('ages', () => {
  const second = 1000;
  const minute = 60 * second;
  const hour = 60 * minute;
  const day = 24 * hour;
  it.each([
    [-5 * second, 'Less than a second'],
    [999, 'Less than a second'],
    [second, '1 second'],
    [1999, '1 second'],
    [59 * second, '59 seconds'],
    [minute, 'About a minute'],
    [2 * minute - 1, 'About a minute'],
    [2 * minute, '2 minutes'],
    [hour - 1, '59 minutes'],
    [hour, 'About an hour'],
    [90 * minute - 1, 'About an hour'],
    [90 * minute, '2 hours'],
    [day, '24 hours'],
    [47.5 * hour - 1, '47 hours'],
    [47.5 * hour, '2 days'],
    [13 * day, '13 days'],
    [14 * day, '2 weeks'],
    [59 * day, '8 weeks'],
    [60 * day, '2 months'],
    [729 * day, '24 months'],
    [730 * day, '2 years'],
    [730 * day - 20 * minute, '1 years'],
  ])('%d ms: %s', (ms, text) => {
    expect(humanDuration(ms)).toBe(text);
  });
  it('reads and prints API times', () => {
    expect(ago(apiTimeMs('2026-01-02T03:04:05.5Z'), apiTimeMs('2026-01-02T03:04:15Z'))).toBe('9 seconds ago');
    expect(goTime('2026-01-02T03:04:05.678900000Z')).toBe('2026-01-02 03:04:05.6789 +0000 UTC');
    expect(goTime('2026-01-02T03:04:05+00:00')).toBe('2026-01-02 03:04:05 +0000 UTC');
    expect(goTime(undefined)).toBe('0001-01-01 00:00:00 +0000 UTC');
  });
});

describe('sizes', () => {
  it.each([
    [25_276_502_016, '23.54GiB', '25.28GB', '25.3GB'],
    [64 * 2 ** 20, '64MiB', '67.11MB', '67.1MB'],
    [1.5 * 2 ** 30, '1.5GiB', '1.611GB', '1.61GB'],
    [0, '0B', '0B', '0B'],
    [512, '512B', '512B', '512B'],
    [999_949, '976.5KiB', '999.9kB', '1e+03kB'],
    [1_982_387, '1.891MiB', '1.982MB', '1.98MB'],
  ])('%d', (bytes, binary, human, short) => {
    expect([binarySize(bytes), humanSize(bytes), shortSize(bytes)]).toEqual([binary, human, short]);
  });
});

describe('order and words', () => {
  it('is natural', () => {
    const names = ['web-a', 'web10', 'web', 'web2', 'web.1', 'web10.1', 'Web', 'a01', 'a1'];
    expect([...names].sort(compareNatural)).toEqual(['Web', 'a1', 'a01', 'web', 'web2', 'web10', 'web10.1', 'web-a', 'web.1']);
    expect(compareNatural('same1', 'same1')).toBe(0);
  });
  it('capitalises', () => {
    expect([capitalised('running'), capitalised('2026 UTC'), capitalised('A'), capitalised('')]).toEqual(['Running', '2026 utc', 'a', '']);
  });
  it('shortens ids and images', () => {
    expect(shortId('sha256:e9607d44e275bd86c89c')).toBe('e9607d44e275');
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(listedImage(`docker.io/library/nginx:1.25@${digest}`)).toBe('nginx:1.25');
    expect(listedImage(`nginx@${digest}`)).toBe(`nginx@${digest}`);
    expect(listedImage('ghcr.io/a/b')).toBe('ghcr.io/a/b');
  });
  it('joins labels', () => {
    expect(labelsText({ b: '2', a: '' })).toBe('a=,b=2');
    expect(labelsText(null)).toBe('');
  });
});

describe('JSON as Go writes it', () => {
  const value = { a: [1, 'x<y>&'], b: {}, c: [], d: null, e: undefined };
  it('indents', () => {
    expect(goJsonText(value, 4, false)).toBe('{\n    "a": [\n        1,\n        "x<y>&"\n    ],\n    "b": {},\n    "c": [],\n    "d": null\n}');
  });
  it('escapes for HTML on demand', () => {
    expect(goJsonText(value, 0, true)).toBe('{"a":[1,"x\\u003cy\\u003e\\u0026"],"b":{},"c":[],"d":null}');
  });
});

describe('sha256', () => {
  it('hashes', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('a'.repeat(200))).toBe('c2a908d98f5df987ade41b5fce213067efbcc21ef2240212a41e54b5e7c28ae5');
  });
});
