import { expect, type Page, test } from '@playwright/test';
import { stackDocs } from '../src/docker/compose/stack-docs.ts';
import { COURSE_STACK } from '../src/run/default-scenario.ts';
import { openPage, printed, running, type } from './support.ts';

/** What the editor holds: its text as it will be after a reload. */
async function textOf(page: Page, path: string): Promise<string> {
  return page.evaluate((wanted) => {
    const kept = JSON.parse(localStorage.getItem('swarmarium.files') ?? '{}') as { files?: { path: string; content: string }[] };
    return kept.files?.find((file) => file.path === wanted)?.content ?? '';
  }, path);
}

/** Takes a suggestion by its label; only the letters that find it are typed. */
async function pick(page: Page, label: string, typed = ''): Promise<void> {
  const list = page.locator('.suggest-widget.visible');
  if (!(await list.isVisible())) await page.keyboard.press('Control+Space');
  await expect(list).toBeVisible();
  if (typed !== '') await page.keyboard.type(typed);
  const focused = list.locator('.monaco-list-row.focused .label-name');
  await expect(focused).toHaveText(label);
  await page.keyboard.press('Enter');
  // What is typed next is for the next list, and not for the one that closes.
  await expect(focused.filter({ hasText: label })).toHaveCount(0);
}

/** Writes into the dialog that asks for a name; it has selected the part in front of the dot. */
async function nameIt(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(name);
}

async function newFile(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New file' }).click();
  await page.getByRole('menuitem', { name: 'New file' }).click();
  await nameIt(page, name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.monaco-editor.focused')).toBeVisible();
}

/** Puts a text into the editor as somebody who pastes over everything. */
async function pasteOver(page: Page, path: string, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+a');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await expect.poll(() => textOf(page, path)).toBe(text);
}

const DEPLOY = / {4}deploy:\n(?: {6}.*\n)+/.exec(COURSE_STACK)?.[0] ?? '';
const DEPLOY_LAST = COURSE_STACK.replace(DEPLOY, '').replace('networks:\n  webnet', `${DEPLOY}networks:\n  webnet`);

/** What people get wrong in the course's file, and the button that mends it. */
const MISTAKES = [
  { wrong: COURSE_STACK.replace('      replicas', '\treplicas'), fix: 'Replace the tabs with spaces', after: COURSE_STACK },
  { wrong: COURSE_STACK.replace('"80:80"', '22:22'), fix: 'Write "22:22"', after: COURSE_STACK.replace('80:80', '22:22') },
  { wrong: COURSE_STACK.replace('networks:\n  webnet:\n', ''), fix: 'Define webnet under networks:', after: COURSE_STACK },
  { wrong: DEPLOY_LAST.replace(DEPLOY, DEPLOY.replace(/^ {2}/gm, '')), fix: 'Move it under web:', after: DEPLOY_LAST },
  { wrong: COURSE_STACK.replace('50M', '50'), fix: 'Write 50M', after: COURSE_STACK },
];

const plan = (page: Page): ReturnType<Page['locator']> => page.locator('[data-plan="fresh"]');

test('the course’s file from nothing with completion alone; five mistakes mended; plan, deploy, change, plan, deploy', async ({ page }) => {
  test.slow();
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker stack rm mystack');
  await printed(page, 'Removing network mystack_webnet');
  await newFile(page, 'course.yml');
  await pick(page, 'version', 'ver');
  await pick(page, '"3.8"');
  await page.keyboard.press('Enter');
  await pick(page, 'services', 'ser');
  await pick(page, 'web', 'web');
  await pick(page, 'image', 'ima');
  await pick(page, 'daviddavistx/webserver:1', 'webserver:1');
  await page.keyboard.press('Enter');
  await pick(page, 'deploy', 'dep');
  await pick(page, 'replicas', 'repl');
  await pick(page, '5');
  await page.keyboard.press('Enter');
  await pick(page, 'resources', 'res');
  await pick(page, 'limits', 'lim');
  await pick(page, 'cpus', 'cpu');
  await pick(page, '"0.1"');
  await page.keyboard.press('Enter');
  await pick(page, 'memory', 'mem');
  await pick(page, '50M');
  await page.keyboard.press('Enter');
  await pick(page, 'restart_policy', 'restart_p');
  await pick(page, 'condition', 'con');
  await pick(page, 'on-failure', 'on-f');
  await page.keyboard.press('Enter');
  await pick(page, 'ports', 'ports');
  await pick(page, '"80:80"');
  await page.keyboard.press('Enter');
  await pick(page, 'networks', 'netw');
  await pick(page, 'webnet', 'web');
  await page.keyboard.press('Enter');
  await pick(page, 'networks', 'netw');
  await pick(page, 'webnet', 'web');
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(page, '/root/course.yml').then((text) => text.trimEnd())).toBe(COURSE_STACK.trimEnd());

  for (const { wrong, fix, after } of MISTAKES) {
    await pasteOver(page, '/root/course.yml', wrong);
    await page.getByRole('region', { name: 'Stack file' }).getByRole('button', { name: fix, exact: true }).click();
    await expect.poll(() => textOf(page, '/root/course.yml')).toBe(after);
    await expect(page.locator('.monaco-editor .squiggly-error')).toHaveCount(0);
  }

  await page.getByRole('button', { name: /^Name of the stack/ }).click();
  await page.getByRole('textbox', { name: 'The stack that this file is deployed as' }).fill('mystack');
  await page.keyboard.press('Enter');
  await expect(plan(page)).toContainText('create mystack_web');
  await expect(plan(page)).toContainText('5 tasks start on DC2-N1, DC2-N2, DC2-N3');
  await expect(plan(page)).toContainText('create network mystack_webnet');
  await page.getByRole('button', { name: 'Show as command' }).click();
  await expect(page.getByText('docker stack deploy -c course.yml mystack', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(running(page, 'mystack_web')).toHaveCount(5);
  await expect(plan(page)).toContainText('change nothing');

  const change = async (line: string, back: number, text: string): Promise<void> => {
    await page.locator('.view-line', { hasText: line }).click();
    await page.keyboard.press('End');
    for (let i = 0; i < back; i++) await page.keyboard.press('Backspace');
    await page.keyboard.type(text);
    await page.keyboard.press('Escape');
  };
  await change('replicas:', 1, '8');
  await expect(page.locator('.monaco-editor')).toContainText('# was 5');
  await expect(plan(page)).toContainText('update mystack_web: replicas 5 → 8');
  await expect(plan(page)).toContainText('3 tasks start on');
  await expect(plan(page)).toContainText('5 stay as they are');
  await change('memory:', 3, '64M');
  await change('image:', 1, '2');
  await expect(plan(page)).toContainText('limits.memory');
  await expect(plan(page)).toContainText('5 tasks are replaced, one at a time');
  await expect(plan(page)).toContainText('leave network mystack_webnet');
  await page.keyboard.press('Control+Enter');
  await expect(running(page, 'mystack_web')).toHaveCount(8);
  await expect(running(page, 'mystack_web').filter({ hasText: 'webserver:2' })).toHaveCount(8, { timeout: 60_000 });
  await expect(plan(page)).toContainText('change nothing');
});

test('several files: new, rename, undo of each its own, save, close, reopen, and a reload keeps them', async ({ page }) => {
  await openPage(page);
  await newFile(page, 'pw.txt');
  await page.keyboard.type('secret one');
  await page.getByRole('tab', { name: 'docker-stack.yml' }).click();
  await page.locator('.view-line', { hasText: 'version' }).click();
  await page.keyboard.press('Home');
  await page.keyboard.type('# note');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'pw.txt' }).click();
  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => textOf(page, '/root/pw.txt')).not.toBe('secret one');
  await page.keyboard.press('Control+y');
  await expect.poll(() => textOf(page, '/root/pw.txt')).toBe('secret one');
  expect(await textOf(page, '/root/docker-stack.yml')).toMatch(/^# note\n/);
  await expect(page.getByRole('tab', { name: 'pw.txt, not saved on the hosts yet' })).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('tab', { name: 'pw.txt', exact: true })).toBeVisible();
  await type(page, 'cat pw.txt');
  await printed(page, 'secret one');

  await page.getByRole('tab', { name: 'pw.txt' }).focus();
  await page.keyboard.press('F2');
  await nameIt(page, 'docker-stack.yml');
  await expect(page.getByText('There is a file of this name already.')).toBeVisible();
  await nameIt(page, '🐳 קובץ.txt');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: '🐳 קובץ.txt' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('tab', { name: '🐳 קובץ.txt' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: '🐳 קובץ.txt' }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('tab', { name: '🐳 קובץ.txt' })).toHaveCount(0);
  await page.getByRole('button', { name: 'New file' }).click();
  await page.getByRole('menuitem', { name: /Reopen 🐳/ }).click();
  await expect.poll(() => textOf(page, '/root/🐳 קובץ.txt')).toBe('secret one');
});

