// Figures of the stage at scale, in Chromium: work per frame, heap, clicks, what a message of the worker costs.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { root } from './prepare.mjs';

/** What is wanted; smaller is better. Milliseconds of the main thread's own time, MB of its heap. */
export const STAGE_AIMS = {
  'stage: work per frame p95, rolling update, 100 nodes x 1,000 tasks (real worker), ms': 8,
  'stage: work per frame p95, panning 1,000 nodes x 10,000 tasks, ms': 16,
  'stage: work per frame p95, panning 5,000 nodes x 100,000 tasks, ms': 33,
  'stage: page heap at 10,000 tasks, MB': 300,
  'stage: click to next paint, ms': 50,
  'stage: click to next paint, 100 nodes x 1,000 tasks, ms': 50,
  'stage: a message of the worker p95, 200 nodes x 10,000 tasks (real worker), ms': 2,
};

const OUT = path.join(root, 'build/synthetic');
const round = (ms) => Math.round(ms * 100) / 100;
const p95 = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))];
};

/** A run of so many hosts and services, as the page keeps it. */
export function recordingOf(hosts, services, replicas) {
  const create = (i) => ({
    kind: 'request',
    host: 'N1',
    path: '/services/create',
    body: {
      Name: `shop_s${i}`,
      Labels: {},
      TaskTemplate: { ContainerSpec: { Image: 'nginx:1.25' }, Networks: [] },
      Mode: { Replicated: { Replicas: replicas } },
      UpdateConfig: { Parallelism: 4, Delay: 0, Order: 'stop-first' },
    },
  });
  return JSON.stringify({
    v: 2,
    s: {
      title: `${hosts} nodes`,
      seed: 'bench',
      epochMs: 1_767_600_000_000,
      hosts: Array.from({ length: hosts }, (_, i) => ({
        name: `N${i + 1}`,
        address: `10.35.${3 + Math.floor(i / 250)}.${(i % 250) + 1}`,
        cpus: 64,
        memoryBytes: 256 * 2 ** 30,
      })),
      swarm: { managers: 3, workers: hosts - 3 },
      registry: 'simulated',
      setup: Array.from({ length: services }, (_, i) => create(i + 1)),
    },
    i: [],
    t: 20_000,
  });
}

/**
 * Milliseconds of main-thread time while `act` goes on, from a trace, by the thread's own clock: `frames`, what all its tasks
 * took per frame; `messages`, what taking in each message of a worker took: reading it and telling everybody; what React draws
 * of it at once is in `frames`.
 */
async function workOf(page, context, act) {
  const session = await context.newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'v8.execute', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await act();
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  const marks = (thread) => events.filter((event) => event.name === 'Commit' && event.pid === thread.pid && event.tid === thread.tid).map((event) => event.ts);
  const [main] = events
    .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
    .map((thread) => ({ ...thread, begins: marks(thread).sort((a, b) => a - b) }))
    .sort((a, b) => b.begins.length - a.begins.length);
  const begins = main?.begins ?? [];
  // A frame ends with its commit: what runs after it belongs to the next.
  const tasks = events
    .filter((event) => event.pid === main?.pid && event.tid === main?.tid && event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask')
    .sort((a, b) => a.ts - b.ts);
  const work = begins.map(() => 0);
  let at = 0;
  for (const task of tasks) {
    while (at < begins.length && begins[at] < task.ts) at++;
    if (at < begins.length) work[at] += (task.tdur ?? task.dur) / 1000;
  }
  await session.detach();
  const onMain = events.filter((event) => event.pid === main?.pid && event.tid === main?.tid && event.ph === 'X');
  const microtasks = onMain.filter((event) => event.name === 'RunMicrotasks');
  const cost = (event) => event.tdur ?? event.dur;
  // Reading a message and taking it into the mirror; what is drawn of it comes in a microtask, and counts as a frame's work.
  const messages = onMain
    .filter((event) => event.name === 'HandlePostMessage')
    .map((event) => {
      const drawing = microtasks.filter((inner) => inner.ts >= event.ts && inner.ts + inner.dur <= event.ts + event.dur);
      return (cost(event) - drawing.reduce((sum, inner) => sum + cost(inner), 0)) / 1000;
    });
  return { frames: work.slice(1, -1), messages };
}

/** The least of a figure taken three times: what else the machine does only makes it larger. */
async function best(measureOnce) {
  const values = [];
  for (let i = 0; i < 3; i++) values.push(await measureOnce());
  return Math.min(...values);
}

async function open(browser, url, { run, expect = 'canvas[data-field]', viewport = { width: 1440, height: 900 } } = {}) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(240_000);
  await page.addInitScript((text) => {
    if (text) localStorage.setItem('swarmarium.run', text);
    localStorage.setItem('swarmarium.settings', JSON.stringify({ panels: { editor: false, terminal: false, inspector: false, timeline: true } }));
  }, run);
  await page.goto(url);
  await page.waitForSelector(expect);
  await page.waitForTimeout(3000);
  return { context, page };
}

