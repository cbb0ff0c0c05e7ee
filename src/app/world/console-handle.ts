import type { Input } from '../../run/input.ts';
import type { Answer, Query } from '../../run/query.ts';
import { whenShown } from '../time/past.ts';
import { backToNow, lookAt } from '../time/travel.ts';
import { send, useWorld } from './world.ts';

/** What the page offers to the browser's console, to scripts of instructors and to tests: the door that every control uses. */
export interface ConsoleHandle {
  /** Types a line at a host's shell. */
  line(host: string, text: string): void;
  send(input: Input): void;
  ask<Q extends Query>(query: Q): Promise<Answer<Q>>;
  /** Looks at a moment of the past (virtual milliseconds), or with `undefined` at the present. */
  lookAt(at: number | undefined): void;
  /** Resolves when what is looked at is shown: what is long ago has to be asked for. */
  shown(): Promise<void>;
}

declare global {
  var swarmarium: ConsoleHandle | undefined;
}

/** Puts the handle where the console finds it. */
export function offerConsoleHandle(): void {
  globalThis.swarmarium = {
    line: (host, text) => send({ kind: 'line', host, text, from: 'terminal' }),
    send,
    ask: (query) => useWorld.getState().client?.ask(query) ?? Promise.reject(new Error('there is no cluster yet')),
    shown: whenShown,
    lookAt: (at) => (at === undefined ? backToNow() : lookAt(at)),
  };
}
