import { describe, expect, it } from 'vitest';
import { Kernel } from '../sim/kernel.ts';
import { AsyncEdge } from './async-edge.ts';
import { VirtualClock } from './virtual-clock.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the edge between commands and the core', () => {
  it('lets a woken command run until it waits again before the next event', async () => {
    const kernel = new Kernel('edge');
    const edge = new AsyncEdge(turn);
    const clock = new VirtualClock(kernel, edge, 0);
    const seen: string[] = [];
    kernel.port<string>('core', (body) => seen.push(`${kernel.now} ${body}`)).after(100, 'event');
    const command = async (): Promise<void> => {
      await clock.sleep(50);
      for (let i = 0; i < 20; i++) await Promise.resolve();
      seen.push(`${kernel.now} command`);
      await clock.sleep(50);
      seen.push(`${kernel.now} command again`);
    };
    void command();
    while (kernel.step(1000)) await edge.settle();
    expect(seen).toEqual(['50 command', '100 event', '100 command again']);
  });

  it('stands still while something outside is loading', async () => {
    const kernel = new Kernel('edge');
    const edge = new AsyncEdge(turn);
    let loaded = false;
    void edge.wait(
      new Promise<void>((resolve) =>
        setTimeout(() => {
          loaded = true;
          resolve();
        }, 20),
      ),
    );
    await edge.settle();
    expect(loaded).toBe(true);
    expect(kernel.now).toBe(0);
  });

  it('gives up a sleep when its signal is aborted', async () => {
    const kernel = new Kernel('edge');
    const edge = new AsyncEdge(turn);
    const clock = new VirtualClock(kernel, edge, 0);
    const abort = new AbortController();
    const sleeping = clock.sleep(1000, abort.signal);
    abort.abort();
    await expect(sleeping).rejects.toThrow();
    expect(kernel.pending).toBe(0);
  });
});
