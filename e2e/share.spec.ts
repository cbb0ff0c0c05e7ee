import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import { defaultScenario } from '../src/run/default-scenario.ts';
import { encodeLink } from '../src/run/link.ts';
import type { Recording } from '../src/run/recording.ts';
import { openPage, printed, running, screen, type } from './support.ts';

const moment = (page: Page) => page.getByRole('slider', { name: 'The moment that is shown' });

/** Opens the dialog and gives the link that it shows. */
async function linkOf(page: Page): Promise<string> {
  await page.locator('#stage').focus();
  await page.keyboard.press('s');
  return page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
}

/** What a camera reads of the code that the dialog shows, by another library than the one that made it. */
async function scanned(page: Page): Promise<string> {
  const pixels = await page.getByRole('img', { name: 'The link as a QR code' }).evaluate(async (shown) => {
    const size = 900;
    const svg = shown.cloneNode(true) as SVGElement;
    svg.setAttribute('width', String(size));
    svg.setAttribute('height', String(size));
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size;
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    pen.drawImage(image, 0, 0);
    // The code is dark on light: one of the colours tells all.
    return Array.from(
      pen.getImageData(0, 0, size, size).data.filter((_, i) => i % 4 === 0),
      (value) => (value < 128 ? '1' : '0'),
    ).join('');
  });
  const size = Math.sqrt(pixels.length);
  const data = Uint8Array.from({ length: pixels.length * 4 }, (_, i) => (i % 4 === 3 ? 255 : pixels.charAt(i >> 2) === '1' ? 0 : 255));
  return decodeQR({ width: size, height: size, data });
}

test('a link of a moment of the past opens there, as it was looked at; playing on shows what came after; acting there branches', async ({ page, context }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service create -d --name webapp1 --replicas=6 nginx');
  await expect(running(page, 'webapp1')).toHaveCount(6);
  await page.waitForTimeout(300);
  await type(page, 'docker service scale -d webapp1=2');
  await expect(running(page, 'webapp1')).toHaveCount(2);
  await page.locator('#stage').focus();
  await expect
    .poll(async () => {
      await page.keyboard.press(',');
      return running(page, 'webapp1').count();
    })
    .toBe(6);
  await page.locator('[data-task]').filter({ hasText: 'webapp1.2' }).click();
  await page.getByRole('combobox', { name: 'Filter what is shown on the stage' }).fill('webapp1');
  const shown = await moment(page).getAttribute('aria-valuetext');
  const link = await linkOf(page);
  expect(link.length).toBeLessThan(300);
  expect(await scanned(page)).toBe(link);

  const other = await context.newPage();
  await openPage(other, link);
  await expect(running(other, 'webapp1')).toHaveCount(6);
  await expect(moment(other)).toHaveAttribute('aria-valuetext', shown ?? '');
  await expect(other.getByRole('combobox', { name: 'Filter what is shown on the stage' })).toHaveValue('webapp1');
  await expect(other.getByRole('complementary', { name: 'Inspector' }).getByRole('heading', { name: 'webapp1.2' })).toBeVisible();
  expect(other.url()).not.toContain('#');
  await other.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(running(other, 'webapp1')).toHaveCount(2);
  await expect(other.locator('[data-past-line]')).toHaveCount(0);
  await moment(other).focus();
  await other.keyboard.press('Home');
  await type(other, 'docker service scale -d mystack_web=1');
  await expect(running(other, 'mystack_web')).toHaveCount(1);
  await expect(running(other, 'webapp1')).toHaveCount(0);
});

