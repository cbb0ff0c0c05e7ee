import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const HOSTS = 80;
const SERVICES = 8;
const REPLICAS = 60;

/** A run of 80 nodes in two zones with 480 tasks, as the page keeps one. */
const RUN = JSON.stringify({
  v: 2,
  s: {
    title: 'many nodes',
    seed: 'scale',
    epochMs: 1_767_600_000_000,
    hosts: Array.from({ length: HOSTS }, (_, i) => ({ name: `N${i + 1}`, address: `10.35.3.${i + 1}`, cpus: 8, memoryBytes: 16 * 2 ** 30 })),
    swarm: { managers: 3, workers: HOSTS - 3 },
    registry: 'simulated',
    setup: Array.from({ length: SERVICES }, (_, i) => ({
      kind: 'request',
      host: 'N1',
      path: '/services/create',
      body: {
        Name: `shop_s${i + 1}`,
        Labels: {},
        TaskTemplate: { ContainerSpec: { Image: 'nginx:1.25' }, Networks: [] },
        Mode: { Replicated: { Replicas: REPLICAS } },
      },
    })),
  },
  i: [],
  t: 20_000,
});

const field = (page: Page) => page.locator('canvas[data-field]');
const tree = (page: Page) => page.getByRole('tree', { name: 'Stage: nodes and their tasks' });
const minimap = (page: Page) => page.getByTitle('The whole stage: press to go there');
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

test('many nodes on one field: words, search, zoom, minimap, menus and drags', async ({ page }) => {
  await page.addInitScript((text) => localStorage.setItem('swarmarium.run', text), RUN);
  await page.goto('/');
  await expect(field(page)).toBeVisible();

  // What is drawn is there in words: node, state, role and tasks.
  await expect(tree(page).getByRole('treeitem').first()).toContainText(/^N1, 10\.35\.3\.1 · ready · active, leader, manager, \d+ tasks$/);
  await tree(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tree(page).getByRole('treeitem', { level: 2 }).first()).toContainText(/^shop_s\d\.\d+, running, nginx:1\.25, on N1$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('heading', { name: /^shop_s\d\.\d+$/ })).toBeVisible();
  // Why here: each of the nodes, with its rank and figures.
  await inspector(page)
    .getByRole('button', { name: `Each of the ${HOSTS} nodes` })
    .click();
  await expect(inspector(page).getByRole('row')).toHaveCount(HOSTS + 1);

  // Search: by word and field, kept in the address; Enter goes from one to the next.
  const search = page.getByRole('combobox', { name: 'Filter what is shown on the stage' });
  await search.fill('service:shop_s3');
  await expect(page.getByTitle(`${REPLICAS} tasks found`)).toBeVisible();
  await search.press('Enter');
  await expect(inspector(page).getByRole('heading', { name: /^shop_s3\.\d+$/ })).toBeVisible();
  await expect.poll(() => new URL(page.url()).searchParams.get('filter')).toBe('service:shop_s3');
  await search.press('Escape');

  // Zoomed in, the map shows where one is; a press on it goes there.
  await expect(minimap(page)).toBeHidden();
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Larger', exact: true }).click();
  await expect(minimap(page)).toBeVisible();
  const there = minimap(page).locator('div');
  const before = await there.getAttribute('style');
  const map = await minimap(page).boundingBox();
  if (!map) throw new Error('no map');
  await page.mouse.click(map.x + map.width - 6, map.y + map.height - 6);
  await expect(there).not.toHaveAttribute('style', before ?? '');
  await page.getByRole('button', { name: 'As large as fits' }).click();
  await expect(minimap(page)).toBeHidden();

  // A press selects, the right button opens the menu, a box parts the network.
  const box = await field(page).boundingBox();
  if (!box) throw new Error('no field');
  await page.mouse.click(box.x + 40, box.y + 14, { button: 'right' });
  await expect(page.getByRole('menu', { name: /^Actions for / })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Part the network/ }).click();
  await page.mouse.move(box.x + 14, box.y + 6);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText('The network is parted into 2')).toBeVisible();
  await page.getByRole('button', { name: 'Heal', exact: true }).click();
  await expect(page.getByText('The network is parted into 2')).toHaveCount(0);

  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').exclude('.xterm').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
});
