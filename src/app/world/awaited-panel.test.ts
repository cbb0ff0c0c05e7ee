import { afterEach, expect, it, vi } from 'vitest';
import { awaitPanel, keepForPanel, takeForPanel } from './awaited-panel.ts';

const type = (keys: readonly string[]): boolean[] => keys.map(keepForPanel);

afterEach(() => {
  vi.useRealTimers();
  keepForPanel('Escape');
});

it('keeps what is typed for the panel that was asked for, once', () => {
  expect(keepForPanel('n')).toBe(false);
  awaitPanel('terminal');
  expect(type(['l', 's', 'x', 'Backspace', 'Enter', 'Tab'])).toEqual([true, true, true, true, true, false]);
  expect(takeForPanel('editor')).toBe('');
  expect(takeForPanel('terminal')).toBe('ls\r');
  expect(keepForPanel('n')).toBe(false);
  expect(takeForPanel('terminal')).toBe('');
});

it('gives the keys back to the page with Escape, and when the panel does not come', () => {
  awaitPanel('editor');
  expect(type(['a', 'Escape', 'n'])).toEqual([true, false, false]);
  vi.useFakeTimers({ toFake: ['performance'] });
  awaitPanel('editor');
  vi.advanceTimersByTime(10_001);
  expect(keepForPanel('n')).toBe(false);
});
