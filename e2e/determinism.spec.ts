import { expect, test } from '@playwright/test';
import { createShell } from '../src/docker/shell/create-shell.ts';
import { writeRecording } from '../src/run/recording.ts';
import { hashesOf } from '../src/run/restore.ts';
import { eventfulRecording } from '../src/run/testing/eventful-recording.ts';

const services = { turn: () => new Promise<void>((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };

test('ten virtual minutes with faults give the same state every virtual second, twice in Node and once in the browser’s worker', async ({ page }) => {
  const recording = eventfulRecording();
  const first = await hashesOf(recording, services, 1000);
  const second = await hashesOf(recording, services, 1000);
  expect(first.length).toBeGreaterThan(590);
  expect(new Set(first).size).toBeGreaterThan(590);
  expect(second).toEqual(first);
  await page.goto('/');
  await page.waitForFunction(() => 'swarmarium' in globalThis);
  const inBrowser = await page.evaluate(async (text) => {
    const handle = (globalThis as unknown as { swarmarium: { ask(query: unknown): Promise<{ hashes: string[] }> } }).swarmarium;
    return (await handle.ask({ kind: 'verify', recording: text, everyMs: 1000 })).hashes;
  }, writeRecording(recording));
  expect(inBrowser).toEqual(first);
});
