import { describe, expect, it } from 'vitest';
import { clockText, cpuText, durationText, memoryText, nameParts, shortClock, shortImage, taskText } from './format.ts';

describe('format', () => {
  it('writes times', () => {
    expect(clockText(0)).toBe('00:00:00');
    expect(clockText(3_723_999)).toBe('01:02:03');
    expect([clockText(-62_000), shortClock(-62_000), shortClock(-500)]).toEqual(['−00:01:02', '−01:02', '00:00']);
    expect(shortClock(62_000)).toBe('01:02');
    expect(shortClock(3_723_999)).toBe('01:02:03');
  });
  it('writes resources', () => {
    expect(cpuText(100_000_000)).toBe('0.1');
    expect(cpuText(2e9)).toBe('2');
    expect(memoryText(50 * 1024 ** 2)).toBe('50 MiB');
    expect(memoryText(24 * 1024 ** 3 - 442_499_072)).toBe('23.6 GiB');
  });
  it('writes durations as docker does', () => {
    expect([0, 250, 1500, 10_000, 90_000, 3_600_000].map(durationText)).toEqual(['0s', '250ms', '1.5s', '10s', '1m30s', '1h']);
  });
  it('takes names apart', () => {
    expect(nameParts('mystack_web.3', 3)).toEqual({ service: 'mystack_web', slot: '.3' });
    expect(nameParts('agent.k2x0node', 0)).toEqual({ service: 'agent', slot: '' });
    expect(shortImage('daviddavistx/webserver:1')).toBe('webserver:1');
  });
  it('shortens names of tasks', () => {
    const [node, task] = ['4dd679l4duo4kjpgovqbmfvbl', 'e7wxlzmgjibrnc91565vyf0td'];
    expect(['web.3', `web.3.${task}`, `agent.${node}`, `agent.${node}.${task}`, 'DC2-N1'].map(taskText)).toEqual([
      'web.3',
      'web.3',
      'agent.4dd679l4…',
      'agent.4dd679l4…',
      'DC2-N1',
    ]);
  });
});
