import { describe, expect, it } from 'vitest';
import { hostRecord, serviceRecord, taskRecord } from '../mirror/testing/records.ts';
import { matchesHost, matchesService, matchesTask, parseFilter } from './filter.ts';

const host = hostRecord('DC2-N1', { labels: { zone: 'a' }, role: 'manager' });
const service = serviceRecord('web', { name: 'mystack_web', stack: 'mystack', labels: { tier: 'Front' } });
const task = taskRecord('t', { name: 'mystack_web.3', image: 'nginx:1.25' });
const finds = (query: string): boolean => matchesTask(parseFilter(query), task, host, service);

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
    expect(finds('label:tier=front')).toBe(true);
    expect(finds('stack:mystack image:nginx')).toBe(true);
    expect(finds('stack:other')).toBe(false);
    expect(finds('web node:n2')).toBe(false);
  });
  it('takes a word with a colon that is no field as a word', () => {
    expect(finds('nginx:1.25')).toBe(true);
    expect(finds('nginx:1.26')).toBe(false);
  });
  it('finds nodes and services', () => {
    expect(matchesHost(parseFilter('label:zone'), host)).toBe(true);
    expect(matchesHost(parseFilter('state:ready role:manager'), host)).toBe(true);
    expect(matchesHost(parseFilter('web'), host)).toBe(false);
    expect(matchesService(parseFilter('stack:mystack'), service)).toBe(true);
    expect(matchesService(parseFilter('node:n1'), service)).toBe(false);
  });
});
