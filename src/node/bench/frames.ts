import { cpuMs, type Figure, rounded } from './figure.ts';
import { createService, swarmOf } from './large-cluster.ts';

/** Virtual milliseconds between two pictures, at the usual speed and at twenty times that. */
const SPEEDS = [
  { name: '1x', everyMs: 16 },
  { name: '20x', everyMs: 320 },
] as const;
const PICTURES = 600;

/**
 * What a frame costs on its way from the worker to the page: collected, and cloned as a message is, while a big service
 * is updated.
 */
export async function frames(): Promise<Figure[]> {
  const run = swarmOf(1_000);
  await createService(run, 10_000);
  const silent = { write: () => {} };
  const update = 'docker service update -d --image nginx:1.26 --update-parallelism 50 --update-delay 1s web';
  await run.execute('DC2-N1', update, { stdout: silent, stderr: silent });
  run.takeFrame(true);
  const figures: Figure[] = [];
  for (const { name, everyMs } of SPEEDS) {
    const costs: number[] = [];
    let records = 0;
    for (let i = 0; i < PICTURES; i++) {
      await run.advance(run.now + everyMs);
      const before = cpuMs();
      const frame = structuredClone(run.takeFrame());
      costs.push(cpuMs() - before);
      records += frame.changed.length;
    }
    costs.sort((a, b) => a - b);
    const what = `a frame at 1,000 nodes x 10,000 tasks during an update, ${name}`;
    const at = (share: number): number => rounded(costs[Math.floor(share * (PICTURES - 1))] as number, 2);
    figures.push(
      { what: `${what}: worker to page, 95 of 100, CPU`, value: at(0.95), unit: 'ms', aim: 2 },
      { what: `${what}: worker to page, half of them, CPU`, value: at(0.5), unit: 'ms' },
      { what: `${what}: records, on average`, value: rounded(records / PICTURES), unit: 'records' },
    );
  }
  return figures;
}
