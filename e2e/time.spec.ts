import { expect, type Page, test } from '@playwright/test';
import { openPage, printed, running, screen, stateOf, type } from './support.ts';

/** The strip of the timeline, by its slider: its value is whole virtual seconds. */
const moment = (page: Page) => page.getByRole('slider', { name: 'The moment that is shown' });
const pastLine = (page: Page) => page.locator('[data-past-line]');

/** A story worth going back in: six more tasks at about 20 s, a stopped engine, its tasks elsewhere. */
async function story(page: Page): Promise<void> {
  await openPage(page);
  await moment(page).waitFor();
  await page.getByRole('button', { name: '20×' }).click();
  await expect.poll(async () => Number(await moment(page).getAttribute('aria-valuenow'))).toBeGreaterThan(20);
  await type(page, 'docker service create -d --name webapp1 --replicas=6 nginx');
  await expect(running(page, 'webapp1')).toHaveCount(6);
  await page.evaluate(() => swarmarium.line('DC2-N3', 'sudo systemctl stop docker'));
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await expect(running(page, 'webapp1')).toHaveCount(6);
  await type(page, 'docker node ls');
  await printed(page, /DC2-N3 +Down/);
}

test('dragging back shows the stage, the inspector and the terminal as they were; back to now leads back', async ({ page }) => {
  await story(page);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const before = await stateOf(page);
  const now = await screen(page);
  const box = await page.getByRole('group', { name: /Running tasks of each service/ }).boundingBox();
  if (!box) throw new Error('no strip');
  // The very beginning: the course's stack alone, and an empty terminal.
  await page.mouse.move(box.x + box.width - 12, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + 30, { steps: 4 });
  await page.mouse.move(box.x + 14, box.y + 30, { steps: 4 });
  await page.mouse.up();
  await expect(pastLine(page)).toContainText('You are looking at the past');
  await expect(running(page, 'webapp1')).toHaveCount(0);
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'running');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).not.toContainText('webapp1');
  expect(await screen(page)).not.toContain('docker service create');
  // From event to event forwards, until the engine is stopped and Swarm has not noticed yet.
  for (let i = 0; i < 40 && (await page.locator('[data-host="DC2-N3"]').getAttribute('data-mark')) !== 'unwell'; i++)
    await page.getByRole('button', { name: 'On to the next event' }).click();
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'unwell');
  await expect(running(page, 'webapp1', 'DC2-N3')).toHaveCount(2);
  expect(await screen(page)).toContain('docker service create');
  expect(await screen(page)).not.toContain('docker node ls');
  // Looking back has moved nothing.
  expect(await stateOf(page)).toEqual(before);
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(pastLine(page)).toHaveCount(0);
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  expect(await screen(page)).toBe(now);
});

test('the inspector answers for the moment that is looked at', async ({ page }) => {
  await story(page);
  await page.locator('[data-host="DC2-N1"] [data-task]').first().click();
  await page.getByRole('tab', { name: 'JSON' }).click();
  await expect(page.locator('pre').filter({ hasText: '"Slot"' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('[data-node="DC2-N3"]').first().click();
  await page.getByRole('tab', { name: 'JSON' }).click();
  await expect(page.locator('pre').filter({ hasText: '"State": "down"' })).toBeVisible();
  await moment(page).focus();
  await page.keyboard.press('Home');
  await expect(page.locator('pre').filter({ hasText: '"State": "ready"' })).toBeVisible();
});

test('acting in the past begins a branch there: what came after is gone from the stage, and the run repeats', async ({ page }) => {
  await story(page);
  await moment(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(pastLine(page)).toBeVisible();
  await expect(running(page, 'webapp1')).toHaveCount(0);
  await type(page, 'docker service scale -d mystack_web=2');
  await expect(pastLine(page)).toHaveCount(0);
  await expect(running(page, 'mystack_web')).toHaveCount(2);
  await expect(running(page, 'webapp1')).toHaveCount(0);
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'running');
  await type(page, 'docker service ls');
  await printed(page, /mystack_web +replicated +2\/2/);
  expect(await screen(page)).not.toContain('webapp1');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const { hash } = await stateOf(page);
  const again = await page.evaluate(async () => {
    const { text } = await swarmarium.ask({ kind: 'export' });
    const { hashes } = (await swarmarium.ask({ kind: 'verify', recording: text, everyMs: 1_000_000_000 })) as { hashes: string[] };
    return hashes[hashes.length - 1];
  });
  expect(again).toBe(hash);
});

test('time by keyboard alone: back, event by event, playing on into the present', async ({ page }) => {
  await story(page);
  await page.keyboard.press('Shift+Tab');
  await page.getByRole('button', { name: 'Share' }).focus();
  await page.keyboard.press(',');
  await expect(pastLine(page)).toBeVisible();
  const late = Number(await moment(page).getAttribute('aria-valuenow'));
  for (let i = 0; i < 3; i++) await page.keyboard.press(',');
  expect(Number(await moment(page).getAttribute('aria-valuenow'))).toBeLessThan(late);
  await page.keyboard.press('.');
  await page.keyboard.press('+');
  await page.getByRole('button', { name: /All speeds: 50×/ }).waitFor();
  await page.locator('#stage').focus();
  await page.keyboard.press('Space');
  await expect(pastLine(page)).toHaveCount(0);
  const { now } = await stateOf(page);
  await expect.poll(async () => (await stateOf(page)).now).toBeGreaterThan(now);
});
