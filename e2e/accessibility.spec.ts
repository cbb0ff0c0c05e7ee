import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openPage } from './support.ts';

for (const scheme of ['dark', 'light'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test(`no axe violation: ${scheme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      await openPage(page);
      const check = async (): Promise<string[]> => {
        // Monaco and xterm are libraries with their own accessible views; their inner markup is not ours to change.
        const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').exclude('.xterm').analyze();
        return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
      };
      expect(await check()).toEqual([]);
      await page.locator('[data-node="DC2-N2"]').first().click();
      expect(await check()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await check()).toEqual([]);
      await page.keyboard.press('Escape');
    });
  }
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
