import { describe, expect, it } from 'vitest';
import { parseTranscript } from './transcript.ts';

describe('a transcript', () => {
  it('is read into steps; recorded output and remarks are passed over', () => {
    const { header, steps } = parseTranscript(
      '# title: a case\n# hosts: 2\n\nfile a.yml <<EOF\nx: 1\n\nEOF\n\nsorted [DC2-N1]$ docker ps\nCONTAINER ID\n[exit 1]\nlet ID = [DC2-N2]$ docker ps -q\nsettle\n# last change after 1 s\nwait 2.5s\nstop DC2-N2\n',
    );
    expect(header).toEqual({ title: 'a case', hosts: '2' });
    expect(steps.map((step) => step.kind)).toEqual(['file', 'command', 'let', 'settle', 'wait', 'fault']);
    expect(steps[0]).toMatchObject({ text: 'x: 1\n\n' });
    expect(steps[1]).toMatchObject({ host: 'DC2-N1', command: 'docker ps', line: 'sorted [DC2-N1]$ docker ps' });
    expect(steps[4]).toMatchObject({ ms: 2500 });
    expect(() => parseTranscript('file a <<EOF\nx')).toThrow(/no EOF/);
  });
});
