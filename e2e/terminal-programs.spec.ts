import { expect, test } from '@playwright/test';
import { clear, openPage, printed, running, screen, type } from './support.ts';

test('a loop without an end leaves the page alive and stops with Ctrl-C', async ({ page }) => {
  await openPage(page);
  await type(page, 'while true; do docker service ls; done');
  await printed(page, /(?:NAME[\s\S]*){3}/, false);
  // A click is answered: the node's inspector opens, and its time goes on.
  await page
    .getByRole('button', { name: /^DC2-N2/ })
    .first()
    .click();
  await expect(page.getByRole('complementary').filter({ hasText: 'DC2-N2' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Terminal of DC2-N1' }).focus();
  await page.keyboard.press('Control+c');
  await printed(page, /\^C\n[^\n]*DC2-N1 ~ \$ *$/);
  await clear(page);
  await type(page, 'echo $((40+2)); docker service ls -q | wc -l');
  await printed(page, /\n42\n1\n/);
});

test('a shell in a container answers at the page’s terminal, and exit comes back', async ({ page }) => {
  await openPage(page);
  await expect(running(page, 'mystack_web', 'DC2-N1').first()).toBeVisible();
  await type(page, 'docker exec -it $(docker ps -q | head -1) sh');
  await printed(page, /\n(?:\/ |\/\S* )?[#$] *$/, false);
  await page.keyboard.type('hostname');
  await page.keyboard.press('Enter');
  await printed(page, /hostname\n[0-9a-f]{12}\n/, false);
  await page.keyboard.type('exit');
  await page.keyboard.press('Enter');
  await printed(page, /exit\n(?:.*\n)?DC2-N1 ~ \$ *$/);
});

test('logs and events go on until Ctrl-C', async ({ page }) => {
  await openPage(page);
  await type(page, 'docker service logs -f mystack_web');
  await expect.poll(() => screen(page)).not.toMatch(/ \$ *$/);
  await page.keyboard.press('Control+c');
  await printed(page, /DC2-N1 ~ \$ *$/);
  await clear(page);
  await type(page, 'docker events');
  await expect.poll(() => screen(page)).not.toMatch(/ \$ *$/);
  await page.evaluate(() => swarmarium.line('DC2-N2', 'docker node ls; docker volume create late'));
  await page.evaluate(() => swarmarium.line('DC2-N1', 'true'));
  await page.keyboard.press('Control+c');
  await printed(page, /DC2-N1 ~ \$ *$/);
});