test('a link of the first version still opens', async ({ page }) => {
  const links = JSON.parse(readFileSync(new URL('../src/run/testdata/links-v1.json', import.meta.url), 'utf8')) as { name: string; link: string }[];
  const every = links.find(({ name }) => name === 'every kind of input');
  await openPage(page, `/#${every?.link}`);
  await expect(running(page, 'webapp1')).toHaveCount(6);
  await expect(running(page, 'mystack_web')).toHaveCount(9);
  await expect.poll(() => screen(page)).toContain('verify: Service mystack_web converged');
  // Another one, pasted into the address of the open page: that changes its fragment only.
  const code = encodeLink({ recording: { scenario: defaultScenario(), inputs: [], now: 20_000 }, view: { v: 'services', s: 'host/DC2-N2' }, files: [] });
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, code);
  await expect(page.getByRole('button', { name: 'Services', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading', { name: 'DC2-N2' })).toBeVisible();
  await expect(running(page, 'webapp1')).toHaveCount(0);
});

test('a run that is too long for a link says so and offers a file', async ({ page }) => {
  await openPage(page);
  // As long as a code may be, it can still be read.
  const words = Array.from({ length: 190 }, (_, i) => Math.abs(Math.imul(i + 1, 0x9e3779b1)).toString(36));
  await page.evaluate((content) => swarmarium.send({ kind: 'file', path: '/root/words.yml', content }), words.join('\n'));
  let link = '';
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      link = await linkOf(page);
      return link.length;
    })
    .toBeGreaterThan(1200);
  expect(link.length).toBeLessThan(1600);
  expect(await scanned(page)).toBe(link);
  await page.evaluate(() => {
    const content = Array.from(
      { length: 6000 },
      (_, i) => `# ${Math.abs(Math.imul(i + 1, 0x9e3779b1)).toString(36)}${Math.abs(Math.imul(i + 7, 0x85ebca6b)).toString(36)}`,
    );
    swarmarium.send({ kind: 'file', path: '/root/long.yml', content: content.join('\n') });
  });
  const dialog = page.getByRole('dialog');
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      await page.locator('#stage').focus();
      await page.keyboard.press('s');
      return dialog
        .getByRole('alert')
        .textContent({ timeout: 2000 })
        .catch(() => '');
    })
    .toMatch(/This run is too long for a link \([\d,]+ characters/);
  await dialog.getByRole('button', { name: 'Save as file' }).click();
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as file' }).click();
  expect(readFileSync(await (await waiting).path(), 'utf8')).toContain('/root/long.yml');
});

test('scripts in names are text, wherever they come to stand', async ({ page }) => {
  const hostile = '</script><img src=x onerror="pwned=1"><svg onload="pwned=1">${pwned=1}`pwned`\u001b]0;pwned\u0007\u001b[2J';
  const recording: Recording = {
    scenario: { ...defaultScenario(hostile), title: hostile, setup: [{ kind: 'line', host: 'DC2-N1', text: `echo '${hostile}'`, from: 'terminal' }] },
    inputs: [
      {
        at: 9000,
        input: { kind: 'line', host: 'DC2-N1', text: `docker service create -d --name web --label 'a=${hostile}' --env 'B=${hostile}' nginx`, from: 'click' },
      },
      { at: 12_000, input: { kind: 'line', host: 'DC2-N1', text: hostile, from: 'terminal' } },
      { at: 13_000, input: { kind: 'file', path: '/root/docker-stack.yml', content: hostile } },
      { at: 14_000, input: { kind: 'keys', host: 'DC2-N1', data: hostile } },
    ],
    now: 20_000,
  };
  const alarms: string[] = [];
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => alarms.push(error.message));
  await page.goto(`/#${encodeLink({ recording, view: { f: hostile, s: `task/${hostile}` }, files: [{ path: '/root/x.yml', content: hostile }] })}`);
  await expect(page.getByText('</script><img src=x').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Filter what is shown on the stage' }).fill('');
  await expect(running(page, 'web')).toHaveCount(1);
  await running(page, 'web').click();
  await page.getByRole('tab', { name: 'JSON' }).click();
  await page.locator('#stage').focus();
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await linkOf(page);
  for (const tab of ['In a page', 'As text', 'Picture']) await page.getByRole('tab', { name: tab }).click();
  await expect(page.getByRole('img', { name: 'The stage as it is now' })).toBeVisible();
  await page.getByRole('tab', { name: 'As text' }).click();
  await page.getByText('Shell script', { exact: true }).click();
  await expect(page.getByRole('tabpanel').locator('pre')).toContainText('onerror');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => ('pwned' in globalThis ? 'run' : 'not run'))).toBe('not run');
  expect(await page.title()).not.toMatch(/^pwned/);
  expect(alarms).toEqual([]);
});

