// Figures of looking back, of branching and of recovery in Chromium.

const CLUSTER = '?cluster=3m7w';
const line = (page, text) => page.evaluate((command) => globalThis.swarmarium.line('DC2-N1', command), text);
const running = (page, count) =>
  page.waitForFunction((n) => document.querySelectorAll('[data-task][data-state="running"]').length >= n, count, { timeout: 120_000 });

/** Waits until the run has come to a virtual millisecond. */
async function runTo(page, virtualMs) {
  while ((await page.evaluate(() => globalThis.swarmarium.ask({ kind: 'hash' }))).now < virtualMs) await page.waitForTimeout(500);
}

/** Main-thread milliseconds of each of some jumps into the past, up to the laid-out stage; sorted. */
const jumps = (page, moments) =>
  page.evaluate(async (list) => {
    const took = [];
    for (const at of list) {
      const began = performance.now();
      globalThis.swarmarium.lookAt(at);
      // React commits what the stores say before this turn ends.
      await Promise.resolve();
      document.body.getBoundingClientRect();
      took.push(performance.now() - began);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return took.sort((a, b) => a - b);
  }, moments);

const at = (sorted, share) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;

/** Ten busy virtual minutes of 10 nodes and 240 tasks: every moment of them is looked at. */
async function withinTenMinutes(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url + CLUSTER);
  await page.waitForFunction(() => document.querySelectorAll('[data-node]').length >= 10);
  await page.evaluate(() => document.querySelector('#stage')?.focus());
  for (const name of ['web', 'api', 'cart', 'mail']) await line(page, `docker service create -d --name ${name} --replicas 60 nginx:1.25`);
  await running(page, 240);
  await page.keyboard.press('3');
  for (const name of ['web', 'api', 'cart', 'mail'])
    await line(page, `docker service update -d --image nginx:1.26 --update-parallelism 5 --update-delay 5s ${name}`);
  await runTo(page, 620_000);
  await page.keyboard.press('Space');
  const { now } = await page.evaluate(() => globalThis.swarmarium.ask({ kind: 'hash' }));
  const moments = Array.from({ length: 80 }, (_, i) => now - 600_000 + ((i * 7919) % 600) * 1000);
  const took = await jumps(page, moments);
  const branch = await page.evaluate(async (moment) => {
    globalThis.swarmarium.lookAt(moment);
    const began = performance.now();
    globalThis.swarmarium.line('DC2-N1', 'echo branched');
    while (document.querySelector('[data-past-line]')) await new Promise((resolve) => setTimeout(resolve, 2));
    return performance.now() - began;
  }, now - 300_000);
  await context.close();
  return { took, branch };
}

/** A hundred tasks that fail and are replaced for so long that the page does not keep it: a moment of the beginning. */
async function beyond(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url + CLUSTER);
  await page.waitForFunction(() => document.querySelectorAll('[data-node]').length >= 10);
  await line(page, "docker service create -d --name flaky --replicas 100 --restart-delay 1s alpine sh -c 'sleep 2; exit 1'");
  await page.evaluate(() => document.querySelector('#stage')?.focus());
  await page.keyboard.press('3');
  for (let i = 0; i < 2; i++) await page.keyboard.press('+');
  const oldest = () => page.evaluate(() => Number(document.querySelector('[role="slider"][aria-valuemin]')?.getAttribute('aria-valuemin')));
  await runTo(page, 900_000);
  await page.keyboard.press('Space');
  const first = await oldest();
  const took = [];
  for (const moment of [120_000, 400_000, 60_000, 300_000, 200_000]) {
    took.push(
      await page.evaluate(async (ms) => {
        const began = performance.now();
        globalThis.swarmarium.lookAt(ms);
        await globalThis.swarmarium.shown();
        document.body.getBoundingClientRect();
        return performance.now() - began;
      }, moment),
    );
    await page.evaluate(() => globalThis.swarmarium.lookAt(undefined));
    await page.waitForTimeout(200);
  }
  await context.close();
  return { took: took.sort((a, b) => a - b), first };
}

/** Wall milliseconds from the end of the worker until another one answers. */
async function recovery(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForSelector('[data-task][data-state="running"]');
  await line(page, 'docker service create -d --name webapp1 --replicas 6 nginx');
  await running(page, 11);
  // The editor has alerts of its own, empty ones.
  const banner = page.getByRole('alert').filter({ hasText: 'brought back' });
  const took = [];
  for (let i = 0; i < 3; i++) {
    // Plans are found in another worker of the same script.
    const named = await Promise.all(page.workers().map(async (each) => [await each.evaluate(() => self.name), each]));
    const worker = named.find(([name]) => name.startsWith('swarmarium') && name !== 'swarmarium-plan')?.[1];
    const began = Date.now();
    await worker.evaluate(() => self.close());
    await banner.waitFor();
    await page.evaluate(async () => {
      for (;;) {
        try {
          await globalThis.swarmarium.ask({ kind: 'hash' });
          return;
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
    });
    took.push(Date.now() - began);
    // Deaths that follow each other fast have the same cause, the page thinks: it would leave something out.
    await page.waitForTimeout(10_500);
    await banner.getByRole('button').last().click();
  }
  await context.close();
  return Math.min(...took);
}

/** Everything about time. */
export async function measureTime(browser, url) {
  const within = await withinTenMinutes(browser, url);
  const far = await beyond(browser, url);
  return {
    'looking back within ten minutes, 240 tasks, main thread, median, ms': at(within.took, 0.5),
    'looking back within ten minutes, 240 tasks, main thread, p95, ms': at(within.took, 0.95),
    'beginning a branch five minutes back, 240 tasks, ms': Math.round(within.branch),
    'looking back further than the page keeps, median, ms': at(far.took, 0.5),
    'looking back further than the page keeps, longest, ms': at(far.took, 1),
    'recovery of a killed worker, ms': await recovery(browser, url),
  };
}
