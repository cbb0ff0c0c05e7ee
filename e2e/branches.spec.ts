import { expect, test } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { openPage, printed, running, screen, type } from './support.ts';

test('undo, redo, reset and clean slate are visible buttons, and nothing is lost by them', async ({ page }) => {
  await openPage(page);
  const controls = page.getByRole('group', { name: 'The run: take back, begin anew, branches' });
  await expect(controls.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service create -d --name webapp1 --replicas=2 nginx');
  await expect(running(page, 'webapp1')).toHaveCount(2);
  await type(page, 'docker service scale -d webapp1=5');
  await expect(running(page, 'webapp1')).toHaveCount(5);
  await controls.getByRole('button', { name: 'Undo' }).click();
  await expect(running(page, 'webapp1')).toHaveCount(2);
  expect(await screen(page)).not.toContain('scale');
  // Ctrl-Z and Ctrl-Shift-Z do the same wherever no text is typed.
  await page.locator('#stage').focus();
  await page.keyboard.press('Control+z');
  await expect(running(page, 'webapp1')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(running(page, 'webapp1')).toHaveCount(2);
  await controls.getByRole('button', { name: 'Do again what was taken back' }).click();
  await expect(running(page, 'webapp1')).toHaveCount(5);
  await controls.getByRole('button', { name: 'Reset' }).click();
  await expect(running(page, 'webapp1')).toHaveCount(0);
  await expect(running(page, 'mystack_web')).toHaveCount(5);
  await controls.getByRole('button', { name: 'Clean slate' }).click();
  await expect(page.locator('#stage [data-task]')).toHaveCount(0);
  await expect(page.locator('[data-host]')).toHaveCount(3);
  await type(page, 'docker service ls');
  await printed(page, /ID +NAME +MODE +REPLICAS/);
  // All of it is still there.
  await page.locator('#stage').focus();
  await page.keyboard.press('h');
  await page.getByRole('dialog').getByRole('button', { name: 'The course: one stack, three nodes', exact: true }).click();
  await expect(running(page, 'webapp1')).toHaveCount(5);
});

test('two branches, start-first against stop-first, under the same faults: named, compared, switched, thrown away, kept', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service create -d --name shop --replicas=4 nginx:1.25');
  await expect(running(page, 'shop')).toHaveCount(4);
  await page.waitForTimeout(300);
  await type(page, 'docker service update -d --image nginx:1.26 shop');
  await expect(page.locator('#stage [data-task]').filter({ hasText: 'nginx:1.26' })).toHaveCount(4);
  await page.evaluate(() => swarmarium.line('DC2-N3', 'sudo systemctl stop docker'));
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await expect(running(page, 'shop')).toHaveCount(4);
  // Back to the moment before the update.
  await page.locator('#stage').focus();
  await expect
    .poll(async () => {
      await page.keyboard.press(',');
      return page.locator('#stage [data-task]').filter({ hasText: 'nginx:1.26' }).count();
    })
    .toBe(0);
  await expect(running(page, 'shop')).toHaveCount(4);
  await type(page, 'docker service update -d --image nginx:1.26 --update-order start-first shop');
  await expect(page.getByText('A branch began here. What came after is kept.')).toBeVisible();
  await expect(page.locator('#stage [data-task]').filter({ hasText: 'nginx:1.26' })).toHaveCount(4);
  await page.keyboard.press('Shift+Tab');
  await page.locator('#stage').focus();
  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Name it: Branch from/ }).click();
  await page.keyboard.type('start first');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'start first', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  // Side by side: the branch has no fault of its own, so both are run under those of the other.
  await page.keyboard.press('c');
  await expect(dialog.getByRole('combobox', { name: 'Faults' })).toHaveValue('right');
  const row = dialog.getByRole('row', { name: /^shop/ });
  await expect(row).toContainText('better');
  const cells = await row.getByRole('cell').allTextContents();
  const [leftBelow, rightBelow] = [cells[1], cells[4]].map((text) => Number.parseFloat(text ?? ''));
  expect(leftBelow).toBeGreaterThan(0);
  expect(leftBelow).toBeLessThan(rightBelow as number);
  await dialog.getByRole('combobox', { name: 'Faults' }).selectOption('own');
  await expect(row.getByRole('cell').nth(1)).toHaveText('0 s better');
  await expect(dialog.getByRole('img', { name: 'Healthy tasks of shop over virtual time' })).toHaveCount(2);
  await page.keyboard.press('Escape');
  // Kept over a reload; switched; thrown away.
  await page.reload();
  await expect(running(page, 'shop')).toHaveCount(4);
  await page.locator('#stage').focus();
  await page.keyboard.press('h');
  await expect(dialog.getByRole('button', { name: 'start first', exact: true })).toHaveAttribute('aria-current', 'true');
  await dialog.getByRole('button', { name: 'The course: one stack, three nodes', exact: true }).click();
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await page.keyboard.press('h');
  await dialog.getByRole('button', { name: 'Forget it: start first' }).click();
  await expect(dialog.getByRole('button', { name: 'start first', exact: true })).toHaveCount(0);
});

