import { raise } from './session.ts';

const failures = new WeakSet<object>();

/**
 * Says from now on when a part of the page cannot be loaded: the network is away, or the server has a newer page and not
 * the parts of this one any more.
 */
export function noticeLoadFailures(): void {
  addEventListener('vite:preloadError', ({ payload }) => {
    failures.add(payload);
    raise('notLoaded');
  });
}

/** Whether an error is that a part of the page could not be loaded. */
export function isLoadFailure(error: unknown): boolean {
  return typeof error === 'object' && error !== null && failures.has(error);
}
