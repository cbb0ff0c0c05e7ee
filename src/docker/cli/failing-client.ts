import type { EngineClient } from '../api/client.ts';

/** The engine cannot even be asked for: docker ends at the first question, whatever it was about to do. */
export class NotInitialized extends Error {
  override readonly name = 'NotInitialized';
}

/** A client whose every question ends with the same error. */
export class FailingClient implements EngineClient {
  constructor(readonly error: Error) {}

  request(): Promise<never> {
    return Promise.reject(this.error);
  }
}