test('a run as Markdown, script, transcript, PNG and SVG; a badge; a file with its branches', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service create -d --name webapp1 --replicas=2 nginx');
  await expect(running(page, 'webapp1')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(running(page, 'webapp1')).toHaveCount(0);
  await type(page, 'docker service scale -d mystack_web=3');
  await expect(running(page, 'mystack_web')).toHaveCount(3);
  await linkOf(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('tab', { name: 'In a page' }).click();
  await expect(dialog.locator('pre').first()).toContainText('<iframe src="http://localhost');
  expect(
    await dialog.getByRole('img', { name: 'Open in Swarmarium' }).evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(100);
  await dialog.getByRole('tab', { name: 'As text' }).click();
  const text = dialog.locator('pre');
  await expect(text).toContainText('`docker service scale -d mystack_web=3`');
  await dialog.getByText('Shell script', { exact: true }).click();
  await expect(text).toContainText("on DC2-N1 'docker service scale -d mystack_web=3'");
  await dialog.getByText('Transcript', { exact: true }).click();
  await expect(text).toContainText('[DC2-N1]$ docker service scale -d mystack_web=3\nmystack_web scaled to 3');
  // What is copied is what `npm run replay` takes, and gives again.
  const transcript = (await text.textContent()) ?? '';
  const file = test.info().outputPath('copied.t');
  writeFileSync(file, transcript);
  expect(spawnSync('node', ['src/node/run-node.mjs', 'replay', file], { encoding: 'utf8' }).stdout).toBe(transcript);
  await dialog.getByRole('tab', { name: 'Picture' }).click();
  for (const [theme, format] of [
    ['Light', 'PNG'],
    ['Dark', 'SVG'],
  ] as const) {
    await dialog.getByText(theme, { exact: true }).click();
    const waiting = page.waitForEvent('download');
    await dialog.getByRole('button', { name: format }).click();
    const file = readFileSync(await (await waiting).path());
    if (format === 'PNG') expect([...file.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    else expect(file.toString()).toMatch(/^<svg[\s\S]*mystack_web\.1[\s\S]*<\/svg>$/);
  }
  await dialog.getByRole('tab', { name: 'File' }).click();
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as file' }).click();
  const saved = await (await waiting).path();
  await page.keyboard.press('Escape');
  await page.evaluate(() => localStorage.clear());
  await page.goto('/?seed=elsewhere');
  await page.evaluate(() => sessionStorage.clear());
  await linkOf(page);
  await dialog.getByRole('tab', { name: 'File' }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"swarmarium":2,"runs":[') });
  await expect(dialog.getByRole('alert')).toContainText('not a Swarmarium run');
  await page.locator('input[type="file"]').setInputFiles(saved);
  await expect(dialog).toHaveCount(0);
  await expect(running(page, 'mystack_web')).toHaveCount(3);
  await page.keyboard.press('h');
  await dialog.getByRole('button', { name: 'The course: one stack, three nodes', exact: true }).first().click();
  await expect(running(page, 'webapp1')).toHaveCount(2);
});

test('a room sees the story large, one key a step; a frame shows the stage and leads to the whole', async ({ page, context }) => {
  const line = (at: number, text: string) => ({ at, input: { kind: 'line', host: 'DC2-N1', text, from: 'terminal' } as const });
  const recording: Recording = {
    scenario: defaultScenario(),
    inputs: [
      line(10_000, 'docker service create -d --name webapp1 --replicas 3 nginx'),
      line(30_000, 'docker service scale -d webapp1=5'),
      { at: 50_000, input: { kind: 'fault', host: 'DC2-N3', fault: 'power-off' } },
    ],
    now: 120_000,
    moment: 5000,
  };
  const code = encodeLink({ recording, view: {}, files: [] });
  await openPage(page, `/?present#${code}`);
  const steps = page.getByRole('region', { name: 'Steps' });
  await expect(steps).toContainText('0 of 3');
  await expect(running(page, 'webapp1')).toHaveCount(0);
  await page.getByRole('button', { name: '20×' }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.keyboard.press('PageUp');
  await page.locator('#stage').focus();
  await moment(page).focus();
  await page.keyboard.press('Home');
  await page.locator('#stage').focus();
  for (const [done, service, count] of [
    [1, 'webapp1', 3],
    [2, 'webapp1', 5],
  ] as const) {
    await page.keyboard.press('PageDown');
    await expect(steps).toContainText(`${done} of 3`);
    await expect(running(page, service)).toHaveCount(count);
    // It stops by itself before the next step.
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  }
  await page.keyboard.press('PageDown');
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', /unwell|failed/);
  await page.keyboard.press('PageUp');
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'running');

  await page.setViewportSize({ width: 720, height: 420 });
  await openPage(page, `/?embed=terminal#${code}`);
  await expect(page.getByRole('banner')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).exclude('.xterm').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('slider', { name: 'Moment' }).fill('20000');
  await expect(running(page, 'webapp1')).toHaveCount(3);
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Open in Swarmarium' }).click();
  const whole = await opening;
  await expect(running(whole, 'webapp1')).toHaveCount(3);
  await expect(whole.getByRole('button', { name: 'Share' })).toBeVisible();
  // A frame keeps nothing of its own.
  await type(page, 'docker service ls');
  await printed(page, /webapp1/);
});
