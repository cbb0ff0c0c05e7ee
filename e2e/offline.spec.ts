import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serveFolder } from './serve-folder.ts';
import { openPage, printed, running, screen, type } from './support.ts';

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
    await type(page, 'docker service inspect mystack_web | jq -r ".[0].Spec.Name"');
    await printed(page, /\nmystack_web\n/);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: /Português/ }).click();
    await expect(page.getByRole('button', { name: 'Compartilhar' })).toBeVisible();
    expect([...hosts]).toEqual([new URL(copy.address).host]);
  } finally {
    await copy.close();
  }
});

test('a new version is there at the next load, and works without a network at the one after', async ({ page, context }) => {
  const copy = await copyOfPage();
  try {
    await openPage(page, copy.address);
    await cached(page);
    await type(page, 'echo first');
    await printed(page, /\nfirst\n/);
    // The page is built anew: another description, another version.
    for (const [file, before, after] of [
      ['index.html', 'A Docker Swarm in a glass box:', 'A newer Docker Swarm in a glass box:'],
      ['sw.js', 'const VERSION = "', 'const VERSION = "newer-'],
    ] as const) {
      const name = path.join(copy.folder, file);
      const text = readFileSync(name, 'utf8');
      expect(text).toContain(before);
      writeFileSync(name, text.replace(before, after));
    }
    await page.reload();
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /^A newer/);
    // Nothing that was done is lost on the way.
    await expect.poll(() => screen(page)).toContain('first');
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).some((name) => name.includes('newer-'))), { timeout: 30_000 }).toBe(true);
    await page.evaluate(async () => {
      const { installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
      const next = installing ?? waiting;
      if (next) await new Promise<void>((resolve) => next.addEventListener('statechange', () => next.state === 'activated' && resolve()));
    });
    await context.setOffline(true);
    await copy.close();
    await page.reload();
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /^A newer/);
    await expect(running(page, 'mystack_web')).toHaveCount(5);
  } finally {
    await copy.close();
  }
});
