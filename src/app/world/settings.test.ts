import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

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
      scale: 1,
      motion: 'system',
    });
    expect(readSettings('{"scale":1.3,"motion":"none","hintsDone":["stop",7]}', 'en')).toMatchObject({ scale: 1.3, motion: 'none', hintsDone: ['stop'] });
    expect(readSettings('{"scale":40,"motion":"wild","hintsDone":"all"}', 'en')).toMatchObject({ scale: 1, motion: 'system', hintsDone: [] });
  });
});
