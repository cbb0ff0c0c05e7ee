import { expect, type Page, test } from '@playwright/test';
import { openPage, running, type } from './support.ts';

const host = (page: Page, name: string) => page.locator(`[data-host="${name}"]`);

/** The middle of a node's head, in the window. */
async function headOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`[data-grip="${name}"]`).boundingBox();
  if (!box) throw new Error(`${name} is not shown`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('nodes and services are two views of the same tasks; view, grouping and query stay in the address', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(
    page,
    'docker node update --label-add zone=a DC2-N1; docker node update --label-add zone=b DC2-N2; docker service create -d --name lone --replicas 2 nginx',
  );
  await expect(running(page, 'lone')).toHaveCount(2);
  await page.getByRole('button', { name: 'Group by' }).click();
  await page.getByRole('menuitemradio', { name: 'zone' }).click();
  await expect(page.getByRole('region', { name: 'zone=a' }).locator('[data-host]')).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Without it' }).locator('[data-host="DC2-N3"]')).toBeVisible();
  expect(new URL(page.url()).searchParams.get('group')).toBe('label:zone');

  await page.getByRole('button', { name: 'Services', exact: true }).click();
  await expect(page.locator('[data-service-column]')).toHaveCount(2);
  const column = page.locator('[data-service-column]').filter({ hasText: 'mystack_web' });
  await expect(column.locator('[data-task][data-state="running"]')).toHaveCount(5);
  expect(new URL(page.url()).searchParams.get('view')).toBe('services');
  await page.getByRole('button', { name: 'Group by' }).click();
  await page.getByRole('menuitemradio', { name: 'Stack' }).click();
  await expect(page.getByRole('region', { name: 'mystack' }).locator('[data-service-column]')).toHaveCount(1);

  await page.getByRole('combobox', { name: 'Filter what is shown on the stage' }).fill('stack:mystack node:n2');
  await expect(page.locator('[data-task][data-dimmed="false"]')).toHaveCount(
    await page.locator('[data-task]').filter({ hasText: 'DC2-N2' }).filter({ hasText: 'mystack_web' }).count(),
  );
  await expect.poll(() => new URL(page.url()).searchParams.get('filter')).toBe('stack:mystack node:n2');
  await page.reload();
  await expect(page.getByRole('region', { name: 'mystack' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Filter what is shown on the stage' })).toHaveValue('stack:mystack node:n2');
});

test('a drag from node to node cuts their link, a box parts the network; both heal', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  const [from, to] = [await headOf(page, 'DC2-N2'), await headOf(page, 'DC2-N3')];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText('1 link is cut')).toBeVisible();
  await expect(host(page, 'DC2-N2').getByRole('img', { name: 'Link cut to DC2-N3' })).toBeVisible();
  await page.getByRole('button', { name: 'Heal the link DC2-N2 – DC2-N3' }).click();
  await expect(page.getByText('1 link is cut')).toHaveCount(0);

  await page.getByRole('button', { name: /Part the network/ }).click();
  const box = await host(page, 'DC2-N3').boundingBox();
  if (!box) throw new Error('DC2-N3 is not shown');
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 20, box.y + box.height - 20, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText('The network is parted into 2')).toBeVisible();
  await expect(host(page, 'DC2-N3')).toHaveAttribute('data-mark', 'failed');
  await page.getByRole('button', { name: 'Heal', exact: true }).click();
  await expect(host(page, 'DC2-N3')).toHaveAttribute('data-mark', 'running');
});

test('the same by keyboard: marks, menus, and one order for several nodes', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await page.locator('[data-node="DC2-N2"]').focus();
  await page.keyboard.press('m');
  await page.locator('[data-node="DC2-N3"]').focus();
  await page.keyboard.press('m');
  const bar = page.getByRole('toolbar', { name: '2 nodes marked' });
  await bar.getByRole('button', { name: 'Drain' }).press('Enter');
  for (const name of ['DC2-N2', 'DC2-N3']) await expect(host(page, name)).toHaveAttribute('data-mark', 'drain');
  await expect(running(page, 'mystack_web', 'DC2-N1')).toHaveCount(5);
  await expect(page.getByText('for n in DC2-N2 DC2-N3; do docker node update --availability drain $n; done').first()).toBeVisible();
  await page.locator('[data-node="DC2-N3"]').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /Cut off from the rest/ }).press('Enter');
  await expect(page.getByText('The network is parted into 2')).toBeVisible();
  await page.locator('[data-node="DC2-N1"]').focus();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /Make the network whole/ }).press('Enter');
  await expect(page.getByText('The network is parted into 2')).toHaveCount(0);
});

test('the card of the visualizer, line by line, where there is room', async ({ page }) => {
  await openPage(page);
  const card = page.locator('[data-task][data-density="full"]').first();
  await expect(card).toHaveText(/^mystack_web\.\d+ ?.*image : webserver:1tag : 1updated : \d\d:\d\dcontainer : [0-9a-f]{64}state : running$/);
});
