import { describe, expect, it } from 'vitest';
import type { Plan, ServicePlan, TaskPlan } from '../../../run/plan.ts';
import { editorEn } from '../../i18n/editor-en.ts';
import { editorPtBr } from '../../i18n/editor-pt-br.ts';
import { planRows } from './plan-rows.ts';

const task = (name: string, change: TaskPlan['change'], more: Partial<TaskPlan> = {}): TaskPlan => ({
  name,
  change,
  from: '',
  to: 'N1',
  group: 0,
  beginsMs: 0,
  runsMs: 1000,
  message: '',
  ...more,
});
const service = (name: string, action: ServicePlan['action'], more: Partial<ServicePlan> = {}): ServicePlan => ({
  name,
  mode: 'replicated',
  action,
  fields: [],
  tasks: [],
  rollout: undefined,
  misfits: [],
  outcome: 'running',
  settledAfterMs: 1000,
  ...more,
});
const plan = (services: readonly ServicePlan[], more: Partial<Plan> = {}): Plan => ({
  stack: 's',
  at: 0,
  command: '',
  exit: 0,
  stdout: '',
  stderr: '',
  services,
  objects: [],
  settledAfterMs: 1000,
  horizonMs: 8000,
  ...more,
});
const lines = (value: Plan, m = editorEn): string[] =>
  planRows(value, m).map(({ mark, verb, kind, name, change, details, troubles }) =>
    [`${mark}:`, verb, kind, name, change, ...details, ...troubles].filter(Boolean).join(' | '),
  );

describe('planRows', () => {
  it('says what changes, which tasks start and which stay', () => {
    const scaled = service('s_web', 'update', {
      fields: [{ key: 'deploy.replicas', before: '5', after: '8', restarts: false }],
      tasks: [task('s_web.6', 'start', { to: 'N2' }), task('s_web.7', 'start'), ...['1', '2'].map((slot) => task(`s_web.${slot}`, 'keep'))],
    });
    expect(lines(plan([scaled]))).toEqual(['update: | update | s_web | replicas 5 → 8 | 2 tasks start on N1, N2 | 2 stay as they are']);
    expect(lines(plan([scaled]), editorPtBr)).toEqual(['update: | atualizar | s_web | replicas 5 → 8 | 2 tarefas iniciam em N1, N2 | 2 continuam como estão']);
  });
  it('shows the beginning of a very long value', () => {
    const fields = [{ key: 'labels.a', before: '', after: 'x'.repeat(500_000), restarts: true }];
    const [row] = planRows(plan([service('s_web', 'update', { fields })]), editorEn);
    expect(row?.fields[0]?.after).toBe(`${'x'.repeat(200)}…`);
  });
  it('says how running tasks are replaced', () => {
    const rollout = { order: 'start-first', parallelism: 2, delayMs: 10_000, failureAction: 'pause', tasks: 3, groups: 2, atLeastMs: 10_000 } as const;
    const changed = service('s_web', 'update', { rollout, tasks: ['1', '2', '3'].map((slot) => task(`s_web.${slot}`, 'replace')) });
    expect(lines(plan([changed]))).toEqual([
      'update: | update | s_web | 3 tasks are replaced, 2 at a time, 10 s apart; the new one starts first | takes 10 s at least',
    ]);
  });
  it('says what will not fit, what fails and what is left over, what changes before what stays', () => {
    const value = plan(
      [
        service('s_a', 'unchanged', { tasks: [task('s_a.1', 'keep')] }),
        service('s_b', 'left-over'),
        service('s_c', 'create', { misfits: [{ message: 'no suitable node (insufficient resources on 3 nodes)', tasks: 2 }], outcome: 'waiting' }),
        service('s_d', 'removed', { tasks: [task('s_d.1', 'stop')], outcome: 'gone' }),
        service('s_e', 'create', { outcome: 'failing', tasks: [task('s_e.1', 'start', { message: 'task: non-zero exit (3)' })] }),
      ],
      {
        objects: [
          { kind: 'network', name: 's_net', action: 'create', hosts: [] },
          { kind: 'network', name: 's_old', action: 'left-over', hosts: [] },
          { kind: 'secret', name: 's_pw', action: 'kept', hosts: [] },
          { kind: 'secret', name: 'shared', action: 'external', hosts: [] },
        ],
      },
    );
    expect(lines(value)).toEqual([
      'remove: | remove | s_d | 1 task stops',
      'create: | create | s_c | 2 tasks will not fit: no suitable node (insufficient resources on 3 nodes)',
      'create: | create | s_e | 1 task starts on N1 | its tasks fail again and again: task: non-zero exit (3)',
      'create: | create | network | s_net',
      'left-over: | keep | s_b | not in the file',
      'left-over: | keep | network | s_old | not in the file',
      'leave: | leave | s_a',
      'leave: | leave | secret | s_pw, shared',
    ]);
  });
  it('tells nothing of what a deploy that stops did not come to', () => {
    const value = plan([service('s_a', 'left-over')], { exit: 1, stderr: 'open /root/x: no such file or directory' });
    expect(lines(value)).toEqual([]);
  });
});
