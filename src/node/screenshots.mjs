// npm run screenshots: pictures of every view in both themes and several sizes into screenshots/ (git ignores it), and
// the README's picture into public/screenshot.png.
//   npm run screenshots                        all
//   npm run screenshots -- dark 1440 raft      only those whose name has all these words
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { recordingOf } from './bench-stage.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
const executablePath = ensureChromium();
if (!executablePath) process.exit(1);

const PORT = Number(process.env.PORT ?? 4175);
const words = process.argv.slice(2);
const SIZES = [
  [390, 844],
  [1440, 900],
  [1920, 1080],
  [3840, 2160],
];
const folder = path.join(root, 'screenshots');
mkdirSync(folder, { recursive: true });

const server = await preview({ root, configFile: false, logLevel: 'error', base: './', preview: { port: PORT, strictPort: true, host: 'localhost' } });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

const line = (page, host, text) => page.evaluate(([h, t]) => globalThis.swarmarium.line(h, t), [host, text]);
const key = (page, name) => page.keyboard.press(name);
const pause = (page, ms) => page.waitForTimeout(ms);
const runningTasks = (page, count) =>
  page.waitForFunction((n) => document.querySelectorAll('#stage [data-task][data-state="running"]').length >= n, count, { timeout: 60_000 });
/** Takes the focus from wherever it is, so that keys are the page's. */
const stage = (page) => page.locator('#stage').focus();
const view = async (page, name) => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await pause(page, 1200);
};
const close = async (page) => {
  await key(page, 'Escape');
  await pause(page, 300);
};

/** What is in front of the camera, one after another in the same page. */
const VIEWS = {
  default: async (page) => {
    await pause(page, 1500);
  },
  why: async (page) => {
    await page.locator('[data-host="DC2-N2"] [data-task]').first().click();
    await pause(page, 800);
  },
  failed: async (page) => {
    await close(page);
    await stage(page);
    await key(page, '3');
    await line(page, 'DC2-N1', 'docker service create -d --name webapp1 --replicas=6 nginx');
    await runningTasks(page, 11);
    await line(page, 'DC2-N3', 'sudo systemctl stop docker');
    await page.waitForFunction(() => document.querySelector('[data-host="DC2-N3"]')?.getAttribute('data-mark') === 'failed');
    await pause(page, 1500);
    await key(page, '1');
    await page.locator('[data-host="DC2-N1"] [data-task]').last().click();
    await pause(page, 800);
  },
  pending: async (page) => {
    await close(page);
    await line(page, 'DC2-N1', 'docker service create -d --name picky --replicas 3 --constraint node.labels.zone==moon nginx');
    await pause(page, 2500);
    await page
      .getByRole('region', { name: /wait for a node/ })
      .locator('[data-task]')
      .first()
      .click();
    await pause(page, 800);
  },
  services: async (page) => {
    await close(page);
    await view(page, 'Services');
  },
  film: async (page) => {
    await line(page, 'DC2-N1', 'docker service create -d --name shop --replicas 4 --update-failure-action rollback --update-monitor 5s nginx');
    await stage(page);
    await key(page, '3');
    await pause(page, 2500);
    await line(page, 'DC2-N1', 'docker service update -d --container-label-add swarmarium.crash-after=3s shop');
    await pause(page, 4000);
    await key(page, '1');
    await page.locator('[data-service]').filter({ hasText: 'shop' }).first().click();
    await page.getByRole('tab', { name: 'Updates' }).click();
    await pause(page, 800);
  },
  network: async (page) => {
    await close(page);
    await view(page, 'Network');
    const send = page.getByRole('button', { name: 'Send', exact: true });
    for (let i = 0; i < 3; i++) {
      await send.click();
      await pause(page, 600);
    }
  },
  raft: async (page) => {
    await line(page, 'DC2-N1', 'docker node promote DC2-N2 DC2-N3');
    await view(page, 'Raft');
    await pause(page, 3000);
  },
  past: async (page) => {
    await view(page, 'Nodes');
    await page.getByRole('slider', { name: 'The moment that is shown' }).focus();
    for (let i = 0; i < 3; i++) await key(page, 'Shift+ArrowLeft');
    await pause(page, 800);
  },
  legend: async (page) => {
    await stage(page);
    await key(page, 'b');
    await key(page, 'l');
    await pause(page, 500);
  },
  words: async (page) => {
    await key(page, 'l');
    await key(page, 'w');
    await pause(page, 500);
  },
  palette: async (page) => {
    await stage(page);
    await key(page, 'w');
    await key(page, 'Control+k');
    await page.keyboard.type('stop');
    await pause(page, 400);
  },
  help: async (page) => {
    await close(page);
    await stage(page);
    await key(page, '?');
    await pause(page, 400);
  },
  settings: async (page) => {
    await close(page);
    await stage(page);
    await key(page, 'o');
    await pause(page, 400);
  },
  share: async (page) => {
    await close(page);
    await stage(page);
    await key(page, 's');
    await pause(page, 700);
  },
  many: async (page) => {
    await close(page);
    await line(page, 'DC2-N1', 'docker service scale -d mystack_web=90');
    await stage(page);
    await key(page, '3');
    await pause(page, 4000);
    await key(page, '1');
  },
  present: async (page) => {
    await stage(page);
    await key(page, 'p');
    await pause(page, 900);
  },
};

/** Views of a run with many nodes. */
const LARGE = {
  field: async (page) => {
    await page.waitForSelector('canvas[data-field]', { timeout: 120_000 });
    await pause(page, 2500);
  },
  'field-close': async (page) => {
    for (let i = 0; i < 3; i++) {
      await page.getByRole('button', { name: 'Larger', exact: true }).click();
      await pause(page, 400);
    }
    const box = await page.locator('canvas[data-field]').boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await pause(page, 800);
  },
};

async function take(page, views, size, scheme) {
  for (const [name, show] of Object.entries(views)) {
    const file = `${name}-${size.join('x')}-${scheme}.png`;
    try {
      await show(page);
    } catch (error) {
      console.error(`${file}: ${error.message.split('\n')[0]}`);
    }
    if (words.every((word) => file.includes(word))) await page.screenshot({ path: path.join(folder, file) });
    if (name === 'failed' && size[0] === 1440 && scheme === 'dark') await page.screenshot({ path: path.join(root, 'public/screenshot.png') });
  }
}

try {
  for (const size of SIZES) {
    for (const scheme of ['dark', 'light']) {
      const wanted = (views) => Object.keys(views).some((name) => words.every((word) => `${name}-${size.join('x')}-${scheme}.png`.includes(word)));
      for (const [views, run] of [
        [VIEWS, undefined],
        [LARGE, recordingOf(80, 8, 60)],
      ]) {
        if (!wanted(views)) continue;
        const context = await browser.newContext({ viewport: { width: size[0], height: size[1] }, colorScheme: scheme });
        const page = await context.newPage();
        page.setDefaultTimeout(20_000);
        if (run) await page.addInitScript((text) => localStorage.setItem('swarmarium.run', text), run);
        await page.goto(`http://localhost:${PORT}/`);
        if (!run) await page.waitForSelector('[data-task][data-state="running"]');
        await take(page, views, size, scheme);
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await new Promise((resolve) => server.httpServer.close(resolve));
}
console.log(`Pictures are in ${path.relative(process.cwd(), folder)}/`);
