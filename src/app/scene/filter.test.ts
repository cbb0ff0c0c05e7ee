import { describe, expect, it } from 'vitest';
import { hostRecord, taskRecord } from '../mirror/testing/records.ts';
import { matchesHost, matchesTask, parseFilter } from './filter.ts';

const host = hostRecord('DC2-N1', { labels: { zone: 'a' }, role: 'manager' });
const task = taskRecord('t', { name: 'mystack_web.3', image: 'nginx:1.25' });
const finds = (query: string): boolean => matchesTask(parseFilter(query), task, host, 'mystack');

describe('the filter', () => {
  it('is nothing when nothing is asked', () => {
    expect(parseFilter('  ')).toBeUndefined();
    expect(parseFilter('label:')).toBeUndefined();
  });
  it('takes words as alternatives, whatever their case', () => {
    expect(finds('WEB')).toBe(true);
    expect(finds('api web')).toBe(true);
    expect(finds('api')).toBe(false);
    expect(finds('nginx')).toBe(true);
    expect(finds('dc2-n1')).toBe(true);
    expect(finds('zone=a')).toBe(true);
  });
  it('wants every field that is named', () => {
    expect(finds('service:web state:running')).toBe(true);
    expect(finds('service:web state:failed')).toBe(false);
    expect(finds('role:manager label:zone=a')).toBe(true);
    expect(finds('web node:n2')).toBe(false);
  });
  it('finds nodes', () => {
    expect(matchesHost(parseFilter('label:zone'), host)).toBe(true);
    expect(matchesHost(parseFilter('web'), host)).toBe(false);
  });
});
