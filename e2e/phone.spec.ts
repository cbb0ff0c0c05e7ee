import { expect, test } from '@playwright/test';
import { openPage, openTerminal, printed, running, type } from './support.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone: stage first, the rest in sheets; a node is stopped by a tap, and its tasks move', async ({ page }) => {
  await openPage(page);
  await expect(running(page, 'mystack_web')).toHaveCount(5);
  await page.keyboard.press('3');
  const nav = page.getByRole('navigation', { name: 'Panels' });
  for (const name of ['Stage', 'Terminal', 'Editor', 'Inspector']) await expect(nav.getByRole('button', { name, exact: true })).toBeVisible();

  await page.locator('[data-node="DC2-N3"]').tap();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'DC2-N3' })).toBeVisible();
  await inspector.getByRole('button', { name: 'Stop engine' }).tap();
  await expect(page.getByText('sudo systemctl stop docker').first()).toBeVisible();
  await nav.getByRole('button', { name: 'Stage' }).tap();
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await expect(running(page, 'mystack_web', 'DC2-N3')).toHaveCount(0);
  await expect(running(page, 'mystack_web')).toHaveCount(5);

  // The tap has opened the terminal of the machine that was stopped; a manager can tell.
  await nav.getByRole('button', { name: 'Terminal' }).tap();
  await openTerminal(page, 'DC2-N1');
  await type(page, 'docker node ls --format "{{.Hostname}} {{.Status}}"');
  await printed(page, /DC2-N3 Down/);
  await nav.getByRole('button', { name: 'Editor' }).tap();
  await expect(page.getByRole('button', { name: /^Deploy/ })).toBeVisible();
  await nav.getByRole('button', { name: 'Stage' }).tap();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  // What is touched is large enough for a finger; a node is touched anywhere on its head.
  const small = (): Promise<string[]> =>
    page.getByRole('button').evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const { width, height } = (button.closest('[data-grip]') ?? button).getBoundingClientRect();
        return width > 0 && height < 24 ? [`${button.ariaLabel ?? button.textContent}: ${height}`] : [];
      }),
    );
  await expect.poll(small).toEqual([]);
});
