import { expect, test } from '@playwright/test';
import { openPage, running } from './support.ts';

test('what looks like a fault and is Swarm’s own way is said where it happens, and in one list', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('3');
  await page.evaluate(() => globalThis.swarmarium.line('DC2-N3', 'sudo systemctl stop docker'));
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await expect(running(page, 'mystack_web', 'DC2-N3')).toHaveCount(0);

  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await page.getByRole('button', { name: 'Services', exact: true }).click();
  await page.locator('[data-service]').first().click();
  await expect(inspector.getByRole('note')).toContainText('last seen running on a node that is down');

  await page.evaluate(() => globalThis.swarmarium.line('DC2-N3', 'sudo systemctl start docker'));
  await page.getByRole('button', { name: 'Nodes', exact: true }).click();
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'running');
  await page.locator('[data-node="DC2-N3"]').click();
  await expect(inspector.getByRole('note')).toContainText('Nothing moves back to a node that returns');
  await inspector.getByRole('button', { name: 'More of that kind' }).click();
  const list = page.getByRole('dialog', { name: 'What is real here' });
  await expect(list).toContainText('Containers are simulated');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('real here');
  await page.keyboard.press('Enter');
  await expect(list).toBeVisible();
});
