import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openPage, type } from './support.ts';

/** What axe finds, with where. */
async function violationsOf(page: Page): Promise<string[]> {
  // Monaco and xterm are libraries with their own accessible views; their inner markup is not ours to change.
  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').exclude('.xterm').analyze();
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const scheme of ['dark', 'light'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`no axe violation: ${scheme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      await openPage(page);
      expect(await violationsOf(page)).toEqual([]);
      await page.locator('[data-node="DC2-N2"]').first().click();
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });
  }
}

for (const scheme of ['dark', 'light'] as const) {
  test(`no axe violation in any view: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await openPage(page);
    await page.getByRole('button', { name: '20×' }).click();
    await type(page, 'docker service create -d --name picky --constraint node.labels.zone==moon nginx; docker service update -d --force mystack_web');
    await expect(page.getByRole('region', { name: '1 task waits for a node' })).toBeVisible();
    const found: { [view: string]: string[] } = {};
    const check = async (view: string): Promise<void> => {
      found[view] = await violationsOf(page);
    };
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await page.getByRole('region', { name: '1 task waits for a node' }).locator('[data-task]').click();
    await expect(inspector.getByRole('heading', { name: 'Why is it waiting?' })).toBeVisible();
    await check('pending task');
    await page.getByRole('button', { name: 'Legend' }).click();
    await page.getByRole('button', { name: 'The stage in words' }).click();
    await expect(page.getByRole('tree')).toBeVisible();
    await check('legend and words');
    await page.getByRole('button', { name: 'Legend' }).click();
    await page.getByRole('button', { name: 'The stage in words' }).click();
    await page.getByRole('button', { name: 'Services', exact: true }).click();
    await page.locator('[data-service]').filter({ hasText: 'mystack_web' }).first().click();
    await inspector.getByRole('tab', { name: 'Updates' }).click();
    await expect(inspector.getByRole('region', { name: /^Update / })).toBeVisible();
    await check('services, film');
    for (const view of ['Network', 'Raft']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await expect(page.locator(`#stage[data-view="${view.toLowerCase()}"]`)).toBeVisible();
      await check(view);
    }
    for (const [key, name] of [
      ['?', 'Keyboard shortcuts'],
      ['o', 'Settings'],
    ] as const) {
      await page.locator('#stage').focus();
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await check(name);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'What is real here' }).click();
    await expect(page.getByRole('dialog', { name: 'What is real here' })).toBeVisible();
    await check('what is real');
    await page.keyboard.press('Escape');
    expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([]);
  });
}

test('the stage reads as text: node, state, role and tasks', async ({ page }) => {
  await openPage(page);
  await expect(page.locator('#stage')).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - heading /DC2-N1/
  `);
  await expect(page.getByRole('button', { name: /mystack_web\.1, running, .*webserver:1, on DC2-N\d/ })).toBeVisible();
});

test('nothing scrolls sideways from 390 px to 4K', async ({ page }) => {
  await openPage(page);
  for (const [width, height] of [
    [390, 844],
    [768, 1024],
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(200);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect([width, overflow]).toEqual([width, 0]);
  }
});

test('no request leaves the page’s own host', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!request.url().startsWith(baseURL ?? '') && !['data:', 'blob:'].includes(url.protocol)) foreign.push(request.url());
  });
  await openPage(page);
  await page.waitForTimeout(1500);
  expect(foreign).toEqual([]);
});
