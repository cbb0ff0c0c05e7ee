import type { Invariant } from './invariant.ts';

/** The longest that a request may rightly take: a join, a leadership transfer, a call that waits for a leader, in milliseconds. */
const PATIENCE_MS = 90_000;

/** Every request that an engine has taken is answered, as long as the engine runs. */
export const everyRequestAnswered: Invariant = {
  name: 'requests are answered',
  when: 'always',
  check: ({ world }) =>
    world
      .outstanding()
      .filter(({ since }) => world.now - since > PATIENCE_MS)
      .map(({ text, since }) => `no answer to ${text} of ${since} ms`),
};
