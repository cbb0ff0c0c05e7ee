import { expect, test } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { openPage, running, type } from './support.ts';

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

test('the stage reads as text: node, state, role and tasks, also when they change', async ({ page }) => {
  await openPage(page);
  await expect(running(page, 'mystack_web')).toHaveCount(5);
  const node = (name: string) =>
    page
      .locator('#stage')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 2, name: new RegExp(`^${name}, `) }) });
  const says = (name: string, words: RegExp) => expect(node(name).getByRole('heading', { level: 2 })).toHaveAccessibleName(words);
  await says('DC2-N1', /^DC2-N1, 10\.35\.3\.145 · ready · active, leader, manager, 1 task$/);
  for (const [name, tasks] of [
    ['DC2-N1', 1],
    ['DC2-N2', 2],
    ['DC2-N3', 2],
  ] as const) {
    if (tasks === 2) await says(name, /^DC2-N\d, 10\.35\.3\.14\d · ready · active, worker, 2 tasks$/);
    const own = node(name).getByRole('button', { name: new RegExp(`^mystack_web\\.\\d, running, daviddavistx/webserver:1, on ${name}$`) });
    await expect(own).toHaveCount(tasks);
  }
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker node update --availability drain DC2-N2; docker node promote DC2-N3');
  await says('DC2-N2', /^DC2-N2, 10\.35\.3\.146 · ready · drained, worker, 0 tasks$/);
  await says('DC2-N3', /^DC2-N3, 10\.35\.3\.147 · ready · active, manager, \d tasks?$/);
  await page.evaluate(() => swarmarium.send({ kind: 'fault', host: 'DC2-N2', fault: 'power-off' }));
  await says('DC2-N2', /^DC2-N2, down: heartbeat failure · 10\.35\.3\.146, worker, 0 tasks$/);
  await expect(node('DC2-N2').getByRole('button', { name: /, running, / })).toHaveCount(0);
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
