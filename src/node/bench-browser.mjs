// Figures of the page in Chromium, against the production build.
import path from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { measureEditor } from './bench-editor.mjs';
import { measureTerminal } from './bench-terminal.mjs';
import { measureTime } from './bench-time.mjs';
import { root } from './prepare.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PORT = Number(process.env.PORT ?? 4174);
const URL = `http://localhost:${PORT}/`;

/** Opens the page cold with 4× CPU throttle; wall milliseconds until a running task is on the stage, and the scripts loaded before. */
async function firstPicture(browser, gzip) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const scripts = [];
  context.on('request', (request) => {
    const name = path.basename(new globalThis.URL(request.url()).pathname);
    if (name.endsWith('.js')) scripts.push({ name, at: Date.now() });
  });
  // The moment is taken inside the page: a task that runs has been put on the stage, and the frame with it is painted.
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[data-task][data-state="running"]')) return;
      watch.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          globalThis.firstPicture = { ms: Math.round(performance.now()), at: performance.timeOrigin + performance.now() };
        }),
      );
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(URL, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.firstPicture !== undefined);
  const { ms, at } = await page.evaluate(() => globalThis.firstPicture);
  const before = [...new Set(scripts.filter((script) => script.at <= at).map((script) => script.name))];
  await context.close();
  const size = before.reduce((sum, file) => sum + gzip(file), 0);
  return { ms, size, before };
}

/** Main-thread script milliseconds per animation frame while 90 tasks on 3 nodes are created and run. */
async function frameWork(browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(URL);
  await page.waitForSelector('[data-task][data-state="running"]');
  await page.evaluate(() => globalThis.swarmarium?.line('DC2-N1', 'docker service scale -d mystack_web=90'));
  await page.waitForFunction(() => document.querySelectorAll('[data-task][data-state="running"]').length >= 90, undefined, { timeout: 30_000 });
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const read = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
  const start = await read();
  const frames = await page.evaluate(
    () =>
      new Promise((resolve) => {
        let count = 0;
        const began = performance.now();
        const next = () => {
          count++;
          if (performance.now() - began < 5000) requestAnimationFrame(next);
          else resolve(count);
        };
        requestAnimationFrame(next);
      }),
  );
  const end = await read();
  await context.close();
  return { perFrame: Math.round(((end.TaskDuration - start.TaskDuration) * 1000 * 100) / frames) / 100, frames };
}

export async function measure(executablePath, gzip) {
  const server = await preview({ root, configFile: false, logLevel: 'error', base: './', preview: { port: PORT, strictPort: true, host: 'localhost' } });
  const browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    const runs = [];
    for (let i = 0; i < 3; i++) runs.push(await firstPicture(browser, gzip));
    runs.sort((a, b) => a.ms - b.ms);
    const { perFrame } = await frameWork(browser);
    const editor = await measureEditor(browser, URL, gzip);
    const terminal = await measureTerminal(browser, URL, gzip);
    const time = await measureTime(browser, URL);
    return {
      ...editor,
      ...terminal,
      'first picture cold, 4x CPU throttle, ms': runs[0].ms,
      'JavaScript before the first picture, gzip bytes': runs[0].size,
      'scripts before the first picture': runs[0].before,
      'main-thread work per frame, 3 nodes x 30 tasks, ms': perFrame,
      ...time,
    };
  } finally {
    await browser.close();
    await new Promise((resolve) => server.httpServer.close(resolve));
  }
}
