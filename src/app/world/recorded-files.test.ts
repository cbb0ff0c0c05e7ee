import { describe, expect, it } from 'vitest';
import { COURSE_STACK, defaultScenario, STACK_FILE } from '../../run/default-scenario.ts';
import type { Input } from '../../run/input.ts';
import type { Recording } from '../../run/recording.ts';
import { deployedTexts, recordedFiles } from './recorded-files.ts';

const run = (...inputs: readonly Input[]): Recording => ({
  scenario: defaultScenario(),
  inputs: inputs.map((input, at) => ({ at, input })),
  now: inputs.length,
});
const file = (path: string, content: string): Input => ({ kind: 'file', path, content });
const line = (text: string, from: 'terminal' | 'click' = 'terminal'): Input => ({ kind: 'line', host: 'N1', text, from });

describe('recordedFiles', () => {
  it('begins with the scenario’s, and finds the last content that a run writes to each path', () => {
    expect([...recordedFiles(run(file('/root/a.yml', 'one'), line('ls'), file('/root/a.yml', 'two')))]).toEqual([
      [STACK_FILE, COURSE_STACK],
      ['/root/a.yml', 'two'],
    ]);
    expect(recordedFiles(undefined).size).toBe(0);
  });
});

describe('deployedTexts', () => {
  it('knows the course’s stack, and what was deployed since, typed or clicked', () => {
    const recording = run(
      file('/root/a.yml', 'one'),
      line('docker stack deploy -c a.yml shop', 'click'),
      file('/root/a.yml', 'two'),
      file('/root/my file.yml', 'three'),
      line("cd /root; docker stack deploy --prune -d --compose-file './my file.yml' other && echo done"),
      line('docker stack deploy --compose-file=nowhere.yml third'),
    );
    expect([...deployedTexts(recording)]).toEqual([
      ['mystack', { path: STACK_FILE, content: COURSE_STACK }],
      ['shop', { path: '/root/a.yml', content: 'one' }],
      ['other', { path: '/root/my file.yml', content: 'three' }],
    ]);
  });
});
