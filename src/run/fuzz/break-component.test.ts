import { describe, expect, it } from 'vitest';
import { BREAKABLE, type Breakable, breakComponent } from './break-component.ts';
import { makePlan, type PlanLimits, SMALL, STORM } from './make-plan.ts';
import { type Breach, runPlan } from './run-plan.ts';

/** Which invariant notices that a part is broken, in which words, and in what plans. */
const NOTICED_BY: { readonly [what in Breakable]: readonly [invariant: string, text: RegExp, limits: PlanLimits] } = {
  'vote-check': ['raft', /^two leaders in term/, STORM],
  'log-check': ['raft', /was committed$|was lost/, STORM],
  'match-check': ['raft', /^logs do not match|was lost/, STORM],
  'commit-quorum': ['raft', /was committed$|was lost/, STORM],
  apply: ['equal replicas', /objects of kind|differs from/, SMALL],
  resource: ['reservations within the node', /are reserved$/, SMALL],
  'host-port': ['one task per host port', /is held by/, SMALL],
  'max-replicas': ['max replicas per node', /at most/, SMALL],
};

/** The first breach that random faults find. */
function firstBreach(limits: PlanLimits): Breach | undefined {
  for (let i = 0; i < 60; i++) {
    const [breach] = runPlan(makePlan(`broken ${i}`, limits)).breaches;
    if (breach) return breach;
  }
  return undefined;
}

describe('a deliberately broken build is caught', () => {
  it.each(BREAKABLE)('without %s', { timeout: 300_000 }, (what) => {
    const [invariant, text, limits] = NOTICED_BY[what];
    const mend = breakComponent(what);
    try {
      expect(firstBreach(limits)).toEqual({ invariant, text: expect.stringMatching(text) as string, at: expect.any(Number) as number });
    } finally {
      mend();
    }
  });
});
