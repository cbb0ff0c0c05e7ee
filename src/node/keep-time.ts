import type { Run } from '../run/run.ts';
import type { EngineDoors } from './engine-doors.ts';

/** How often virtual time moves on, in milliseconds of wall time. */
const STEP_MS = 20;
/** A longer pause of the machine is not made up for. */
const LONGEST_MS = 200;

/** Lets virtual time follow wall time at `speed` (0: it stands still). The answer stops it. A run that breaks ends the program. */
export function keepTime(run: Run, doors: EngineDoors, speed: number): () => void {
  let stopped = speed === 0;
  let last = performance.now();
  let rest = 0;
  const tick = async (): Promise<void> => {
    while (!stopped) {
      const now = performance.now();
      rest += Math.min(LONGEST_MS, now - last) * speed;
      last = now;
      const whole = Math.floor(rest);
      rest -= whole;
      await doors.enqueue(() => run.advance(run.now + whole));
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  };
  tick().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
  return () => {
    stopped = true;
  };
}