test('a new cluster from the list of all actions and by its address; one that is too large says which limit', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).waitFor();
  await page.keyboard.type('new cluster');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New cluster' });
  await dialog.getByRole('radio', { name: 'As many as you like' }).check();
  await dialog.getByRole('spinbutton', { name: 'Workers' }).fill('5000');
  await expect(dialog.getByRole('alert')).toContainText('5003 machines are more than this playground takes');
  await expect(dialog.getByRole('button', { name: 'Create' })).toBeDisabled();
  await dialog.getByRole('radio', { name: /three zones/ }).check();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.locator('[data-host]')).toHaveCount(9);
  await expect(page.getByText('3 managers, 6 workers, 3 zones').first()).toBeVisible();
  await type(page, "docker node inspect DC2-N5 -f '{{.Spec.Labels.zone}}'");
  await printed(page, /\nb\n/);
  await page.goto('/?cluster=5m5w&seed=other');
  await expect(page.locator('[data-host]')).toHaveCount(10);
  expect(page.url()).not.toContain('cluster');
  await page.goto('/?cluster=900m');
  await expect(page.getByRole('alert')).toContainText('It asks for 900');
  await page.goto('/?cluster=%3Cscript%3E');
  await expect(page.getByRole('alert')).toContainText('?cluster=3m3w');
});

for (const scheme of ['dark', 'light'] as const) {
  test(`no axe violation in the past and in the dialogs: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openPage(page);
    const check = async (what: string): Promise<void> => {
      expect([what, await violationsOf(page)]).toEqual([what, []]);
    };
    await page.getByRole('button', { name: '20×' }).click();
    await type(page, 'docker service create -d --name webapp1 --replicas=2 nginx');
    await expect(running(page, 'webapp1')).toHaveCount(2);
    await page.getByRole('slider', { name: 'The moment that is shown' }).focus();
    await page.keyboard.press('Home');
    await expect(page.locator('[data-past-line]')).toBeVisible();
    await check('past');
    await type(page, 'docker service update -d --image nginx:1.26 mystack_web');
    await expect(page.locator('[data-past-line]')).toHaveCount(0);
    // Cards that come and go are faint for a moment.
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.waitForTimeout(600);
    await page.locator('#stage').focus();
    for (const key of ['h', 'c', 's']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      if (key === 'c') await expect(page.getByRole('table')).toBeVisible();
      await check(key);
      for (const tab of key === 's' ? ['In a page', 'As text', 'Picture', 'File'] : []) {
        await page.getByRole('tab', { name: tab }).click();
        await check(tab);
      }
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'What do you want to do?' }).waitFor();
    await page.keyboard.type('new cluster');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'New cluster' })).toBeVisible();
    await check('new cluster');
  });
}