/** Drags the field to and fro. */
async function pan(page) {
  const box = await page.locator('canvas[data-field]').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 0; i < 150; i++) {
    await page.mouse.move(x + Math.sin(i / 8) * 200, y + Math.cos(i / 11) * 120);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}

/** The middle one of some clicks from the press to the next paint, by the browser's own account. */
async function clicks(page, press) {
  await page.evaluate(() => {
    globalThis.clickTimes = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click' || entry.name === 'pointerup') globalThis.clickTimes.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false });
  });
  for (let i = 0; i < 12; i++) {
    await press(i);
    await page.waitForTimeout(150);
  }
  const times = await page.evaluate(() => globalThis.clickTimes);
  // What took less than 16 ms is not told of.
  return times.length === 0 ? 16 : [...times].sort((a, b) => a - b)[times.length >> 1];
}

/** The figures by name. They take some minutes. */
export async function measureStage(executablePath) {
  const port = Number(process.env.PORT ?? 4174);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    return await measure(browser, port);
  } finally {
    await browser.close();
  }
}

async function measure(browser, port) {
  const figures = {};
  const put = (name, value) => {
    if (!(name in STAGE_AIMS)) throw new Error(`no aim for ${name}`);
    figures[name] = round(value);
    console.error(`  ${name}: ${round(value)}`);
  };
  const built = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', OUT, '--emptyOutDir', '--logLevel', 'error'],
    {
      cwd: root,
      env: { ...process.env, VITE_WORLD: 'synthetic' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (built.status !== 0) throw new Error('the page with a synthetic world could not be built');
  const serve = (outDir, at) =>
    preview({ root, configFile: false, logLevel: 'error', base: './', build: { outDir }, preview: { port: at, strictPort: true, host: 'localhost' } });
  const close = (server) => new Promise((resolve) => server.httpServer.close(resolve));

  const real = await serve('dist', port);
  try {
    const small = await open(browser, `http://localhost:${port}/`, { expect: '[data-task]' });
    put(
      'stage: click to next paint, ms',
      await best(() =>
        clicks(small.page, (i) =>
          small.page
            .locator(i % 2 ? '[data-node]' : '[data-task]')
            .nth(i % 3)
            .click(),
        ),
      ),
    );
    await small.context.close();

    const big = await open(browser, `http://localhost:${port}/`, { run: recordingOf(100, 10, 100) });
    for (let i = 1; i <= 10; i++) await big.page.evaluate((n) => globalThis.swarmarium.line('N1', `docker service update -d --force shop_s${n}`), i);
    await big.page.waitForTimeout(1500);
    put(
      'stage: work per frame p95, rolling update, 100 nodes x 1,000 tasks (real worker), ms',
      await best(async () => p95((await workOf(big.page, big.context, () => big.page.waitForTimeout(3000))).frames)),
    );
    const box = await big.page.locator('canvas[data-field]').boundingBox();
    put(
      'stage: click to next paint, 100 nodes x 1,000 tasks, ms',
      await best(() => clicks(big.page, (i) => big.page.mouse.click(box.x + 80 + i * 30, box.y + 60 + i * 12))),
    );
    await big.context.close();

    const huge = await open(browser, `http://localhost:${port}/`, { run: recordingOf(200, 20, 500) });
    for (let i = 1; i <= 20; i++) await huge.page.evaluate((n) => globalThis.swarmarium.line('N1', `docker service update -d --force shop_s${n}`), i);
    await huge.page.waitForTimeout(8000);
    put(
      'stage: a message of the worker p95, 200 nodes x 10,000 tasks (real worker), ms',
      await best(async () => p95((await workOf(huge.page, huge.context, () => huge.page.waitForTimeout(3000))).messages)),
    );
    const session = await huge.context.newCDPSession(huge.page);
    await session.send('HeapProfiler.collectGarbage');
    put('stage: page heap at 10,000 tasks, MB', (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20);
    await huge.context.close();
  } finally {
    await close(real);
  }

  const synthetic = await serve(OUT, port);
  try {
    for (const [world, name] of [
      ['1000x20x500', 'stage: work per frame p95, panning 1,000 nodes x 10,000 tasks, ms'],
      ['5000x50x2000', 'stage: work per frame p95, panning 5,000 nodes x 100,000 tasks, ms'],
    ]) {
      const { context, page } = await open(browser, `http://localhost:${port}/?world=${world}`);
      put(name, await best(async () => p95((await workOf(page, context, () => pan(page))).frames)));
      await context.close();
    }
  } finally {
    await close(synthetic);
  }
  return figures;
}
