import { describe, expect, it } from 'vitest';
import type { EngineClient } from '../../../api/client.ts';
import { testContext } from '../../testing/recorded-exchange.ts';
import { type LogLineOptions, LogLines } from './log-lines.ts';

const client: EngineClient = {
  request: async ({ path }) => {
    if (path === '/nodes/n1') return { status: 200, headers: {}, body: { Spec: {}, Description: { Hostname: 'DC2-N1' } } };
    if (path === '/services/s1') return { status: 200, headers: {}, body: { Spec: { Name: 'web' } } };
    if (path === '/tasks/t1') return { status: 200, headers: {}, body: { ID: 'abcdefghijklmnop', Slot: 3 } };
    return { status: 404, headers: {}, body: { message: 'gone' } };
  },
};
const plain: LogLineOptions = { noResolve: false, noTrunc: false, noTaskIds: false, timestamps: false, details: false, slotWidth: 1 };
const lines = (options: Partial<LogLineOptions> = {}): LogLines => new LogLines(testContext(client), { ...plain, ...options });
const origin = (node = 'n1'): string => `com.docker.swarm.node.id=${node},com.docker.swarm.service.id=s1,com.docker.swarm.task.id=t1`;

describe('lines of service logs', () => {
  it('say which task they are from', async () => {
    expect(await lines().format(`${origin()} a b\n`)).toBe('web.3.abcdefghijkl@DC2-N1    | a b\n');
    expect(await lines({ slotWidth: 2, noTaskIds: true }).format(`${origin()} x\n`)).toBe('web.3@DC2-N1     | x\n');
    expect(await lines({ noResolve: true, noTrunc: true }).format(`${origin()} x\n`)).toBe('s1.3.abcdefghijklmnop@n1    | x\n');
    expect(await lines().format(`${origin('n9')} x\n`)).toBe('web.3.abcdefghijkl@n9    | x\n');
  });
  it('show other details and the time', async () => {
    expect(await lines({ details: true, timestamps: true }).format(`2026-01-01T00:00:00.000000001Z ${origin()},z=1,a=x%2Cy out\n`)).toBe(
      '2026-01-01T00:00:00.000000001Z web.3.abcdefghijkl@DC2-N1    | a=x,y,z=1 out\n',
    );
    expect(await lines({ details: true }).format(`${origin()} out\n`)).toBe('web.3.abcdefghijkl@DC2-N1    |  out\n');
  });
  it('are refused without their origin', async () => {
    await expect(lines().format('a b\n')).rejects.toThrow('missing node id in details: map[a:]');
  });
});
