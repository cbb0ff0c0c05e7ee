import { describe, expect, it } from 'vitest';
import { fittingSize, largestSize, readSettings } from './settings.ts';

describe('readSettings', () => {
  it('has defaults for all that is missing or wrong', () => {
    expect(readSettings(undefined, 'pt-BR')).toMatchObject({
      theme: 'system',
      locale: 'pt-BR',
      panels: { editor: true, terminal: true },
      layouts: {},
      hintSeen: false,
    });
    expect(readSettings('{"theme":"pink","locale":"xx","panels":7,"layouts":{"a":{"b":"wide"}}}', 'en')).toMatchObject({
      theme: 'system',
      locale: 'en',
      panels: { editor: true },
      layouts: {},
    });
    expect(readSettings('not json', 'en').theme).toBe('system');
    expect(readSettings('null', 'en').theme).toBe('system');
  });
  it('takes what was kept', () => {
    expect(readSettings('{"theme":"light","locale":"pt-BR","panels":{"editor":false},"layouts":{"rows":{"stage":60}},"hintSeen":true}', 'en')).toEqual({
      theme: 'light',
      locale: 'pt-BR',
      panels: { editor: false, terminal: true, inspector: true, timeline: true },
      layouts: { rows: { stage: 60 } },
      hintSeen: true,
      hintsDone: [],
      size: 0,
      motion: 'system',
    });
    expect(readSettings('{"size":1.3,"motion":"none","hintsDone":["stop",7]}', 'en')).toMatchObject({ size: 1.3, motion: 'none', hintsDone: ['stop'] });
    expect(readSettings('{"size":40,"motion":"wild","hintsDone":"all"}', 'en')).toMatchObject({ size: 0, motion: 'system', hintsDone: [] });
  });
});

it('draws the page larger in windows that are larger than a desktop', () => {
  const of = (width: number, height: number): number => fittingSize(width, height);
  expect([of(390, 844), of(1440, 900), of(1920, 1080), of(2560, 1440), of(3440, 1440), of(3840, 2160), of(7680, 4320)]).toEqual([
    1, 1, 1, 1.15, 1.15, 1.75, 2.5,
  ]);
});

it('draws the page no larger than its panels and bars have room', () => {
  expect([largestSize(320), largestSize(1440), largestSize(1800)]).toEqual([1, 1.6, 2]);
  for (const width of [1024, 1280, 1440, 1920, 3840]) expect(Math.round(width / largestSize(width))).toBe(900);
});
