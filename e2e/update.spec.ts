import { expect, test } from '@playwright/test';
import { openPage, printed, running, type } from './support.ts';

test('an update that fails is rolled back: watched as a film, and wound back', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service create -d --name shop --replicas 4 --update-failure-action rollback --update-monitor 10s nginx');
  await expect(running(page, 'shop')).toHaveCount(4);
  await page.locator('[data-task]').filter({ hasText: 'shop.1' }).first().click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'shop', exact: true }).click();
  await inspector.getByRole('tab', { name: 'Updates' }).click();
  await expect(inspector).toContainText('This service has not been updated yet.');

  await type(page, 'docker service update -d --container-label-add swarmarium.crash-after=3s shop');
  const update = inspector.getByRole('region', { name: /^Update / });
  await expect(update).toContainText('Batch 1');
  await expect(update).toContainText('1 at a time');
  await expect(update).toContainText(/1 of 4 failed: 25 %, more than the 0 % allowed/);
  const rollback = inspector.getByRole('region', { name: /^Rollback / });
  await expect(rollback).toContainText('rollback completed');
  await expect(running(page, 'shop')).toHaveCount(4);
  await type(page, "docker service inspect shop --format '{{.UpdateStatus.State}}'");
  await printed(page, 'rollback_completed');

  // Back to where the update began: the film is as far as it was then, and plays again.
  await update.getByRole('button', { name: 'Wind back to where it began' }).click();
  await expect(page.locator('[data-past-line]')).toContainText('You are looking at the past');
  await expect(rollback).toHaveCount(0);
  await expect(update).toContainText('update in progress');
  await expect(update).not.toContainText('1 of 4 failed');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(update).toContainText('1 of 4 failed');
  // It plays on into the present.
  await expect(page.locator('[data-past-line]')).toHaveCount(0);
  await expect(rollback).toContainText('rollback completed');
});
