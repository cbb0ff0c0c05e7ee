import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ViewRecord } from '../../run/view.ts';
import { applyFrame, EMPTY_MIRROR, type MirrorState } from './apply-frame.ts';
import { frameOf, hostRecord, serviceRecord, taskRecord } from './testing/records.ts';

const small = (max: number) => fc.integer({ min: 0, max });
const host = fc
  .record({ n: small(3), engineUp: fc.boolean(), node: small(1) })
  .map(({ n, engineUp, node }) => hostRecord(`N${n}`, { engineUp, nodeId: node === 0 && n === 3 ? '' : `node-N${n}${node === 0 ? '' : 'x'}` }));
const task = fc
  .record({
    n: small(20),
    state: fc.constantFrom('pending', 'starting', 'running', 'failed', 'rejected', 'shutdown', 'complete'),
    desired: fc.constantFrom('running', 'shutdown', 'remove', 'complete'),
    node: fc.constantFrom('', 'node-N0', 'node-N1x', 'node-N2', 'node-N9'),
    health: fc.constantFrom('' as const, 'healthy' as const, 'unhealthy' as const),
  })
  // Service, slot and age belong to a task for life, as they do in Swarm; those of slot 0 stay on their node too.
  .map(({ n, state, desired, node, health }) =>
    taskRecord(`t${n}`, {
      serviceId: `s${n % 3}`,
      slot: n % 4,
      createdAt: (n * 7) % 5,
      state,
      desired,
      nodeId: n % 4 === 0 ? `node-N${n % 3}` : node,
      health,
    }),
  );
const service = small(2).map((n) => serviceRecord(`s${n}`, { createdAt: n }));
const step = fc.record({
  put: fc.array(fc.oneof(host, task, task, task, service), { maxLength: 8 }),
  gone: fc.array(
    fc.oneof(
      small(20).map((n) => `task/t${n}`),
      small(3).map((n) => `host/N${n}`),
    ),
    { maxLength: 2 },
  ),
});

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);

/** What does not depend on the way that led there. */
function shown(state: MirrorState): unknown {
  return {
    hosts: state.hosts,
    services: state.services,
    tasks: [...state.tasks.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    columns: [...state.columns].sort(byKey),
    waiting: state.waiting,
    byService: [...state.byService].sort(byKey),
  };
}

it('many frames lead to what one frame with everything shows', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const all = new Map<string, ViewRecord>();
      let state = applyFrame(EMPTY_MIRROR, frameOf({}));
      for (const { put, gone } of steps) {
        const removed = gone.filter((key) => !put.some((record) => `${record.kind}/${record.id}` === key));
        for (const record of put) all.set(`${record.kind}/${record.id}`, record);
        for (const key of removed) all.delete(key);
        const before = shown(state);
        const next = applyFrame(state, frameOf({ changed: put, removed }));
        expect(shown(state)).toEqual(before);
        state = next;
        expect(shown(state)).toEqual(shown(applyFrame(EMPTY_MIRROR, frameOf({ changed: [...all.values()] }))));
      }
    }),
    { numRuns: 150 },
  );
});
