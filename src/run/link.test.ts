import { describe, expect, it } from 'vitest';
import { defaultScenario } from './default-scenario.ts';
import { decodeLink, encodeLink } from './link.ts';
import { RecordingProblem, readRecording, writeRecording } from './recording.ts';

const recording = {
  scenario: defaultScenario(),
  inputs: [
    { at: 1200, input: { kind: 'line', host: 'DC2-N1', text: 'docker service create --name webapp1 --replicas=6 nginx', from: 'terminal' } },
    { at: 9000, input: { kind: 'fault', host: 'DC2-N3', fault: 'power-off' } },
    { at: 9000, input: { kind: 'keys', host: 'DC2-N1', data: '\u0003' } },
    { at: 9500, input: { kind: 'link', a: 'DC2-N1', b: 'DC2-N2', cut: true } },
    { at: 9501, input: { kind: 'add-host', name: 'DC2-N4' } },
    { at: 9502, input: { kind: 'file', path: '/root/a.yml', content: 'é → ☃\n' } },
  ],
  now: 60_000,
} as const;

describe('a recording in a link', () => {
  it('comes back as it was', () => {
    const link = encodeLink(writeRecording(recording));
    const decoded = decodeLink(link);
    expect('recording' in decoded && readRecording(decoded.recording)).toEqual(recording);
  });

  it('is short for a few actions', () => {
    expect(encodeLink(writeRecording(recording)).length).toBeLessThan(260);
  });

  it('says what is wrong with a damaged one', () => {
    const link = encodeLink(writeRecording(recording));
    expect(decodeLink('')).toEqual({ problem: 'damaged' });
    expect(decodeLink(`v9.${link.slice(3)}`)).toEqual({ problem: 'version' });
    expect(decodeLink(`v1.${'A'.repeat(40_000)}`)).toEqual({ problem: 'too-long' });
    for (const cut of [10, 40, link.length - 8]) {
      const decoded = decodeLink(link.slice(0, cut));
      if ('recording' in decoded) expect(() => readRecording(decoded.recording)).toThrow(RecordingProblem);
      else expect(decoded.problem).toBe('damaged');
    }
  });

  it('does not take what is beyond the limits or of another shape', () => {
    const reason = (text: string): string => {
      try {
        readRecording(text);
      } catch (error) {
        return (error as RecordingProblem).reason;
      }
      return 'taken';
    };
    expect(reason('{')).toBe('not-json');
    expect(reason('{"v":3,"s":"x","i":[],"t":0}')).toBe('version');
    expect(reason('{"v":1,"s":"x","i":[[1,"zzz"]],"t":0}')).toBe('shape');
    expect(reason('{"v":1,"s":"x","i":[[-1,"+","a"]],"t":0}')).toBe('shape');
    expect(reason('{"v":1,"s":"x","i":[],"t":99999999999}')).toBe('limit');
    expect(
      reason(
        `{"v":1,"s":{"title":"","seed":"","epochMs":0,"hosts":[${'{"name":"a","address":"","cpus":1,"memoryBytes":1},'.repeat(60).slice(0, -1)}],"setup":[]},"i":[],"t":0}`,
      ),
    ).toBe('limit');
    expect(reason('{"v":1,"s":"x","i":[],"t":0}')).toBe('taken');
  });
});
