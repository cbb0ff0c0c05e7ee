import { expect, type Page } from '@playwright/test';

/** What the page offers to the console (README): the same door that every control uses. */
interface Handle {
  send(input: unknown): void;
  line(host: string, text: string): void;
  ask(query: unknown): Promise<Record<string, unknown>>;
}

declare global {
  var swarmarium: Handle;
}

/** Opens the page and waits for the living cluster: five tasks of the course's stack. */
export async function openPage(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await expect(page.locator('[data-task][data-state="running"]').first()).toBeVisible();
}

/** The cards of a service that are shown as running, on a host or anywhere. */
export function running(page: Page, service: string, host?: string): ReturnType<Page['locator']> {
  const scope = host === undefined ? page.locator('#stage') : page.locator(`[data-host="${host}"]`);
  return scope.locator(`[data-task][data-state="running"]:not([data-presence="ghost"])`).filter({ hasText: `${service}.` });
}

/** Shows a host's terminal. */
export async function openTerminal(page: Page, host: string): Promise<void> {
  await page.getByRole('tab', { name: host, exact: true }).click();
  await expect(page.getByRole('tab', { name: host, exact: true })).toHaveAttribute('aria-selected', 'true');
}

/** What a terminal shows now, line by line. */
export async function screen(page: Page): Promise<string> {
  return page
    .locator('.xterm-rows')
    .filter({ visible: true })
    .first()
    .evaluate((rows) =>
      [...rows.children]
        .map((row) => row.textContent?.replace(/\u00a0/g, ' ').trimEnd() ?? '')
        .join('\n')
        .trimEnd(),
    );
}

/** Types a line into the shown terminal. */
export async function type(page: Page, line: string): Promise<void> {
  const host = await page.locator('[role="tab"][aria-controls="terminal-body"][aria-selected="true"]').textContent();
  await page.getByRole('textbox', { name: `Terminal of ${host?.trim()}` }).focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** Waits until the shown terminal has printed something, and is at its prompt again unless told otherwise. */
export async function printed(page: Page, text: string | RegExp, atPrompt = true): Promise<void> {
  await expect.poll(() => screen(page), { timeout: 30_000 }).toMatch(text instanceof RegExp ? text : new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  if (atPrompt) await expect.poll(() => screen(page), { timeout: 30_000 }).toMatch(/ \$ *$/);
}

/** Clears the shown terminal, so that what comes next is all that is there. */
export async function clear(page: Page): Promise<void> {
  await type(page, 'clear');
  await expect.poll(() => screen(page)).toMatch(/^DC2-N\d+ ~ \$ *$/);
}

/** Hash and virtual time of the whole state. */
export async function stateOf(page: Page): Promise<{ hash: string; now: number }> {
  return (await page.evaluate(() => swarmarium.ask({ kind: 'hash' }))) as { hash: string; now: number };
}
