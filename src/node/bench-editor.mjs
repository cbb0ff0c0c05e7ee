// Figures of the editor in Chromium: what is loaded for it, and what typing in a long file costs.
import path from 'node:path';

const LINES = 500;
/** Keys typed in a measured stretch, and how many stretches; the best counts, as the machine does other things too. */
const KEYS = 40;
const STRETCHES = 3;

/** A stack file of about `lines` lines that docker accepts. */
export function longStack(lines) {
  const text = ['version: "3.8"', 'services:'];
  for (let i = 0; text.length < lines - 3; i++) {
    text.push(
      `  web${i}:`,
      '    image: nginx:1.27',
      '    environment:',
      `      NUMBER: "${i}"`,
      '    deploy:',
      `      replicas: ${1 + (i % 3)}`,
      '      resources:',
      '        limits:',
      '          cpus: "0.1"',
      '          memory: 50M',
      '    networks:',
      '      - webnet',
    );
  }
  return `${[...text, 'networks:', '  webnet:'].join('\n')}\n`;
}

/** A page whose panels are closed but for those named, with a stack file of its own; the cluster lives. */
async function openPage(browser, url, panels, content, onFile = () => {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  context.on('request', (request) => onFile(path.basename(new URL(request.url()).pathname)));
  const page = await context.newPage();
  await page.addInitScript(
    ([open, text]) => {
      const closed = { editor: false, terminal: false, inspector: false, timeline: false };
      localStorage.setItem('swarmarium.settings', JSON.stringify({ panels: { ...closed, ...open } }));
      if (text)
        localStorage.setItem(
          'swarmarium.files',
          JSON.stringify({ files: [{ path: '/root/docker-stack.yml', content: text }], active: '/root/docker-stack.yml' }),
        );
    },
    [panels, content],
  );
  await page.goto(url);
  await page.waitForSelector('[data-task][data-state="running"]');
  return { context, page };
}

/**
 * Everything that is fetched from the moment the editor is asked for until completion, hover, fixes and find were used and the
 * plan was made, in gzip bytes: scripts of page and workers, styles, fonts. Not what the page has already: the core, the
 * command line that the terminal loads too.
 */
async function codeSize(browser, url, gzip) {
  const seen = new Set();
  const files = new Set();
  let wanted = false;
  const { context, page } = await openPage(browser, url, {}, undefined, (name) => {
    if (!wanted) seen.add(name);
    else if (/\.(js|css|ttf|woff2)$/.test(name) && !seen.has(name)) files.add(name);
  });
  await page.evaluate(() => globalThis.swarmarium.ask({ kind: 'complete', host: 'DC2-N1', line: 'docker ', cursor: 7 }));
  await page.waitForTimeout(2000);
  wanted = true;
  await page.keyboard.press('e');
  await page.waitForSelector('.monaco-editor .view-line');
  await page.locator('.view-line', { hasText: 'replicas' }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  await page.waitForSelector('.suggest-widget.visible .monaco-list-row');
  await page.keyboard.press('Escape');
  await page.keyboard.type('foo: 1');
  await page.waitForSelector('.squiggly-error');
  await page.keyboard.press('F8');
  await page.keyboard.press('Control+.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.waitForTimeout(1500);
  await context.close();
  const sizes = Object.fromEntries([...files].map((name) => [name, gzip(name)]));
  return { total: Object.values(sizes).reduce((sum, size) => sum + size, 0), sizes };
}

/** The longest task of the page's main thread in a trace, in milliseconds of CPU time: what others do on the machine does not count. */
function longestTask(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const main = traceEvents.filter((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}/${tid}`);
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && event.tdur !== undefined && main.includes(`${event.pid}/${event.tid}`));
  return Math.max(0, ...tasks.map((event) => event.tdur / 1000));
}

/** Typing in a long file: milliseconds from the last key to the marks, and the longest task while somebody types. */
async function typing(browser, url) {
  const { context, page } = await openPage(browser, url, { editor: true }, longStack(LINES));
  await page.waitForSelector('.monaco-editor .view-line');
  await page.evaluate(() => addEventListener('keydown', (event) => (globalThis.keyAt = event.timeStamp), { capture: true }));
  await page.locator('.view-line', { hasText: 'replicas' }).first().click();
  await page.keyboard.press('End');
  const marked = (count) => page.waitForFunction((n) => document.querySelectorAll('.squiggly-error').length === n, count);
  // Warm: the checker is loaded, the plan has been made once.
  await page.keyboard.type('x');
  await marked(1);
  await page.keyboard.press('Backspace');
  await marked(0);
  await page.waitForTimeout(3000);
  const marks = [];
  const blocks = [];
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    await browser.startTracing(page, { categories: ['toplevel', '__metadata', 'disabled-by-default-devtools.timeline'] });
    for (let i = 0; i < KEYS; i++) {
      await page.keyboard.press(i % 2 === 0 ? 'x' : 'Backspace');
      await page.waitForTimeout(60);
    }
    await page.waitForTimeout(1500);
    blocks.push(longestTask(await browser.stopTracing()));
    const waiting = page.evaluate(
      () =>
        new Promise((resolve) => {
          const watch = new MutationObserver(() => {
            if (document.querySelector('.squiggly-error') === null) return;
            watch.disconnect();
            resolve(performance.now() - globalThis.keyAt);
          });
          watch.observe(document.body, { childList: true, subtree: true, attributes: true });
        }),
    );
    await page.waitForTimeout(500);
    await page.keyboard.press('x');
    marks.push(await waiting);
    await page.keyboard.press('Backspace');
    await marked(0);
  }
  await context.close();
  return { mark: Math.min(...marks), block: Math.min(...blocks) };
}

/** The editor's figures. */
export async function measureEditor(browser, url, gzip) {
  const { total, sizes } = await codeSize(browser, url, gzip);
  const { mark, block } = await typing(browser, url);
  return {
    'editor with styles and fonts, gzip bytes': total,
    'files of the editor': sizes,
    'last key to marks in 500 lines, ms': Math.round(mark),
    'longest main-thread task while typing in 500 lines, CPU ms': Math.round(block * 10) / 10,
  };
}
