import type { Turn } from '../run/async-edge.ts';

/** One turn of Node's event loop: all pending microtasks have run. */
export const nodeTurn: Turn = () => new Promise((resolve) => setImmediate(resolve));
