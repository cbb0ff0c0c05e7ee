import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { act, keys, tabTo, toTerminal } from './keys.ts';
import { serveFolder } from './serve-folder.ts';
import { openPage, printed, running, screen } from './support.ts';

// Keys alone, here too: nothing is clicked.

test.use({ serviceWorkers: 'allow' });

/** Waits until everything is cached and the service worker is in charge. */
const cached = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  });

/** A copy of the built page under a deep path of a plain server. */
async function copyOfPage(): Promise<{ readonly folder: string; readonly address: string; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'swarmarium-'));
  cpSync('dist', folder, { recursive: true });
  const server = await serveFolder(folder, '/some/deep/path/');
  return {
    folder,
    address: server.address,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test('after the first visit the page works without a network, under any path, and asks nobody else', async ({ page, context }) => {
  const copy = await copyOfPage();
  const hosts = new Set<string>();
  context.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) hosts.add(new URL(request.url()).host);
  });
  try {
    await openPage(page, copy.address);
    await cached(page);
    await context.setOffline(true);
    await copy.close();
    await page.reload();
    await expect(running(page, 'mystack_web')).toHaveCount(5);
    // What had never been loaded before is there too: the editor, jq, the share dialog, the other language.
    await page.locator('.monaco-editor').first().waitFor();
    await toTerminal(page);
    await keys(page, 'docker service inspect mystack_web | jq -r ".[0].Spec.Name"');
    await printed(page, /\nmystack_web\n/);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('s');
    await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await act(page, 'Language: Português');
    await expect(page.getByRole('button', { name: 'Compartilhar' })).toBeVisible();
    expect([...hosts]).toEqual([new URL(copy.address).host]);
  } finally {
    await copy.close();
  }
});

/** What a script's name changes in a newer page: the first character of the hash before its ending. */
const HASH = /(?<=[\w.]-)[\w-](?=[\w-]{7}\.js\b)/g;

/** The pages that come after the one that was built. */
const NEWER = ['newer', 'yet newer', 'zero'] as const;
type Newer = (typeof NEWER)[number];

/** A first character for each newer page that no hash had before: the same name would mean the same script to every cache. */
function freshCharacter(version: Newer): string {
  const taken = new Set(readdirSync(path.join('dist', 'assets')).flatMap((name) => name.match(HASH) ?? []));
  const fresh = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((each) => !taken.has(each))[NEWER.indexOf(version)];
  if (fresh === undefined) throw new Error('every first character of a hash is taken');
  return fresh;
}

/** Puts a newer page into the place of the one that is there: its scripts have other names, as after a change that all of them know of. */
function putNewer(folder: string, version: Newer): void {
  const assets = path.join(folder, 'assets');
  const fresh = freshCharacter(version);
  const newer = (text: string): string => text.replace(HASH, fresh);
  for (const name of readdirSync(assets).filter((each) => each.endsWith('.js'))) {
    const text = newer(readFileSync(path.join(assets, name), 'utf8'));
    rmSync(path.join(assets, name));
    writeFileSync(path.join(assets, newer(name)), text);
  }
  for (const name of ['index.html', 'sw.js']) {
    const text = newer(readFileSync(path.join(folder, name), 'utf8'));
    writeFileSync(
      path.join(folder, name),
      text.replace('const VERSION = "', `const VERSION = "${version}-`).replace('name="description" content="', `$&${version}: `),
    );
  }
}

/** Waits until the page of a version is in charge, and cached whole. */
async function inCharge(page: Page, version: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { installing, waiting, active } = await navigator.serviceWorker.ready;
        return installing || waiting || active?.state !== 'activated' ? [] : caches.keys();
      }),
    )
    .toContainEqual(expect.stringContaining(` ${version}-`));
}

/** Lets the browser look for a newer page, as it does once a day. */
async function takeNewer(page: Page, version: string): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await inCharge(page, version);
}

test('newer pages: an open tab has its own parts; when even those are gone it says so and loses nothing; the newest is there at the next load', async ({
  page,
  context,
}) => {
  const copy = await copyOfPage();
  const description = page.locator('meta[name="description"]');
  try {
    await openPage(page, copy.address);
    await cached(page);
    await toTerminal(page);
    await keys(page, 'echo first');
    await printed(page, /\nfirst\n/);
    putNewer(copy.folder, 'newer');
    await takeNewer(page, 'newer');
    // The server has that part no more, the browser has.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('s');
    await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    // Of the versions before, the browser keeps one.
    putNewer(copy.folder, 'yet newer');
    await takeNewer(page, 'yet newer');
    await act(page, 'Example stacks');
    const alarm = page.getByRole('alert').filter({ hasText: 'A part of the page cannot be loaded' });
    await expect(alarm).toBeVisible();
    const loaded = page.waitForEvent('load');
    await tabTo(page, alarm.getByRole('button', { name: 'Reload' }));
    await page.keyboard.press('Enter');
    await loaded;
    await expect(description).toHaveAttribute('content', /^yet newer: /);
    await expect.poll(() => screen(page)).toContain('first');
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
    await act(page, 'Example stacks');
    await expect(page.getByRole('heading', { name: 'Voting app' })).toBeVisible();

    // A load shows what is there now; the one after works without a network.
    putNewer(copy.folder, 'zero');
    await page.reload();
    await expect(description).toHaveAttribute('content', /^zero: /);
    await inCharge(page, 'zero');
    await context.setOffline(true);
    await copy.close();
    await page.reload();
    await expect(description).toHaveAttribute('content', /^zero: /);
    await expect(running(page, 'mystack_web')).toHaveCount(5);
    await expect.poll(() => screen(page)).toContain('first');
  } finally {
    await copy.close();
  }
});
