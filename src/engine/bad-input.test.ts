import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineRequest } from '../docker/api/client.ts';
import { requests } from './testing/bad-input.ts';
import { BadInputWorld } from './testing/bad-input-world.ts';

const order = (list: readonly EngineRequest[]): string => list.map((request) => JSON.stringify(request)).join('\n');

/** Longer than any engine may take to answer, in virtual milliseconds. */
const PATIENCE_MS = 40_000;

describe.each(['manager', 'worker', 'alone'] as const)('an engine of a host that is %s', (kind) => {
  it('answers whatever is sent to it, in the form of the engine, and lives on', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(requests, { minLength: 1, maxLength: 12 }), (list) => {
        const world = new BadInputWorld(kind);
        for (const request of list) {
          const answer = world.ask(request, PATIENCE_MS);
          const said = `${order([request])}\n${JSON.stringify(answer)}`;
          expect(answer.status, said).toBeGreaterThanOrEqual(100);
          if (answer.status >= 400 && typeof answer.body !== 'string') expect(answer.body, said).toEqual({ message: expect.any(String) as string });
        }
        // What was accepted must not break anything later.
        world.pass(30_000);
      }),
      { numRuns: 60, seed: 20_261_127 },
    );
  });
});
