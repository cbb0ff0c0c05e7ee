import { expect, type Page, test } from '@playwright/test';
import { defaultScenario } from '../src/run/default-scenario.ts';
import type { LoggedInput } from '../src/run/input.ts';
import { encodeLink } from '../src/run/link.ts';
import { openPage, printed, running, screen, stateOf, type } from './support.ts';

/** What was done before things go wrong. */
async function work(page: Page): Promise<void> {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service create -d --name webapp1 --replicas=3 nginx');
  await expect(running(page, 'webapp1')).toHaveCount(3);
}

test('a worker that is killed is replaced at once; nothing is lost, and it is said', async ({ page }) => {
  await work(page);
  await endWorker(page);
  await expect(page.getByRole('alert').filter({ hasText: 'brought back as it was' })).toBeVisible();
  await expect(running(page, 'webapp1')).toHaveCount(3);
  await expect.poll(() => screen(page)).toContain('docker service create');
  await type(page, 'docker service scale -d webapp1=4');
  await expect(running(page, 'webapp1')).toHaveCount(4);
});

test('a worker that fails on an input again and again is brought back without it', async ({ page }) => {
  // A worker that cannot bear the word "poison".
  await page.addInitScript(() => {
    const Real = Worker;
    globalThis.Worker = class extends Real {
      override postMessage(message: unknown): void {
        if (JSON.stringify(message).includes('poison')) setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'it was poisoned' })));
        else super.postMessage(message);
      }
    } as typeof Worker;
  });
  await work(page);
  await page.evaluate(() => swarmarium.line('DC2-N1', 'docker service create -d --name poison nginx'));
  await expect(page.getByRole('alert').filter({ hasText: 'before the last thing you did, which was left out' })).toBeVisible();
  await expect(running(page, 'webapp1')).toHaveCount(3);
  await type(page, 'docker service ls');
  await printed(page, /webapp1 +replicated +3\/3/);
});

test('a panel that meets an error is drawn anew; the others never noticed', async ({ page }) => {
  // A record that no panel can draw, once: the worker's words are changed on their way.
  await page.addInitScript(() => {
    const Real = Worker;
    globalThis.Worker = class extends Real {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        this.addEventListener(
          'message',
          (event: MessageEvent<{ kind: string; frames?: { changed: { kind: string; name?: string; ports?: unknown }[] }[] }>) => {
            for (const frame of event.data.frames ?? [])
              for (const record of frame.changed)
                if (record.kind === 'service' && record.name === 'broken') Object.assign(record, { image: { not: 'a text' } });
          },
        );
      }
    } as typeof Worker;
  });
  await work(page);
  await page.evaluate(() => swarmarium.line('DC2-N1', 'docker service create -d --name broken nginx'));
  const alerts = page.getByRole('alert');
  await expect(alerts.filter({ hasText: /A panel met an error|met an error. Everything else goes on/ }).first()).toBeVisible();
  await expect(running(page, 'webapp1')).toHaveCount(3);
  await type(page, 'docker service rm broken');
  await printed(page, /docker service rm broken\nbroken/);
  // With the cause gone the panel comes back, by itself or when it is asked for.
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Show it again' });
    if (await again.isVisible()) await again.click({ timeout: 500 });
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('webapp1', { timeout: 500 });
  }).toPass({ timeout: 30_000 });
});

