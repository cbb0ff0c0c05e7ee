// npm run screenshots: pictures of the page in both themes and several sizes into screenshots/ (git ignores it), and
// the README's picture into public/screenshot.png.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
const executablePath = ensureChromium();
if (!executablePath) process.exit(1);

const PORT = Number(process.env.PORT ?? 4175);
const SIZES = [
  [390, 844],
  [1440, 900],
  [1920, 1080],
];
const folder = path.join(root, 'screenshots');
mkdirSync(folder, { recursive: true });

const server = await preview({ root, configFile: false, logLevel: 'error', base: './', preview: { port: PORT, strictPort: true, host: 'localhost' } });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

const line = (page, host, text) => page.evaluate(([h, t]) => globalThis.swarmarium.line(h, t), [host, text]);
const runningTasks = (page, count) =>
  page.waitForFunction((n) => document.querySelectorAll('#stage [data-task][data-state="running"]').length >= n, count, { timeout: 60_000 });

/** What is in front of the camera, one after another in the same page. */
const VIEWS = {
  default: async (page) => {
    await page.waitForTimeout(1500);
  },
  failed: async (page) => {
    await page.keyboard.press('3');
    await line(page, 'DC2-N1', 'docker service create -d --name webapp1 --replicas=6 nginx');
    await runningTasks(page, 11);
    await page.evaluate(() => globalThis.swarmarium.line('DC2-N3', 'sudo systemctl stop docker'));
    await page.waitForFunction(() => document.querySelector('[data-host="DC2-N3"]')?.getAttribute('data-mark') === 'failed');
    await page.waitForTimeout(1500);
    await page.keyboard.press('1');
    await page.locator('[data-host="DC2-N1"] [data-task]').last().click();
    await page.waitForTimeout(800);
  },
  pending: async (page) => {
    await page.keyboard.press('Escape');
    await line(page, 'DC2-N1', 'docker service create -d --name picky --replicas 3 --constraint node.labels.zone==moon nginx');
    await page.waitForTimeout(2500);
  },
  many: async (page) => {
    await line(page, 'DC2-N1', 'docker service scale -d mystack_web=90');
    await page.keyboard.press('3');
    await page.waitForTimeout(4000);
    await page.keyboard.press('1');
  },
};

try {
  for (const [width, height] of SIZES) {
    for (const scheme of ['dark', 'light']) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
      const page = await context.newPage();
      await page.goto(`http://localhost:${PORT}/`);
      await page.waitForSelector('[data-task][data-state="running"]');
      for (const [name, show] of Object.entries(VIEWS)) {
        try {
          await show(page);
        } catch (error) {
          console.error(`${name} at ${width}×${height}, ${scheme}: ${error.message.split('\n')[0]}`);
        }
        await page.screenshot({ path: path.join(folder, `${name}-${width}x${height}-${scheme}.png`) });
        if (name === 'failed' && width === 1440 && scheme === 'dark') await page.screenshot({ path: path.join(root, 'public/screenshot.png') });
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await new Promise((resolve) => server.httpServer.close(resolve));
}
console.log(`Pictures are in ${path.relative(process.cwd(), folder)}/`);
