import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any part of the page has. */
const MOST_STOPS = 120;

/** Types a line into whatever has the focus. */
export async function keys(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** Runs an action of the command palette by its name. */
export async function act(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'What do you want to do?' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option').first()).toContainText(name.split(' ')[0] ?? name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'What do you want to do?' })).toHaveCount(0);
}

/** Goes with Tab, as a user would, until something has the focus; `back` goes with Shift+Tab. */
export async function tabTo(page: Page, target: Locator, back = false): Promise<void> {
  await target.waitFor();
  for (let i = 0; i < MOST_STOPS; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error('Tab does not come there');
}

/** Goes into the shown terminal and clears it. */
export async function clearTerminal(page: Page): Promise<void> {
  await keys(page, 'clear');
  await expect.poll(async () => (await page.locator('.xterm-rows').filter({ visible: true }).first().textContent())?.trim()).toMatch(/^DC2-N\d+ ~ \$$/);
}

/** Chooses an entry of the open menu: by arrows, as a user would. */
export async function choose(page: Page, entry: Locator): Promise<void> {
  await entry.waitFor();
  for (let i = 0; i < MOST_STOPS; i++) {
    if (await entry.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('no arrow comes there');
}

/** Goes into the shown terminal by the page's own key. */
export async function toTerminal(page: Page): Promise<void> {
  await page.keyboard.press('t');
  await expect(page.getByRole('textbox', { name: /^Terminal of / }).filter({ visible: true })).toBeFocused();
}

/** Goes from panel to panel until one has the focus. */
export async function toPanel(page: Page, panel: Locator): Promise<void> {
  for (let i = 0; i < 8; i++) {
    if (await panel.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('F6');
  }
  throw new Error('F6 does not come there');
}