test('a full storage is said, the run goes on, and a file keeps it', async ({ page }) => {
  await work(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await type(page, 'docker service scale -d webapp1=5');
  const alarm = page.getByRole('alert').filter({ hasText: 'no room left' });
  await expect(alarm).toBeVisible();
  await expect(running(page, 'webapp1')).toHaveCount(5);
  await alarm.getByRole('button', { name: 'Save as file' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save as file' }).click();
  const file = await (await download).path();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(running(page, 'webapp1')).toHaveCount(3);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('tab', { name: 'File' }).click();
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(running(page, 'webapp1')).toHaveCount(5);
});

test('a blocked storage is said, and everything works but the keeping', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await work(page);
  await expect(page.getByRole('alert').filter({ hasText: 'keeps nothing' })).toBeVisible();
});

test('two tabs go on side by side: the second says so, and neither writes over the other', async ({ page, context }) => {
  await work(page);
  await page.waitForTimeout(500);
  const other = await context.newPage();
  await openPage(other);
  await expect(other.getByRole('alert').filter({ hasText: 'open in another tab too' })).toBeVisible();
  await expect(running(other, 'webapp1')).toHaveCount(3);
  await other.getByRole('button', { name: '20×' }).click();
  await type(other, 'docker service scale -d webapp1=1');
  await expect(running(other, 'webapp1')).toHaveCount(1);
  await page.bringToFront();
  await type(page, 'docker service scale -d webapp1=6');
  await expect(running(page, 'webapp1')).toHaveCount(6);
  await page.reload();
  await other.bringToFront();
  await other.reload();
  await expect(running(other, 'webapp1')).toHaveCount(1);
  await expect(other.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  await page.bringToFront();
  await expect(running(page, 'webapp1')).toHaveCount(6);
  // What the other tab has is at hand here too.
  await page.locator('#stage').focus();
  await page.keyboard.press('h');
  await page.getByRole('button', { name: 'Open beside' }).first().click();
  await expect(running(page, 'webapp1')).toHaveCount(1);
});

/** Ends the worker of the run, as a browser that is short of memory does. */
async function endWorker(page: Page): Promise<void> {
  for (const worker of page.workers()) if (worker.url().includes('entry')) await worker.evaluate(() => (self as unknown as { close(): void }).close());
}

test('a worker whose code cannot be had is begun again when it can: nothing is given up meanwhile', async ({ page }) => {
  await work(page);
  let asked = 0;
  await page.route('**/assets/entry-*.js', async (route) => {
    asked++;
    await route.abort();
  });
  await endWorker(page);
  const alarm = page.getByRole('alert').filter({ hasText: 'A part of the page cannot be loaded' });
  await expect(alarm.getByRole('button', { name: 'Reload' })).toBeVisible();
  // What is done meanwhile waits.
  await page.evaluate(() => swarmarium.line('DC2-N1', 'docker service scale -d webapp1=5'));
  await expect.poll(() => asked).toBeGreaterThan(2);
  expect(asked).toBeLessThan(8);
  await page.unroute('**/assets/entry-*.js');
  await expect(page.getByRole('alert').filter({ hasText: 'brought back as it was' })).toBeVisible();
  await expect(running(page, 'webapp1')).toHaveCount(5);
});

test('a dialog that cannot be loaded is said; the page lives on, and a reload brings all of it', async ({ page }) => {
  await page.route('**/assets/Dialogs-*', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await work(page);
  await page.locator('#stage').focus();
  await page.keyboard.press('s');
  const alarm = page.getByRole('alert').filter({ hasText: 'A part of the page cannot be loaded' });
  await expect(alarm).toBeVisible();
  await type(page, 'docker service scale -d webapp1=4');
  await expect(running(page, 'webapp1')).toHaveCount(4);
  await page.unroute('**/assets/Dialogs-*');
  const loaded = page.waitForEvent('load');
  await alarm.getByRole('button', { name: 'Reload' }).click();
  await loaded;
  await expect(running(page, 'webapp1')).toHaveCount(4);
  await page.locator('#stage').focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
});

test('a reload in the middle of an update goes on with it where it was', async ({ page }) => {
  await work(page);
  await type(page, 'docker service update -d --image nginx:1.26 --update-delay 20s webapp1');
  const updated = page.locator('#stage [data-task][data-state="running"]').filter({ hasText: 'nginx:1.26' });
  await expect(updated).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const [done, before] = [await updated.count(), await stateOf(page)];
  expect(done).toBeLessThan(3);
  await page.reload();
  await expect(updated).toHaveCount(done);
  await page.getByRole('button', { name: '20×' }).click();
  await expect(updated).toHaveCount(3);
  expect((await stateOf(page)).now).toBeGreaterThanOrEqual(before.now);
});

test('back and forward lead from link to link, each as it was left', async ({ page }) => {
  const line = (text: string): LoggedInput => ({ at: 10_000, input: { kind: 'line', host: 'DC2-N1', text, from: 'terminal' } });
  const linkOf = (name: string): string =>
    `/#${encodeLink({ recording: { scenario: defaultScenario(), inputs: [line(`docker service create -d --name ${name} nginx`)], now: 30_000 }, view: {}, files: [] })}`;
  await openPage(page, linkOf('first'));
  await expect(running(page, 'first')).toHaveCount(1);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service scale -d first=2');
  await expect(running(page, 'first')).toHaveCount(2);
  await page.goto(linkOf('second'));
  await expect(running(page, 'second')).toHaveCount(1);
  await page.goBack();
  await expect(running(page, 'first')).toHaveCount(2);
  await expect(running(page, 'second')).toHaveCount(0);
  await page.goForward();
  await expect(running(page, 'second')).toHaveCount(1);
  // A reload stays where one is.
  await page.goBack();
  await expect(running(page, 'first')).toHaveCount(2);
  await page.reload();
  await expect(running(page, 'first')).toHaveCount(2);
});