test('hover help in both languages, outline, format, comparison', async ({ page }) => {
  await openPage(page);
  const key = page.locator('.view-line span', { hasText: /^restart_policy$/ }).last();
  await key.hover();
  await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText(stackDocs['deploy.restart_policy'].en);
  await page.mouse.move(0, 0);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: /Português/ }).click();
  await key.hover();
  await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText(stackDocs['deploy.restart_policy'].pt);
  await page.getByRole('button', { name: 'Idioma' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();

  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+Shift+o');
  await page.getByRole('combobox', { name: 'Outline' }).fill('webnet');
  await page.keyboard.press('Enter');
  await expect(page.locator('.monaco-editor .line-numbers.active-line-number')).toHaveText('18');
  await page.keyboard.press('End');
  await page.keyboard.type('   # kept');
  await page.keyboard.press('Shift+Alt+f');
  await expect.poll(() => textOf(page, '/root/docker-stack.yml')).toBe(`${COURSE_STACK.trimEnd()} # kept\n`);
  await page.getByRole('button', { name: 'Actions for docker-stack.yml' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Compare with what is deployed' }).click();
  await expect(page.locator('.monaco-editor .view-zones')).toContainText('webnet:');
});

test('an example is opened with its files and deployed', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await page.getByRole('button', { name: 'New file' }).click();
  await page.getByRole('menuitem', { name: 'Example stacks…' }).click();
  await page.getByRole('button', { name: 'Open: Monitoring' }).click();
  for (const name of ['monitoring.yml', 'prometheus.yml', 'grafana_password.txt']) await expect(page.getByRole('tab', { name })).toBeVisible();
  await expect(plan(page)).toContainText('create secret monitoring_grafana_password');
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(page.locator('#stage [data-task][data-state="running"]').filter({ hasText: 'node-exporter' })).toHaveCount(3);
  await expect(running(page, 'monitoring_grafana')).toHaveCount(1);
});

test('on a phone: a light editor that offers what fits', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Editor' }).click();
  const editor = page.locator('[data-editor="plain"]');
  await editor.focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.type('\n      mo');
  await page.getByRole('group', { name: 'What fits here' }).getByRole('button', { name: 'mode', exact: true }).click();
  await page.getByRole('button', { name: 'replicated', exact: true }).click();
  await expect(editor).toHaveValue(/replicas: 5\n {6}mode: replicated\n/);
  expect(await page.evaluate(() => performance.getEntriesByType('resource').some((entry) => /editor\.api|MonacoEditor/.test(entry.name)))).toBe(false);
});
