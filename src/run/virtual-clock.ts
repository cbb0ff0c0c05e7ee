import type { CancelSignal } from '../base/cancel.ts';
import { type Clock, Interrupted } from '../docker/api/client.ts';
import type { Kernel, Port, TimerId } from '../sim/kernel.ts';
import type { AsyncEdge } from './async-edge.ts';

/** The clock of commands and shells: the kernel's time on the calendar, and sleeping on it. */
export class VirtualClock implements Clock {
  private readonly port: Port<number>;
  private readonly sleepers = new Map<number, () => void>();
  private next = 0;

  /** @param epochMs Unix milliseconds of virtual 0. */
  constructor(
    private readonly kernel: Kernel,
    private readonly edge: AsyncEdge,
    private readonly epochMs: number,
  ) {
    this.port = kernel.port<number>('run/clock', (sleeper) => {
      const wake = this.sleepers.get(sleeper);
      this.sleepers.delete(sleeper);
      wake?.();
    });
  }

  now(): number {
    return this.epochMs + this.kernel.now;
  }

  sleep(ms: number, signal?: CancelSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new Interrupted());
        return;
      }
      const sleeper = this.next++;
      const abort = (): void => {
        this.kernel.cancel(timer);
        this.sleepers.delete(sleeper);
        this.edge.wake();
        reject(new Interrupted());
      };
      const timer: TimerId = this.port.after(Math.max(0, Math.round(ms)), sleeper);
      this.sleepers.set(sleeper, () => {
        signal?.removeEventListener('abort', abort);
        this.edge.wake();
        resolve();
      });
      signal?.addEventListener('abort', abort);
    });
  }
}
