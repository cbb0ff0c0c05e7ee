import { describe, expect, it } from 'vitest';
import type { Json } from '../../../base/json.ts';
import { type Clock, type EngineClient, Interrupted } from '../../api/client.ts';
import { TestClock, testContext } from '../testing/recorded-exchange.ts';
import { waitOnService } from './wait-on-service.ts';

/** What one poll sees. The last one stays. */
interface Look {
  readonly tasks: readonly { readonly slot?: number; readonly node?: string; readonly state: string; readonly desired?: string; readonly error?: string }[];
  readonly update?: { readonly State: string; readonly Message: string };
}

function engine(
  mode: Json,
  looks: readonly Look[],
  options: { readonly job?: true; readonly monitor?: number; readonly down?: readonly string[] } = {},
): EngineClient {
  let poll = -1;
  const answer = (path: string): Json => {
    const look = looks[Math.min(poll, looks.length - 1)];
    if (path === '/nodes') return ['n1', 'n2'].map((ID) => ({ ID, Status: { State: options.down?.includes(ID) === true ? 'down' : 'ready' } }));
    if (path === '/tasks') {
      return (look?.tasks ?? []).map((task) => ({
        Slot: task.slot,
        NodeID: task.node ?? 'n1',
        DesiredState: task.desired ?? 'running',
        Status: { State: task.state, Err: task.error },
        JobIteration: {},
      }));
    }
    return {
      ID: 'serviceid',
      Spec: { Name: 'web', Labels: {}, TaskTemplate: {}, Mode: mode, ...(options.monitor === undefined ? {} : { UpdateConfig: { Monitor: options.monitor } }) },
      UpdateStatus: look?.update,
      JobStatus: options.job ? { JobIteration: {} } : undefined,
    };
  };
  return {
    request: async ({ path }) => {
      if (path.startsWith('/services/')) poll += 1;
      return { status: 200, headers: {}, body: answer(path) };
    },
  };
}

async function wait(client: EngineClient, options: { readonly columns?: number; readonly clock?: Clock; readonly quiet?: boolean } = {}): Promise<string> {
  const context = testContext(client, options);
  let failure = '';
  try {
    await waitOnService(context, 'web', { quiet: options.quiet ?? false, label: 'web' });
  } catch (error) {
    failure = `! ${(error as Error).message}\n`;
  }
  return context.out() + failure;
}

const replicated = { Replicated: { Replicas: 2 } };
const running = (slot: number): Look['tasks'][number] => ({ slot, state: 'running' });
const verify = (seconds: number): string => `verify: Waiting ${seconds} seconds to verify that tasks are stable...\n`;

