import { expect, test } from '@playwright/test';
import { clear, openPage, openTerminal, printed, running, screen, stateOf, type } from './support.ts';

test('the course’s story: create, stop a node, start it again, scale, deploy from the editor, reload, share', async ({ page, browser }) => {
  await openPage(page);
  await expect(running(page, 'mystack_web')).toHaveCount(5);
  await page.getByRole('button', { name: '20×' }).click();

  await type(page, 'docker node ls');
  await printed(page, /\* +DC2-N1 +Ready +Active +Leader +28\.2\.2/);
  await type(page, 'docker service create --name webapp1 --replicas=6 nginx');
  await printed(page, /verify: Service \w{25} converged/);
  await expect(running(page, 'webapp1')).toHaveCount(6);
  for (const host of ['DC2-N1', 'DC2-N2', 'DC2-N3']) await expect(running(page, 'webapp1', host)).toHaveCount(2);
  await clear(page);
  await type(page, 'docker service ls');
  await printed(page, /webapp1 +replicated +6\/6 +nginx:latest/);
  expect(await screen(page)).toMatch(/mystack_web +replicated +5\/5 +daviddavistx\/webserver:1 +\*:80->80\/tcp/);

  for (const host of ['DC2-N1', 'DC2-N2', 'DC2-N3']) {
    await openTerminal(page, host);
    await type(page, "docker ps --filter name=webapp1 --format '{{.Image}} {{.Status}}'");
    await printed(page, /nginx:latest Up .*\nnginx:latest Up /);
  }

  // A click stops the engine: shown as the command that it stands for, then as red, then as moved tasks.
  await page.locator('[data-node="DC2-N3"]').first().click();
  await page.getByRole('button', { name: 'Stop engine' }).first().click();
  await expect(page.getByText('sudo systemctl stop docker').first()).toBeVisible();
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await expect(running(page, 'webapp1', 'DC2-N3')).toHaveCount(0);
  for (const host of ['DC2-N1', 'DC2-N2']) await expect(running(page, 'webapp1', host)).toHaveCount(3);
  await openTerminal(page, 'DC2-N3');
  await clear(page);
  await type(page, 'docker node ls');
  await printed(page, 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?');
  await openTerminal(page, 'DC2-N1');
  await clear(page);
  await type(page, 'docker node ls');
  await printed(page, /DC2-N3 +Down +Active/);

  // It comes back, and nothing moves back.
  await page.getByRole('button', { name: 'Start engine' }).first().click();
  await openTerminal(page, 'DC2-N1');
  await clear(page);
  await expect(async () => {
    await type(page, 'docker node ls');
    await printed(page, /DC2-N3 +Ready +Active/);
  }).toPass();
  await expect(running(page, 'webapp1', 'DC2-N3')).toHaveCount(0);
  await expect(running(page, 'webapp1')).toHaveCount(6);

  await type(page, 'docker service update --replicas=20 mystack_web');
  await printed(page, 'verify: Service mystack_web converged');
  await expect(running(page, 'mystack_web')).toHaveCount(20);

  // The editor: 30 replicas, Deploy.
  await page.locator('.monaco-editor').first().waitFor();
  await page.locator('.view-line', { hasText: 'replicas' }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('30');
  await page.getByRole('button', { name: /^Deploy/ }).click();
  await expect(running(page, 'mystack_web')).toHaveCount(30);
  await clear(page);
  await type(page, 'docker service ls');
  await printed(page, /mystack_web +replicated +30\/30/);

  // A reload keeps everything.
  await page.locator('button[aria-label="Pause"]').click();
  const before = await stateOf(page);
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).some((text) => text.includes('replicas: 30')))).toBe(true);
  await page.reload();
  await expect(running(page, 'mystack_web')).toHaveCount(30);
  await expect(running(page, 'webapp1', 'DC2-N3')).toHaveCount(0);
  await page.locator('button[aria-label="Pause"]').click();
  const after = await stateOf(page);
  expect(after.now).toBeGreaterThanOrEqual(before.now - 3000);

  // A link opens in the same state in a fresh profile, and stands still there.
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: /link/i }).inputValue();
  expect(link).toMatch(/#v2\./);
  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await other.goto(link);
  await expect(running(other, 'mystack_web')).toHaveCount(30);
  await expect(other.locator('button[aria-label="Play"]')).toBeVisible();
  expect(await stateOf(other)).toEqual(after);
  await fresh.close();
});
