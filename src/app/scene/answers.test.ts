import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../../run/view.ts';
import { countAnswers } from './answers.ts';

function request(task: string, ok = true): RequestRecord {
  const hops = task === '' ? [] : [{ kind: 'task' as const, at: task, address: '10.0.0.5:80' }];
  return { at: 0, from: 'N1', url: 'http://n1/', ok, status: ok ? 200 : 0, error: ok ? '' : '(28) …', taskId: `id-${task}`, hops };
}

describe('answers', () => {
  it('are counted by task, numbers as numbers; what reached a task that did not answer is an error', () => {
    expect(countAnswers([request('web.10'), request('web.2'), request('web.10'), request('web.2', false), request('', false)])).toEqual({
      tasks: [
        { name: 'web.2', taskId: 'id-web.2', count: 1 },
        { name: 'web.10', taskId: 'id-web.10', count: 2 },
      ],
      errors: 2,
    });
  });
});
