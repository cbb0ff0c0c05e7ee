import { expect, it } from 'vitest';
import { forgetEarlyKeys, keepEarlyKey, takeEarlyKeys } from './early-keys.ts';

it('keeps what is typed before a list is there, once', () => {
  for (const key of ['s', 't', 'x', 'Backspace', 'o', 'p', 'Enter']) expect(keepEarlyKey(key)).toBe(true);
  expect(keepEarlyKey('ArrowDown')).toBe(false);
  expect(takeEarlyKeys()).toEqual({ text: 'stop', entered: true });
  expect(takeEarlyKeys()).toEqual({ text: '', entered: false });
});

it('forgets it when the list is not wanted any more', () => {
  keepEarlyKey('x');
  forgetEarlyKeys();
  expect(takeEarlyKeys().text).toBe('');
});
