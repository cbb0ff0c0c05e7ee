import { expect, type Page, test } from '@playwright/test';
import { clear, openPage, printed, running, stateOf } from './support.ts';

/** Types into whatever has the focus. */
async function keys(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** Runs an action of the command palette by its name. */
async function act(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type(name);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveCount(0);
}

test('the course’s story with the keyboard alone', async ({ page, browser }) => {
  await openPage(page);
  await page.keyboard.press('3');
  await act(page, 'DC2-N1: Open terminal');
  await keys(page, 'docker node ls');
  await printed(page, /\* +DC2-N1 +Ready +Active +Leader/);
  await page.keyboard.type('docker service cr');
  await page.keyboard.press('Tab');
  await keys(page, '--name webapp1 --replicas=6 nginx');
  await printed(page, /verify: Service \w{25} converged/);
  await expect(running(page, 'webapp1')).toHaveCount(6);

  await act(page, 'DC2-N3: Stop engine');
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await expect(running(page, 'webapp1', 'DC2-N3')).toHaveCount(0);
  await expect(running(page, 'webapp1', 'DC2-N1')).toHaveCount(3);
  await act(page, 'DC2-N3: Open terminal');
  await clear(page);
  await keys(page, 'docker node ls');
  await printed(page, 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?');
  await act(page, 'DC2-N3: Start engine');
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'running');
  await expect(running(page, 'webapp1', 'DC2-N3')).toHaveCount(0);

  await act(page, 'DC2-N1: Open terminal');
  await keys(page, 'docker service update --replicas=20 mystack_web');
  await printed(page, 'verify: Service mystack_web converged');
  await expect(running(page, 'mystack_web')).toHaveCount(20);

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('e');
  await expect(page.locator('.monaco-editor.focused, .monaco-editor textarea:focus, .monaco-editor .native-edit-context:focus').first()).toBeVisible();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('30');
  await page.keyboard.press('Control+Enter');
  await expect(running(page, 'mystack_web')).toHaveCount(30);

  await act(page, 'Pause');
  const shared = await stateOf(page);
  await act(page, 'Share');
  const link = await page.getByRole('textbox', { name: /link/i }).inputValue();
  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await other.goto(link);
  await expect(running(other, 'mystack_web')).toHaveCount(30);
  expect(await stateOf(other)).toEqual(shared);
  await fresh.close();
});
