import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { openPage, running } from './support.ts';

const STACK = 'services:\n  hello:\n    image: nginx\n    deploy:\n      replicas: 2\n';
const SITE = 'https://raw.githubusercontent.com';
const OLD_LINK = `/?stack=${encodeURIComponent(`${SITE}/someone/demo/master/docker-compose.yml`)}&stack_name=demo`;
const CORS = { 'access-control-allow-origin': '*' };

type Dropped = { readonly name: string; readonly bytes: readonly number[] } | { readonly name: string; readonly text: string; readonly times?: number };

/** Drops files onto the page, as from the desktop. */
async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    for (const file of dropped) {
      const content = 'bytes' in file ? new Uint8Array(file.bytes) : file.text.repeat(file.times ?? 1);
      data.items.add(new File([content], file.name));
    }
    const event = (kind: string) => new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event('dragover'));
    document.body.dispatchEvent(event('drop'));
  }, files as Dropped[]);
}

/** Files in the browser's storage, by path. */
async function kept(page: Page): Promise<{ [path: string]: string }> {
  return page.evaluate(() => {
    const json = JSON.parse(localStorage.getItem('swarmarium.files') ?? '{}') as { files?: { path: string; content: string }[] };
    return Object.fromEntries((json.files ?? []).map((file) => [file.path, file.content]));
  });
}

const notice = (page: Page): ReturnType<Page['locator']> => page.getByRole('region', { name: 'Stack file' }).getByRole('alert');

test('a link of Play with Docker asks, names the site, and only then fetches and deploys', async ({ page }) => {
  const asked: string[] = [];
  await page.route(`${SITE}/**`, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ body: STACK, headers: CORS, contentType: 'text/plain' });
  });
  await openPage(page, OLD_LINK);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('raw.githubusercontent.com');
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  await dialog.getByRole('button', { name: 'Fetch and deploy as “demo”' }).click();
  await expect(page.getByRole('tab', { name: 'docker-compose.yml' })).toHaveAttribute('aria-selected', 'true');
  await expect(running(page, 'demo_hello')).toHaveCount(2);
  expect(asked).toEqual([`${SITE}/someone/demo/master/docker-compose.yml`]);
  // A reload neither asks nor fetches again, and the file is still there.
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'docker-compose.yml' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(asked.length).toBe(1);
});

test('refusing a link requests nothing', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => !request.url().includes('localhost') && !/^(data|blob):/.test(request.url()) && foreign.push(request.url()));
  await openPage(page, OLD_LINK);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.waitForTimeout(500);
  expect(foreign).toEqual([]);
});

test('the page itself can ask no other site', async ({ page }) => {
  await openPage(page);
  const refused = await page.evaluate(() =>
    fetch('https://raw.githubusercontent.com/a', { mode: 'no-cors' }).then(
      () => 'asked',
      () => 'refused',
    ),
  );
  expect(refused).toBe('refused');
});

for (const [what, answer, words] of [
  ['is not reachable', undefined, 'raw.githubusercontent.com could not be reached'],
  ['is not there', { status: 404, body: 'no', headers: CORS }, 'answered 404'],
  ['is a web page', { body: '<!doctype html><p>hi', headers: CORS, contentType: 'text/html' }, 'sent a web page, not a file'],
  ['is no text', { body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), headers: CORS }, 'is not a text file'],
  ['is too big', { body: 'a: b\n'.repeat(500_000), headers: CORS }, 'is too big (2.5 MB)'],
] as const) {
  test(`a file that ${what} is said so, and another try is offered`, async ({ page }) => {
    await page.route(`${SITE}/**`, (route) => (answer === undefined ? route.abort('connectionrefused') : route.fulfill(answer)));
    await openPage(page, OLD_LINK);
    await page.getByRole('dialog').getByRole('button', { name: 'Fetch and open' }).click();
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(words);
    await page.unroute(`${SITE}/**`);
    await page.route(`${SITE}/**`, (route) => route.fulfill({ body: STACK, headers: CORS }));
    await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('tab', { name: 'docker-compose.yml' })).toBeVisible();
  });
}

