import { type BrowserContext, expect, type Frame, type Page, test } from '@playwright/test';
import { defaultScenario } from '../src/run/default-scenario.ts';
import { encodeLink } from '../src/run/link.ts';
import type { Recording } from '../src/run/recording.ts';
import { servePage } from './serve-page.ts';
import { openPage, running, type } from './support.ts';

test.use({ viewport: { width: 1000, height: 700 } });

const recording: Recording = {
  scenario: defaultScenario(),
  inputs: [
    { at: 10_000, input: { kind: 'line', host: 'DC2-N1', text: 'docker service create -d --name webapp1 --replicas 3 nginx', from: 'terminal' } },
    { at: 30_000, input: { kind: 'line', host: 'DC2-N1', text: 'docker service scale -d webapp1=5', from: 'terminal' } },
  ],
  now: 60_000,
  moment: 20_000,
};
const code = encodeLink({ recording, view: {}, files: [{ path: '/root/theirs.yml', content: 'services: {}\n' }] });

/** Opens somebody's page of another site, with the frame between an input and much text. */
async function inForeignPage(page: Page, source: string, attributes: string, look: (frame: Frame) => Promise<void>): Promise<void> {
  const host = await servePage(
    `<!doctype html><title>A page of somebody's</title><body style="margin:0"><input id="own" autofocus><p style="height:300px">
    <iframe src="${source}" width="720" height="420" style="border:0" ${attributes}></iframe><p style="height:3000px">`,
  );
  try {
    await page.goto(host.address);
    const frame = page.frames()[1];
    if (!frame) throw new Error('there is no frame');
    await look(frame);
  } finally {
    await host.close();
  }
}

const stageOf = (frame: Frame, service: string) =>
  frame.locator('[data-task][data-state="running"]:not([data-presence="ghost"])').filter({ hasText: `${service}.` });

/** The window that something opens. */
async function opened(context: BrowserContext, act: () => Promise<void>): Promise<Page> {
  const opening = context.waitForEvent('page');
  await act();
  return opening;
}

test('in a page of another site: the stage at its moment, small, without storage; the way out leads to the same moment', async ({ page, context, baseURL }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await inForeignPage(page, `${baseURL}/?embed#${code}`, '', async (frame) => {
    await expect(stageOf(frame, 'webapp1')).toHaveCount(3);
    await expect(frame.getByRole('button', { name: 'Open in Swarmarium' })).toBeVisible();
    // Browsers give a frame of another site no storage of its own: nothing is missed, and nothing complains.
    expect(
      await frame.evaluate(() => {
        try {
          return localStorage.length;
        } catch {
          return 'blocked';
        }
      }),
    ).toBe('blocked');
    await expect(frame.getByRole('alert')).toHaveCount(0);
    expect(await frame.evaluate(() => [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > innerWidth).length)).toBe(
      0,
    );
    expect(loaded.filter((address) => /monaco|EditorPanel|Inspector|sw\.js/.test(address))).toEqual([]);

    const whole = await opened(context, () => frame.getByRole('button', { name: 'Open in Swarmarium' }).click());
    await whole.setViewportSize({ width: 1440, height: 900 });
    await expect(running(whole, 'webapp1')).toHaveCount(3);
    await expect(whole.getByRole('slider', { name: 'The moment that is shown' })).toHaveAttribute('aria-valuetext', /00:00:20/);
    await expect(whole.getByRole('tab', { name: /theirs\.yml/ })).toBeVisible();
    await whole.close();
    expect(faults).toEqual([]);
  });
});

