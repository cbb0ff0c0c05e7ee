import { describe, expect, it } from 'vitest';
import type { Note } from '../../run/view.ts';
import { hostRecord, serviceRecord, taskRecord } from '../mirror/testing/records.ts';
import { quirksOfHost, quirksOfService, quirksOfTask } from './quirks.ts';

const note = (kind: Note['kind'], subject: string): Note => ({ at: 0, kind, subject, words: {} }) as Note;

describe('quirksOfHost', () => {
  const [a, b] = [hostRecord('N1'), hostRecord('N2')];
  const counts: { readonly [node: string]: number } = { [a.nodeId]: 4, [b.nodeId]: 0 };
  const of = (notes: readonly Note[]): readonly string[] => quirksOfHost(b, [a, b], (node) => counts[node] ?? 0, notes);
  it('tells of a node that came back and got nothing back', () => {
    expect(of([note('node-down', 'N2'), note('node-ready', 'N2')])).toEqual(['no-way-back']);
    expect(of([note('node-ready', 'N2')])).toEqual([]);
    expect(of([note('node-ready', 'N2'), note('node-down', 'N2')])).toEqual([]);
    expect(quirksOfHost(a, [a, b], (node) => counts[node] ?? 0, [note('node-down', 'N1'), note('node-ready', 'N1')])).toEqual([]);
  });
  it('tells of a member of Raft that is no manager any more', () => {
    expect(quirksOfHost(hostRecord('N3', { role: 'worker', managerStatus: 'reachable' }), [a], () => 0, [])).toEqual(['demoted-member']);
  });
});

describe('quirksOfService', () => {
  const tasks = (state: string, count: number) => Array.from({ length: count }, (_, i) => taskRecord(`t${i}`, { state }));
  it('tells of counts and restarts that surprise', () => {
    const dead = hostRecord('N1', { status: 'down' });
    const seen = taskRecord('t', { nodeId: dead.nodeId });
    expect(quirksOfService(serviceRecord('web', { running: 7, desired: 5 }), [seen], [dead])).toEqual(['last-seen-counted']);
    expect(quirksOfService(serviceRecord('web', { running: 7, desired: 5 }), [seen], [])).toEqual([]);
    expect(quirksOfService(serviceRecord('web', { running: 5, desired: 5 }), tasks('failed', 3), [])).toEqual([]);
    expect(quirksOfService(serviceRecord('big', { mode: 'global' }), tasks('rejected', 3), [])).toEqual(['global-too-large']);
    expect(quirksOfService(serviceRecord('job', { mode: 'global-job' }), tasks('failed', 1), [])).toEqual(['global-job-restarts']);
  });
});

it('quirksOfTask tells of a container that is gone, and of a full history', () => {
  const slot = ['running', 'failed', 'failed', 'failed', 'failed'].map((state, i) => taskRecord(`t${i}`, { state }));
  expect(quirksOfTask(taskRecord('t', { err: 'No such container: web.1.x' }), [])).toEqual(['no-such-container']);
  expect(quirksOfTask(taskRecord('t'), slot)).toEqual(['history-counts-running']);
  expect(quirksOfTask(taskRecord('t'), slot.slice(1))).toEqual([]);
});
