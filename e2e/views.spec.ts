import { expect, type Page, test } from '@playwright/test';
import { openPage, openTerminal, printed, type } from './support.ts';

/** Makes five managers of the three machines and two new ones, by the commands that anyone would type, or click. */
async function fiveManagers(page: Page): Promise<void> {
  await page.getByRole('button', { name: '20×' }).click();
  await page.getByRole('button', { name: 'Promote DC2-N2, DC2-N3' }).click();
  await printed(page, 'Node DC2-N3 promoted to a manager in the swarm.');
  for (const name of ['DC2-N4', 'DC2-N5']) {
    await page.evaluate((host) => swarmarium.send({ kind: 'add-host', name: host }), name);
    await page.evaluate((host) => swarmarium.line(host, 'docker swarm join --token $(ssh DC2-N1 "docker swarm join-token -q manager") 10.35.3.145:2377'), name);
    await expect(page.locator('[data-role="follower"]').filter({ hasText: name })).toBeVisible();
  }
  await expect(page.getByText('3 of 5 needed · 5 hear each other')).toBeVisible();
}

/** Chooses an action of a manager's menu. */
async function doTo(page: Page, host: string, action: string): Promise<void> {
  await page
    .getByRole('list', { name: 'Managers' })
    .getByRole('button', { name: `Actions for ${host}` })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('five managers lose their quorum with the third, and regain it', async ({ page }) => {
  await openPage(page, '/');
  await page.getByRole('button', { name: 'Raft', exact: true }).click();
  await fiveManagers(page);
  await page.locator('[data-role="leader"]').filter({ hasText: 'DC2-N1' }).waitFor();
  for (const host of ['DC2-N3', 'DC2-N4', 'DC2-N5']) await doTo(page, host, 'Stop engine');
  await expect(page.getByText(/^Nobody leads, term \d+/)).toBeVisible();
  await expect(page.getByText('3 of 5 needed · 2 hear each other')).toBeVisible();
  await expect(page.getByText('Without a quorum the swarm takes no orders. Its containers go on.')).toBeVisible();
  await expect(page.locator('[data-role="stopped"]')).toHaveCount(3);
  await openTerminal(page, 'DC2-N1');
  await type(page, 'docker service scale -d mystack_web=9');
  // Whoever still waits for its followers' answers says that time is over; whoever has heard of it says why.
  await printed(page, /The swarm does not have a lead|DeadlineExceeded/);
  await doTo(page, 'DC2-N3', 'Start engine');
  await expect(page.getByText(/^DC2-N\d leads, term \d+/)).toBeVisible();
  await expect(page.getByText('3 of 5 needed · 3 hear each other')).toBeVisible();
});

test('two of five managers are cut off by a drag and healed again; the others go on', async ({ page }) => {
  await page.goto('/?cluster=5m1w');
  await page.getByRole('button', { name: '20×' }).click();
  await page.getByRole('button', { name: 'Raft', exact: true }).click();
  await expect(page.getByText('3 of 5 needed · 5 hear each other')).toBeVisible();
  // The ring has the third and the fourth at the bottom: a box around both parts them from the rest.
  const boxes = await Promise.all(['DC2-N3', 'DC2-N4'].map((name) => page.locator('li[data-role]').filter({ hasText: name }).boundingBox()));
  const [a, b] = boxes;
  if (!a || !b) throw new Error('the managers are not there');
  const left = Math.min(a.x, b.x) - 6;
  const right = Math.max(a.x + a.width, b.x + b.width) + 6;
  await page.mouse.move(left, a.y - 8);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, a.y + 20, { steps: 4 });
  await page.mouse.move(right, a.y + a.height, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('line[data-cut="true"]')).toHaveCount(6);
  await expect(page.getByText('3 of 5 needed · 3 hear each other')).toBeVisible();
  await type(page, 'docker service create --name web --replicas 2 nginx');
  await printed(page, /verify: Service \w{25} converged/);
  await page.getByRole('button', { name: 'Heal all links' }).click();
  await expect(page.locator('line[data-cut="true"]')).toHaveCount(0);
  await expect(page.getByText('3 of 5 needed · 5 hear each other')).toBeVisible();
});

test('a request goes through the routing mesh, hop by hop; host ports and dnsrr look different', async ({ page }) => {
  await openPage(page, '/');
  await page.getByRole('button', { name: 'Network', exact: true }).click();
  const send = page.getByRole('button', { name: 'Send', exact: true });
  for (let i = 1; i <= 5; i++) {
    await send.click();
    await expect(page.getByText('HTTP 200')).toBeVisible();
    await expect(page.locator('[aria-label^="mystack_web."]')).toHaveCount(i);
  }
  // Round robin: five requests to one node have met all five tasks.
  for (let slot = 1; slot <= 5; slot++) await expect(page.getByLabel(`mystack_web.${slot}: 1`)).toBeVisible();
  await expect(page.getByText('the mesh knows mystack_web behind VIP 10.0.0.')).toBeVisible();
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker network create -d overlay back && docker service create --name db --network back --endpoint-mode dnsrr redis');
  await printed(page, 'converged');
  await type(page, 'docker service create --name edge --publish mode=host,published=8080,target=80 --constraint node.hostname==DC2-N2 nginx');
  await printed(page, 'converged');
  await expect(page.getByText('DNS round robin')).toBeVisible();
  await expect(page.locator('[data-mode="host"]').filter({ hasText: ':8080' })).toHaveCount(1);
  // Nobody has that port on the third machine: the error is curl's own.
  await page.getByLabel('To', { exact: true }).fill('http://10.35.3.147:8080/');
  await send.click();
  await expect(page.getByText('(7) Failed to connect to 10.35.3.147 port 8080')).toBeVisible();
});
