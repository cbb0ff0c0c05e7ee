import { expect, test } from '@playwright/test';
import { openPage, printed, running, screen, type } from './support.ts';

test('why pending: a label that no node has is said by the tray, by each node and by Swarm; giving it ends the wait', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service create -d --name picky --replicas 3 --constraint node.labels.zone==moon nginx');
  const tray = page.getByRole('region', { name: '3 tasks wait for a node' });
  await expect(tray).toContainText('no suitable node (scheduling constraints not satisfied on 3 nodes)');
  await expect(tray.locator('[data-task]')).toHaveCount(3);

  // By keyboard: the waiting task is a button among the others.
  await tray.locator('[data-task]').first().focus();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'Why is it waiting?' })).toBeVisible();
  await expect(inspector).toContainText('no suitable node (scheduling constraints not satisfied on 3 nodes)');
  const row = inspector.getByRole('row', { name: /DC2-N1/ });
  await expect(row).toContainText(/constraint: .*node\.labels\.zone ?== ?moon/);
  for (const name of ['DC2-N2', 'DC2-N3']) await expect(inspector.getByRole('row', { name: new RegExp(name) })).toContainText('constraint');
  // The same as the command line says.
  await type(page, "docker service ps picky --no-trunc --format '{{.Error}}'");
  await printed(page, 'no suitable node (scheduling constraints not satisfied on 3 nodes)');
  expect(await screen(page)).toContain('no suitable node');

  await inspector
    .getByRole('button', { name: /Give DC2-N\d the label zone=moon/ })
    .first()
    .click();
  await expect(page.getByText(/docker node update --label-add zone=moon DC2-N\d/).first()).toBeVisible();
  await expect(running(page, 'picky')).toHaveCount(3);
  await expect(tray).toHaveCount(0);
  // It has a place now: the same panel tells why this one.
  await expect(inspector.getByRole('heading', { name: /^Why DC2-N\d\?$/ })).toBeVisible();
  await expect(inspector.getByRole('row', { name: /all passed/ })).toHaveCount(1);
  await expect(inspector.getByRole('row', { name: /constraint/ }).first()).toBeVisible();
});
