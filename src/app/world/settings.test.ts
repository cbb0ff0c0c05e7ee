import { describe, expect, it } from 'vitest';
import { fileInRecording } from './files.ts';
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

describe('fileInRecording', () => {
  it('finds the last content that a run writes', () => {
    expect(fileInRecording('{"v":1,"s":"course","i":[[0,"w","/root/a.yml","one"],[5,"l","N1","ls"],[9,"w","/root/a.yml","two"]],"t":0}', '/root/a.yml')).toBe(
      'two',
    );
  });
  it('falls back to the scenario', () => {
    expect(fileInRecording('{"s":{"setup":[{"kind":"file","path":"/root/a.yml","content":"zero"}]},"i":[]}', '/root/a.yml')).toBe('zero');
    expect(fileInRecording('broken', '/root/a.yml')).toBeUndefined();
  });
});
