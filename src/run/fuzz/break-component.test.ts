import { describe, expect, it } from 'vitest';
import { BREAKABLE, type Breakable, breakComponent } from './break-component.ts';
import { makePlan, SMALL } from './make-plan.ts';
import { type Breach, runPlan } from './run-plan.ts';

/** Which invariant notices that a part is broken. */
const NOTICED_BY: { readonly [what in Breakable]: string } = {
  'vote-check': 'raft',
  'log-check': 'raft',
  resource: 'reservations within the node',
  'host-port': 'one task per host port',
  'max-replicas': 'max replicas per node',
};

/** The first breach that random faults find. */
function firstBreach(): Breach | undefined {
  for (let i = 0; i < 60; i++) {
    const [breach] = runPlan(makePlan(`broken ${i}`, SMALL)).breaches;
    if (breach) return breach;
  }
  return undefined;
}

describe('a deliberately broken build is caught', () => {
  it.each(BREAKABLE)('without %s', { timeout: 300_000 }, (what) => {
    const mend = breakComponent(what);
    try {
      expect(firstBreach()?.invariant).toBe(NOTICED_BY[what]);
    } finally {
      mend();
    }
  });
});