test('a site that lets nobody read is told from one that is not there', async ({ page }) => {
  // A real server: an intercepted request is let through by the test's own browser.
  const server = createServer((_, response) => response.end(STACK));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await openPage(page, `/?stack=${encodeURIComponent(`http://127.0.0.1:${port}/docker-compose.yml`)}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Fetch and open' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('does not let other sites read this file (CORS)');
  await new Promise((resolve) => server.close(resolve));
});

test('files are dropped and pasted; what cannot be edited is said, and nothing is lost', async ({ page }) => {
  test.slow();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await openPage(page);
  await drop(page, [
    { name: 'a.yml', text: STACK },
    { name: 'b.env', text: 'A=1\n' },
  ]);
  await expect(page.getByRole('tab', { name: 'b.env' })).toBeVisible();
  await drop(page, [{ name: 'a.yml', text: `${STACK}# other\n` }]);
  await expect(page.getByRole('tab', { name: 'a-2.yml' })).toHaveAttribute('aria-selected', 'true');

  const before = performance.now();
  await drop(page, [{ name: 'big.yml', text: 'x: 1\n', times: 2_000_000 }]);
  await expect(notice(page)).toContainText('big.yml has 10 MB; the editor takes files up to 1 MB.');
  expect(performance.now() - before).toBeLessThan(15_000);
  await drop(page, [{ name: 'nul.yml', bytes: [0x61, 0x3a, 0x20, 0x00, 0x62] }]);
  await expect(notice(page)).toContainText('nul.yml is not a text file: it holds NUL bytes.');
  await drop(page, [{ name: 'photo.png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe, 0x00] }]);
  await expect(notice(page)).toContainText('photo.png is not a text file');
  await drop(page, [{ name: 'latin1.yml', bytes: [0x61, 0x3a, 0x20, 0xe3, 0x6f] }]);
  await expect(notice(page)).toContainText('latin1.yml is not in UTF-8');

  await drop(page, [{ name: '🐳 עברית.yml', bytes: [...new TextEncoder().encode('\ufeffservices:\r\n  web:\r\n    image: nginx\r\n')] }]);
  await expect(page.getByRole('tab', { name: '🐳 עברית.yml' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-plan="fresh"]')).toContainText('create stack_web');
  await page.getByRole('button', { name: 'Show as command' }).click();
  await expect(page.getByText("docker stack deploy -c '🐳 עברית.yml' stack", { exact: true })).toBeVisible();

  await page.locator('#stage').click({ position: { x: 5, y: 5 } });
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, `version: "3.8"\n${STACK}`);
  await expect(page.getByRole('tab', { name: 'pasted.yml' })).toHaveAttribute('aria-selected', 'true');

  await expect.poll(() => kept(page).then((files) => Object.keys(files).length)).toBe(6);
  await page.reload();
  for (const name of ['docker-stack.yml', 'a.yml', 'b.env', 'a-2.yml', '🐳 עברית.yml', 'pasted.yml'])
    await expect(page.getByRole('tab', { name })).toBeVisible();
  expect((await kept(page))['/root/a-2.yml']).toBe(`${STACK}# other\n`);
  expect(errors).toEqual([]);
});

test('a text of ten megabytes is not pasted into the editor, in words', async ({ page }) => {
  await openPage(page);
  await page.locator('.monaco-editor .view-lines').click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'a: b\n'.repeat(2_000_000));
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(notice(page)).toContainText('That is 10 MB; the editor takes up to 1 MB. Nothing was pasted.');
});

test('a browser without room says so, and goes on', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => {
    let size = 1_000_000;
    for (let i = 0; size > 100; ) {
      try {
        localStorage.setItem(`filler${i}`, 'x'.repeat(size));
        i++;
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(`# ${'y'.repeat(2000)}\n`);
  await expect(page.getByRole('alert').filter({ hasText: 'no more room' })).toBeVisible();
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key);
  });
  await page.keyboard.type('# more');
  await expect(page.getByRole('alert').filter({ hasText: 'no more room' })).toHaveCount(0);
  await page.reload();
  await expect.poll(() => kept(page).then((files) => files['/root/docker-stack.yml'])).toContain('# more');
});

test('without Monaco the page still edits and deploys', async ({ page }) => {
  await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
  await openPage(page);
  const editor = page.locator('[data-editor="plain"]');
  await editor.fill((await editor.inputValue()).replace('replicas: 5', 'replicas: 7'));
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(running(page, 'mystack_web')).toHaveCount(7);
});
