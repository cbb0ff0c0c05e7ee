import { expect, test } from '@playwright/test';
import { openPage, printed, running, type } from './support.ts';

test('a wall screen shows larger type, and pointers hit what they point at', async ({ page }) => {
  await page.setViewportSize({ width: 3840, height: 2160 });
  await page.goto('/?cluster=3m0w');
  await expect(page.locator('[data-host="DC2-N1"]')).toBeVisible();
  const letters = await page
    .locator('#stage h2')
    .first()
    .evaluate((head) => head.getBoundingClientRect().height);
  expect(letters).toBeGreaterThan(24);

  await test.step('on the timeline', async () => {
    await page.keyboard.press('3');
    const slider = page.getByRole('slider', { name: 'The moment that is shown' });
    await expect.poll(async () => Number(await slider.getAttribute('aria-valuenow'))).toBeGreaterThan(25);
    // Paused: while time goes on, the strip grows under the pointer.
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    const strip = page.getByRole('group', { name: 'Running tasks of each service over virtual time' });
    const box = await strip.boundingBox();
    if (!box) throw new Error('no timeline');
    const x = box.x + box.width / 4;
    await page.mouse.click(x, box.y + 40);
    await expect
      .poll(async () => {
        const at = await slider.boundingBox();
        return at ? Math.abs(at.x + at.width / 2 - x) : 99;
      })
      .toBeLessThan(3);
    await page.keyboard.press('End');
    await page.keyboard.press('1');
  });

  await test.step('in the Raft view, and in the terminal', async () => {
    await page.getByRole('button', { name: 'Raft', exact: true }).click();
    const cards = page.getByRole('list', { name: 'Managers' }).getByRole('listitem');
    await expect(cards).toHaveCount(3);
    const [a, b] = [await cards.nth(1).boundingBox(), await cards.nth(2).boundingBox()];
    if (!a || !b) throw new Error('no managers');
    await page.mouse.move(a.x + a.width / 2, a.y + a.height - 12);
    await page.mouse.down();
    await page.mouse.move(b.x + b.width / 2, b.y + b.height - 12, { steps: 8 });
    await page.mouse.up();
    await expect(page.locator('line[data-cut="true"]')).toHaveCount(1);
    const screen = await page.locator('.xterm-screen').boundingBox();
    if (!screen) throw new Error('no terminal');
    await page.mouse.move(screen.x + 1, screen.y + 12);
    await page.mouse.down();
    await page.mouse.move(screen.x + 200, screen.y + 12, { steps: 4 });
    await page.mouse.up();
    const marked = await page.locator('.xterm-selection div').first().boundingBox();
    expect(Math.abs((marked?.width ?? 0) - 200)).toBeLessThan(16);
  });
});

test('on a projector the nodes keep their room when something is pointed out, and Esc puts it away', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openPage(page, '/?present');
  await page.keyboard.press('3');
  await page.evaluate(() => swarmarium.line('DC2-N1', 'docker service create -d --name webapp1 --replicas 6 nginx'));
  await expect(running(page, 'webapp1')).toHaveCount(6);
  await expect(page.getByRole('region', { name: 'Steps' })).toContainText('1 of 1');
  const width = async (): Promise<number | undefined> => (await page.locator('#stage').boundingBox())?.width;
  const before = await width();
  await running(page, 'webapp1').first().click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: /^webapp1\.\d$/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Steps' })).toBeVisible();
  expect(await width()).toBe(before);
  await page.keyboard.press('Escape');
  await expect(inspector).toHaveCount(0);
});

test('what is typed before the palette has come is kept for it', async ({ page }) => {
  await page.route(/\/Dialogs-[^/]*\.js$/, async (route) => {
    await new Promise((wait) => setTimeout(wait, 1500));
    await route.continue();
  });
  await openPage(page);
  await page.keyboard.press('3');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('DC2-N3: Stop engg');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('ine');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed', { timeout: 60_000 });
});

test('services that do not fit beside the timeline are behind its last entry', async ({ page }) => {
  await openPage(page);
  await type(page, 'for i in 1 2 3 4 5 6 7 8; do docker service create -d --name s$i --replicas 2 nginx; done');
  await expect(running(page, 's8')).toHaveCount(2);
  await type(page, 'docker service create -d --name picky --constraint node.labels.no==yes nginx');
  const more = page.getByRole('button', { name: /^\d+ more services, 1 of them lacks tasks$/ });
  await more.click();
  await page.getByRole('menuitem', { name: /^picky/ }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading', { name: 'picky' })).toBeVisible();
});

test('the editor folds by mouse and by keys, and knows a number that a comment follows', async ({ page }) => {
  await openPage(page);
  const line = page.locator('.view-line');
  await line.filter({ hasText: 'replicas:' }).click();
  const number = line.filter({ hasText: 'replicas:' }).locator('span span').filter({ hasText: /^5$/ });
  const colour = await number.evaluate((each) => getComputedStyle(each).color);
  await page.keyboard.press('End');
  await page.keyboard.type(' # five');
  await expect.poll(() => number.evaluate((each) => getComputedStyle(each).color)).toBe(colour);

  await page.locator('.monaco-editor .margin').hover({ position: { x: 30, y: 100 } });
  await page.locator('.codicon-folding-expanded').nth(2).click();
  await expect(line.filter({ hasText: 'replicas:' })).toHaveCount(0);
  await page.locator('.codicon-folding-collapsed').click();
  await line.filter({ hasText: 'deploy:' }).click();
  await page.keyboard.press('Control+Shift+BracketLeft');
  await expect(line.filter({ hasText: 'replicas:' })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+BracketRight');
  await expect(line.filter({ hasText: 'replicas:' })).toHaveCount(1);
});

test('a value of half a million characters is shown by its beginning, and the page goes on', async ({ page }) => {
  await openPage(page);
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+a');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', `services:\n  web:\n    image: nginx\n    labels:\n      a: "${'x'.repeat(500_000)}"\n`);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const value = page.getByRole('region', { name: 'Deploying this will' }).locator('dd').filter({ hasText: /x…$/ });
  await expect(value).toBeVisible();
  expect((await value.textContent())?.length).toBeLessThan(250);
  await type(page, 'docker node ls -q | wc -l');
  await printed(page, /^3$/m);
});
