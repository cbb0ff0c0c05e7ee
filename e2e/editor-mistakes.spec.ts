import { expect, type Page, test } from '@playwright/test';
import { openPage } from './support.ts';

const GOOD = `services:
  web:
    image: nginx
    deploy:
      replicas: 2
    ports:
      - "8088:80"
`;

/** What people get wrong, docker's words for it, what helps, and the button that mends it. */
const MISTAKES = [
  {
    name: 'a tab',
    text: GOOD.replace('      replicas', '\treplicas'),
    says: /found (a tab character|character that cannot start any token)/,
    helps: 'Indent with spaces',
    fix: 'Replace the tabs with spaces',
    after: GOOD.replace('      replicas', '        replicas'),
  },
  {
    name: 'a port without quotes',
    text: GOOD.replace('"8088:80"', '22:22'),
    says: 'other readers of YAML take it for a number of base 60',
    helps: 'Put this port in quotes',
    fix: 'Write "22:22"',
    after: GOOD.replace('8088:80', '22:22'),
  },
  {
    name: 'a network that is not defined',
    text: `${GOOD}    networks:\n      - front\n`,
    says: 'service web: undefined network "front"',
    helps: 'Define the network front under networks:',
    fix: 'Define front under networks:',
    after: `${GOOD}    networks:\n      - front\nnetworks:\n  front:\n`,
  },
  {
    name: 'deploy at the wrong indentation',
    text: 'services:\n  web:\n    image: nginx\n  deploy:\n    replicas: 2\n',
    says: 'services.deploy Additional property replicas is not allowed',
    helps: 'it belongs inside of web:',
    fix: 'Move it under web:',
    after: 'services:\n  web:\n    image: nginx\n    deploy:\n      replicas: 2\n',
  },
  {
    name: 'a duration without its unit',
    text: `${GOOD}    stop_grace_period: 10\n`,
    says: 'services.web.stop_grace_period must be a string',
    helps: 'Write a duration with its unit',
    fix: 'Write 10s',
    after: `${GOOD}    stop_grace_period: 10s\n`,
  },
] as const;

async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => (JSON.parse(localStorage.getItem('swarmarium.files') ?? '{}') as { files?: { content: string }[] }).files?.[0]?.content ?? '');
}

/** Puts a text into the editor as somebody who pastes over everything. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+a');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await expect.poll(() => textOf(page)).toBe(text);
}

test('five mistakes are marked where they are, said in docker’s words, helped and mended', async ({ page }) => {
  test.slow();
  await openPage(page);
  const help = page.getByRole('region', { name: 'Stack file' });
  for (const [i, mistake] of MISTAKES.entries()) {
    await test.step(mistake.name, async () => {
      await paste(page, mistake.text);
      await expect(help).toContainText(mistake.says);
      await expect(help).toContainText(mistake.helps);
      await expect(page.locator('.monaco-editor :is(.squiggly-error, .squiggly-warning)').first()).toBeVisible();
      if (i % 2 === 0) {
        // By the button beside the words.
        await help.getByRole('button', { name: mistake.fix, exact: true }).click();
      } else {
        // By the keyboard, in the text: F8 goes to the mistake, Ctrl+. lists what mends it.
        await page.locator('.monaco-editor .view-lines').click();
        await page.keyboard.press('F8');
        await page.keyboard.press('Control+.');
        await expect(page.locator('.action-widget').first()).toContainText(mistake.fix);
        await page.keyboard.press('Enter');
      }
      await expect.poll(() => textOf(page)).toBe(mistake.after);
      await expect(page.locator('.monaco-editor .squiggly-error')).toHaveCount(0);
      await page.locator('.monaco-editor .view-lines').click();
      await page.keyboard.press('Control+z');
      await expect.poll(() => textOf(page)).toBe(mistake.text);
    });
  }
});
