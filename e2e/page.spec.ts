import { expect, test } from '@playwright/test';
import { clear, openPage, openTerminal, printed, running, screen, stateOf, type } from './support.ts';

test('the language changes at once, and is kept', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: /Português/ }).click();
  await expect(page.getByRole('button', { name: 'Compartilhar' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Compartilhar' })).toBeVisible();
  await expect(running(page, 'mystack_web')).toHaveCount(5);
});

test('the editor shows docker’s own text at the line of a mistake, and deploys nothing that docker refuses', async ({ page }) => {
  await openPage(page);
  await page.locator('.monaco-editor').first().waitFor();
  await page.locator('.view-line', { hasText: 'replicas' }).click();
  await page.keyboard.press('Home');
  await page.keyboard.type('foo: 1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('services.web.deploy Additional property foo is not allowed').first()).toBeVisible();
  await expect(page.locator('.monaco-editor .squiggly-error')).toBeVisible();
});

test('nano opens a host’s file in the editor; saving there changes it on the host', async ({ page }) => {
  await openPage(page);
  await type(page, 'echo "hello: 1" > note.yml; nano note.yml');
  await printed(page, 'is open in the editor');
  await expect(page.getByRole('tab', { name: /note\.yml/ })).toBeVisible();
});

test('Ctrl-C stops what streams, and the shell goes on', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'watch -n 2 docker service ls');
  await printed(page, /Every 2\.0s: docker service ls[\s\S]*mystack_web/, false);
  await page.keyboard.press('Control+c');
  await printed(page, /\$ *$/);
  await clear(page);
  await type(page, 'while true; do docker service ls; done');
  await printed(page, /mystack_web[\s\S]*mystack_web/, false);
  await page.keyboard.press('Control+c');
  await printed(page, /\$ *$/);
  await clear(page);
  await type(page, 'docker service ls | grep web | wc -l');
  await printed(page, /\n1\n/);
});

test('every host has its own shell; curl is answered through the routing mesh', async ({ page }) => {
  await openPage(page);
  await openTerminal(page, 'DC2-N2');
  await type(page, 'hostname; for i in 1 2 3 4 5; do curl -s localhost | grep -o "mystack_web.[0-9]"; done | sort | uniq | wc -l');
  await printed(page, /DC2-N2\n5\n/);
  await openTerminal(page, 'DC2-N3');
  expect(await screen(page)).not.toContain('hostname');
});

test('a page in the background neither runs nor loses anything', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForTimeout(200);
  const before = await stateOf(page);
  await page.waitForTimeout(1000);
  expect(await stateOf(page)).toEqual(before);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(async () => (await stateOf(page)).now).toBeGreaterThan(before.now + 1000);
});

test('scaling, draining and removing by clicks are the commands they stand for', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await page.locator('[data-task]').first().click();
  await page.locator('[data-node="DC2-N2"]').first().click();
  await page.getByRole('button', { name: 'Drain', exact: true }).click();
  await expect.poll(() => screen(page)).toMatch(/docker node update --availability drain DC2-N2/);
  await expect(running(page, 'mystack_web', 'DC2-N2')).toHaveCount(0);
  await expect(running(page, 'mystack_web')).toHaveCount(5);
  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  await expect.poll(() => screen(page)).toMatch(/docker node update --availability active DC2-N2/);
  await expect(running(page, 'mystack_web', 'DC2-N2')).toHaveCount(0);
});

test('machines without a swarm: the hint says what to do, one begins it by a click, another joins', async ({ page }) => {
  await page.goto('/?cluster=2h');
  const host = (name: string) => page.locator(`[data-host="${name}"]`);
  await expect(page.getByText('Start a swarm on one machine; the others can join it.')).toBeVisible();
  await host('DC2-N1').getByRole('button', { name: 'Start a swarm' }).click();
  await printed(page, 'To add a worker to this swarm');
  await expect(host('DC2-N1').getByRole('img', { name: 'Leader of the managers' })).toBeVisible();
  await host('DC2-N2').getByRole('button', { name: 'Join as worker' }).click();
  await printed(page, 'This node joined a swarm as a worker.');
  await expect(host('DC2-N2')).toHaveAttribute('data-mark', 'running');
});
