// Figures of the terminal in Chromium: how soon a key is seen while a cluster is busy, and what the command line weighs.
import path from 'node:path';

const KEYS = 40;
const STRETCHES = 3;
/** A thousand tasks that end by themselves and are made anew, again and again. */
const BUSY =
  'docker service create -d --name busy --replicas 1000 --restart-delay 1s --container-label swarmarium.crash-after=8s --container-label "swarmarium.log=2s request served" nginx:1.27; ' +
  "until [ $(docker service ls -f name=busy --format '{{.Replicas}}' | cut -d/ -f1) -gt 700 ]; do sleep 1; done; echo bu$((1+1))sy";

/** A page with nothing but its terminal open (an editor loads parts of the command line for itself); `onScript` hears of every script that it or its workers load. */
async function openPage(browser, url, onScript = () => {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.on('request', (request) => {
    const name = path.basename(new URL(request.url()).pathname);
    if (name.endsWith('.js')) onScript(name);
  });
  const page = await context.newPage();
  await page.addInitScript(() =>
    localStorage.setItem('swarmarium.settings', JSON.stringify({ panels: { editor: false, terminal: true, inspector: false, timeline: false } })),
  );
  await page.goto(url);
  await page.waitForSelector('[data-task][data-state="running"]');
  return { context, page };
}

/** The scripts that the first command brings, and those that jq, awk and sed bring. */
async function scripts(browser, url) {
  const names = { before: new Set(), command: new Set(), text: new Set() };
  let now = 'before';
  const { context, page } = await openPage(browser, url, (name) => {
    if (!names.before.has(name) && !names.command.has(name)) names[now].add(name);
  });
  // Panels are on their way by now.
  await page.waitForSelector('.xterm-rows');
  await page.waitForTimeout(2000);
  const seen = (text) => page.waitForFunction((wanted) => document.querySelector('.xterm-rows')?.textContent?.includes(wanted), text);
  const type = (line) => page.evaluate((text) => globalThis.swarmarium.line('DC2-N1', text), line);
  now = 'command';
  await type('docker service ls; docker stack ps mystack; echo sh$((1+1))own');
  await seen('sh2own');
  await page.waitForTimeout(500);
  now = 'text';
  await type("docker service ls | awk '{print $1}' | sed 's/x/y/'; echo sh$((1+2))own");
  await seen('sh3own');
  await context.close();
  return names;
}

/** Wall milliseconds from the press of a key to its letter on the screen, for every key of the best stretch. */
async function echo(browser, url) {
  const { context, page } = await openPage(browser, url);
  await page.evaluate((line) => globalThis.swarmarium.line('DC2-N1', line), BUSY);
  await page.waitForSelector('.xterm-rows');
  await page.waitForFunction(() => document.querySelector('.xterm-rows')?.textContent?.includes('bu2sy'));
  await page.getByRole('textbox', { name: 'Terminal of DC2-N1' }).focus();
  await page.evaluate(() => {
    globalThis.echoes = [];
    const rows = [...document.querySelectorAll('.xterm-rows')].find((element) => element.getBoundingClientRect().width > 0);
    let pressed;
    let awaited = '';
    addEventListener(
      'keydown',
      (event) => {
        pressed = event.timeStamp;
        awaited += event.key;
      },
      { capture: true },
    );
    new MutationObserver(() => {
      if (pressed === undefined || !rows.textContent.replaceAll('\u00a0', ' ').includes(awaited)) return;
      globalThis.echoes.push(performance.now() - pressed);
      pressed = undefined;
    }).observe(rows, { childList: true, subtree: true, characterData: true });
  });
  const stretches = [];
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    await page.evaluate(() => (globalThis.echoes.length = 0));
    for (let i = 0; i < KEYS; i++) {
      await page.keyboard.press('abcdefghij'[i % 10]);
      await page.waitForTimeout(70);
    }
    const times = (await page.evaluate(() => globalThis.echoes)).sort((a, b) => a - b);
    if (times.length < KEYS * 0.9) throw new Error(`only ${times.length} of ${KEYS} keys were seen`);
    stretches.push({ half: times[Math.floor(times.length / 2)], most: times[Math.floor(times.length * 0.95)] });
  }
  await context.close();
  return stretches.sort((a, b) => a.half - b.half)[0];
}

/** The terminal's figures. */
export async function measureTerminal(browser, url, gzip) {
  const { before, command, text } = await scripts(browser, url);
  const sum = (names) => [...names].reduce((total, name) => total + gzip(name), 0);
  const { half, most } = await echo(browser, url);
  return {
    'command line and shell, loaded with the first command, gzip bytes': sum(command),
    'scripts of the command line and shell that were loaded before it, count': [...before].filter((name) => /shell|docker/.test(name)).length,
    'scripts that the first command loads': Object.fromEntries([...command].map((name) => [name, gzip(name)])),
    'loaded with the first awk, jq or sed, gzip bytes': sum(text),
    'key press to echo in the terminal, 1,000 tasks busy, median, ms': Math.round(half * 10) / 10,
    'key press to echo in the terminal, 1,000 tasks busy, 95 of 100 within, ms': Math.round(most * 10) / 10,
  };
}