describe('waiting for a service, not on a terminal', () => {
  it('prints what the real one printed for two replicas', async () => {
    const looks: Look[] = [{ tasks: [] }, { tasks: [running(1), { slot: 2, state: 'starting' }] }, { tasks: [running(1), running(2)] }];
    const countdown = [5, 4, 3, 2, 1].map((seconds) => verify(seconds).repeat(5)).join('');
    expect(await wait(engine(replicated, looks))).toBe(
      'overall progress: 0 out of 2 tasks\n1/2:  \n2/2:  \noverall progress: 0 out of 2 tasks\noverall progress: 1 out of 2 tasks\n' +
        `overall progress: 2 out of 2 tasks\n${countdown}verify: Service web converged\n`,
    );
    expect(await wait(engine(replicated, looks), { quiet: true })).toBe('');
  });

  it('does not look at tasks again once the time has passed', async () => {
    const looks: Look[] = [{ tasks: [running(1), running(2)] }, { tasks: [] }];
    expect(await wait(engine(replicated, looks, { monitor: 2e8 }))).toBe(
      `overall progress: 0 out of 2 tasks\n1/2:  \n2/2:  \noverall progress: 2 out of 2 tasks\n${verify(1)}verify: Service web converged\n`,
    );
  });

  it('starts anew when a task fails while it verifies, and shows its error in 75 bytes', async () => {
    const failed: Look = { tasks: [running(1), { slot: 2, state: 'failed', error: `task: ${'x'.repeat(80)}\n` }] };
    const text = await wait(engine(replicated, [{ tasks: [running(1), running(2)] }, failed, { tasks: [running(1), running(2)] }], { monitor: 3e8 }));
    expect(text).toContain(
      `${verify(1)}2/2: task: ${'x'.repeat(68)}…\noverall progress: 1 out of 2 tasks\nverify: Detected task failure\noverall progress: 2 out of 2 tasks\n`,
    );
  });

  it('leaves out tasks on nodes that are down', async () => {
    const looks: Look[] = [
      { tasks: [running(1), { slot: 2, state: 'running', node: 'n2' }] },
      { tasks: [], update: { State: 'paused', Message: 'update paused due to failure or early termination of task t1' } },
    ];
    expect(await wait(engine(replicated, looks, { down: ['n2'] }))).toBe(
      'overall progress: 0 out of 2 tasks\n1/2:  \n2/2:  \noverall progress: 1 out of 2 tasks\n' +
        '! service update paused: update paused due to failure or early termination of task t1\n',
    );
  });

  it('returns at once when the update is complete already', async () => {
    expect(await wait(engine(replicated, [{ tasks: [], update: { State: 'completed', Message: 'update completed' } }]))).toBe('');
  });

  it('tells of a rollback', async () => {
    const looks: Look[] = [
      { tasks: [], update: { State: 'rollback_started', Message: 'manually requested rollback' } },
      { tasks: [running(1), running(2)], update: { State: 'rollback_completed', Message: 'rollback completed' } },
    ];
    expect(await wait(engine(replicated, looks, { monitor: 1e8 }))).toBe(
      'rollback: manually requested rollback\noverall progress: rolling back update: 0 out of 2 tasks\n1/2:  \n2/2:  \n' +
        `overall progress: rolling back update: 0 out of 2 tasks\noverall progress: rolling back update: 2 out of 2 tasks\n${verify(1)}` +
        'verify: Service web converged\nrollback: rollback completed\n',
    );
    expect(await wait(engine(replicated, [{ tasks: [], update: { State: 'rollback_paused', Message: 'why' } }]))).toBe('! service rollback paused: why\n');
  });

  it('waits for the tasks of a global service', async () => {
    const looks: Look[] = [
      { tasks: [] },
      { tasks: [{ state: 'running' }, { state: 'pending', node: 'n2' }] },
      { tasks: [{ state: 'running' }, { state: 'running', node: 'n2' }] },
    ];
    expect(await wait(engine({ Global: {} }, looks, { monitor: 1e8 }))).toBe(
      'overall progress: waiting for new tasks\noverall progress: 0 out of 2 tasks\noverall progress: 1 out of 2 tasks\n' +
        `overall progress: 2 out of 2 tasks\n${verify(1)}verify: Service web converged\n`,
    );
  });

  it('ends with a job', async () => {
    const looks: Look[] = [
      { tasks: [{ slot: 0, state: 'running' }] },
      {
        tasks: [
          { slot: 0, state: 'complete' },
          { slot: 1, state: 'complete' },
        ],
      },
    ];
    expect(await wait(engine({ ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 2 } }, looks, { job: true }))).toBe(
      'active tasks: 0 out of 1 tasks\n1/2:  \n2/2:  \nactive tasks: 1 out of 1 tasks\nactive tasks: 0 out of 0 tasks\njob complete\n',
    );
    expect(await wait(engine({ GlobalJob: {} }, [{ tasks: [] }, { tasks: [{ state: 'complete' }, { state: 'complete', node: 'n2' }] }], { job: true }))).toBe(
      'job progress: waiting for tasks\njob complete\n',
    );
  });

  it('goes on in the background after Ctrl-C', async () => {
    const clock = new TestClock();
    clock.sleep = async () => {
      throw new Interrupted();
    };
    expect(await wait(engine(replicated, [{ tasks: [] }]), { clock })).toBe(
      'overall progress: 0 out of 2 tasks\n1/2:  \n2/2:  \noverall progress: 0 out of 2 tasks\n' +
        'Operation continuing in background.\nUse `docker service ps web` to check progress.\n',
    );
  });
});

describe('waiting for a service, on a terminal', () => {
  const looks: Look[] = [
    { tasks: [{ slot: 1, state: 'pending' }] },
    { tasks: [{ slot: 1, state: 'pending', error: 'no suitable node (scheduling constraints not satisfied on 4 nodes)' }] },
    { tasks: [], update: { State: 'paused', Message: 'x' } },
  ];
  it('draws as the real one drew (service.create.unschedulable)', async () => {
    expect(await wait(engine({ Replicated: { Replicas: 1 } }, looks), { columns: 160 })).toBe(
      '\n\u001b[1A\u001b[2K\roverall progress: 0 out of 1 tasks \r\u001b[1B\n\u001b[1A\u001b[2K\r1/1:   \r\u001b[1B' +
        '\u001b[1A\u001b[2K\r1/1: pending   [================>                                  ] \r\u001b[1B' +
        '\u001b[2A\u001b[2K\roverall progress: 0 out of 1 tasks \r\u001b[2B' +
        '\u001b[1A\u001b[2K\r1/1: no suitable node (scheduling constraints not satisfied on 4 nodes) \r\u001b[1B' +
        '\u001b[2A\u001b[2K\roverall progress: 0 out of 1 tasks \r\u001b[2B! service update paused: x\n',
    );
  });
  it('draws no bar on a narrow one', async () => {
    expect(await wait(engine({ Replicated: { Replicas: 1 } }, looks), { columns: 80 })).toContain('\r1/1: pending   \r');
  });
  it('draws the bar of a job at its start', async () => {
    const text = await wait(
      engine({ GlobalJob: {} }, [{ tasks: [{ state: 'assigned' }] }, { tasks: [], update: { State: 'paused', Message: 'x' } }], { job: true }),
      { columns: 160 },
    );
    expect(text).toContain('\rjob progress: 0 out of 1 complete [>                                                  ] \r');
    expect(text).toContain('\rn1: assigned  [====================>                              ] \r');
  });
});