for (const [name, query] of [
  ['columns', '?embed'],
  ['a field of many nodes', '?embed&cluster=3m77w'],
] as const) {
  test(`a frame with ${name} takes neither the keys nor the scrolling of the page around it`, async ({ page, baseURL }) => {
    await inForeignPage(page, `${baseURL}/${query}`, '', async (frame) => {
      await frame.locator('[data-task], canvas[data-field]').first().waitFor();
      await frame.getByRole('button', { name: 'Open in Swarmarium' }).waitFor();
      // What is typed goes where it went before.
      await page.keyboard.type('sd ?');
      await expect(page.locator('#own')).toHaveValue('sd ?');
      await expect(frame.getByRole('dialog')).toHaveCount(0);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.mouse.move(360, 500);
      await page.mouse.wheel(0, 300);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
      // Who has pressed into the frame scrolls on with the keys, too.
      await frame.getByRole('heading', { level: 1 }).evaluate((heading) => heading.ownerDocument.defaultView?.focus());
      await page.keyboard.press('PageDown');
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
      // With Ctrl the wheel is the picture's.
      if (query === '?embed') return;
      await page.evaluate(() => scrollTo(0, 0));
      const field = frame.locator('canvas[data-field]');
      const map = frame.getByTitle('The whole stage: press to go there');
      await expect(map).toBeHidden();
      await field.hover();
      const before = await page.evaluate(() => scrollY);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -600);
      await page.keyboard.up('Control');
      await expect(map).toBeVisible();
      expect(await page.evaluate(() => scrollY)).toBe(before);
    });
  });
}

test('a sandbox without an origin says what is missing, one without scripts too; one without windows gives the address', async ({ page, context, baseURL }) => {
  const source = `${baseURL}/?embed#${code}`;
  await inForeignPage(page, source, 'sandbox="allow-scripts allow-popups"', async (frame) => {
    await expect(frame.getByRole('alert')).toContainText('sandboxed without allow-same-origin');
    const whole = await opened(context, () => frame.getByRole('link', { name: `${baseURL}/#${code}` }).click());
    // A window that a sandbox opens is in that sandbox: it says the same, with the address to be copied.
    await expect(whole.getByRole('alert')).toContainText(`${baseURL}/#${code}`);
    await whole.close();
  });
  await inForeignPage(page, source, 'sandbox=""', async (frame) => {
    await expect(frame.locator('noscript')).toBeVisible();
  });
  await inForeignPage(page, source, 'sandbox="allow-scripts allow-same-origin"', async (frame) => {
    await expect(stageOf(frame, 'webapp1')).toHaveCount(3);
    await frame.getByRole('button', { name: 'Open in Swarmarium' }).click();
    await expect(frame.getByRole('status').filter({ hasText: 'lets no window open' }).getByRole('textbox')).toHaveValue(/#v2\./);
  });
});

test('a frame of one’s own site neither reads nor changes what the page keeps', async ({ page, context, baseURL }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service create -d --name mine nginx');
  await expect(running(page, 'mine')).toHaveCount(1);
  const kept = (): Promise<{ [name: string]: string }> => page.evaluate(() => ({ ...localStorage }));
  await expect.poll(async () => Object.values(await kept()).some((text) => text.includes('--name mine'))).toBe(true);
  await page.goto('/badge.svg');
  const before = await kept();
  const frame = await context.newPage();
  await openPage(frame, `${baseURL}/?embed=terminal#${code}`);
  await expect(running(frame, 'webapp1')).toHaveCount(3);
  await expect(running(frame, 'mine')).toHaveCount(0);
  await type(frame, 'echo "x: 1" > other.yml; nano other.yml');
  await frame.keyboard.press('d');
  await frame.close();
  expect(await kept()).toEqual(before);
});

test('the badge for a README is an image that opens the run', async ({ page }) => {
  await openPage(page, `/#${code}`);
  await page.locator('#stage').focus();
  await page.keyboard.press('s');
  await page.getByRole('tab', { name: 'In a page' }).click();
  const markdown = await page.getByLabel('A badge for a README').textContent();
  const [, image = '', link = ''] = /^\[!\[Open in Swarmarium\]\((\S+)\)\]\((\S+)\)$/.exec(markdown ?? '') ?? [];
  const badge = await page.request.get(image);
  expect(badge.headers()['content-type']).toContain('image/svg+xml');
  await page.goto('/badge.svg');
  await openPage(page, link);
  await expect(running(page, 'webapp1')).toHaveCount(3);
  await expect(page.getByRole('slider', { name: 'The moment that is shown' })).toHaveAttribute('aria-valuetext', /00:00:20/);
});
