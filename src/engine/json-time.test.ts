import { describe, expect, it } from 'vitest';
import { humanDuration } from './human-duration.ts';
import { hourMinute, readTimestamp, rfc3339, rfc3339Nano, rfc3339Seconds } from './json-time.ts';

describe('times', () => {
  it.each([0, 951_782_400_000, 1_795_475_640_123, 1_709_164_800_000, 1_735_689_599_999, 4_102_444_800_000])('writes %i as the calendar says', (unixMs) => {
    const iso = new Date(unixMs).toISOString();
    expect(rfc3339Seconds(unixMs)).toBe(iso.replace(/\.\d+/, ''));
    expect(rfc3339(unixMs)).toBe(iso.replace(/\.?0+Z$/, 'Z'));
    expect(rfc3339Nano(unixMs)).toBe(iso.replace('Z', '000000Z'));
    expect(hourMinute(unixMs)).toBe(iso.slice(11, 16));
    expect(readTimestamp(iso)).toBe(unixMs);
  });

  it('reads Unix seconds, and nothing else', () => {
    expect(readTimestamp('1795475951')).toBe(1_795_475_951_000);
    expect(readTimestamp('1795475951.25')).toBe(1_795_475_951_250);
    expect(readTimestamp('yesterday')).toBeUndefined();
  });
});

describe('ages in words', () => {
  it.each([
    [999, 'Less than a second'],
    [1000, '1 second'],
    [59_000, '59 seconds'],
    [60_000, 'About a minute'],
    [3_000_000, '50 minutes'],
    [3_600_000, 'About an hour'],
    [9_000_000, '3 hours'],
    [172_800_000, '2 days'],
    [1_209_600_000, '2 weeks'],
    [7_776_000_000, '3 months'],
    [63_072_000_000, '2 years'],
  ])('%i ms: %s', (ms, words) => {
    expect(humanDuration(ms)).toBe(words);
  });
});
