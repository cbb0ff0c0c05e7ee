import { expect, test } from '@playwright/test';
import { defaultScenario } from '../src/run/default-scenario.ts';
import { encodeLink } from '../src/run/link.ts';
import { act, choose, clearTerminal, keys, tabTo, toPanel, toTerminal } from './keys.ts';
import { servePage } from './serve-page.ts';
import { openPage, printed, running, stateOf } from './support.ts';

// Keys alone: nothing here clicks, and nothing is given the focus but by Tab, arrows and the page's own keys.

test('the course’s story with the keyboard alone', async ({ page, browser }) => {
  await openPage(page);
  await page.keyboard.press('3');
  await act(page, 'DC2-N1: Open terminal');
  await keys(page, 'docker node ls');
  await printed(page, /\* +DC2-N1 +Ready +Active +Leader/);
  await page.keyboard.type('docker service cr');
  await page.keyboard.press('Tab');
  await keys(page, '--name webapp1 --replicas=6 nginx');
  await printed(page, /verify: Service \w{25} converged/);
  await expect(running(page, 'webapp1')).toHaveCount(6);

  await act(page, 'DC2-N3: Stop engine');
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await expect(running(page, 'webapp1', 'DC2-N3')).toHaveCount(0);
  await expect(running(page, 'webapp1', 'DC2-N1')).toHaveCount(3);
  await act(page, 'DC2-N3: Open terminal');
  await clearTerminal(page);
  await keys(page, 'docker node ls');
  await printed(page, 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?');
  await act(page, 'DC2-N3: Start engine');
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'running');
  await expect(running(page, 'webapp1', 'DC2-N3')).toHaveCount(0);

  await act(page, 'DC2-N1: Open terminal');
  await keys(page, 'docker service update --replicas=20 mystack_web');
  await printed(page, 'verify: Service mystack_web converged');
  await expect(running(page, 'mystack_web')).toHaveCount(20);

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('e');
  await expect(page.locator('.monaco-editor.focused, .monaco-editor textarea:focus, .monaco-editor .native-edit-context:focus').first()).toBeVisible();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('30');
  await page.keyboard.press('Control+Enter');
  await expect(running(page, 'mystack_web')).toHaveCount(30);

  await act(page, 'Pause');
  const shared = await stateOf(page);
  await act(page, 'Share');
  const link = await page.getByRole('textbox', { name: /link/i }).inputValue();
  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await other.goto(link);
  await expect(running(other, 'mystack_web')).toHaveCount(30);
  expect(await stateOf(other)).toEqual(shared);
  await fresh.close();
});

test('why pending, with the keyboard alone', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('3');
  await toTerminal(page);
  await keys(page, 'docker service create -d --name picky --replicas 3 --constraint node.labels.zone==moon nginx');
  const tray = page.getByRole('region', { name: '3 tasks wait for a node' });
  await expect(tray).toContainText('no suitable node (scheduling constraints not satisfied on 3 nodes)');
  await page.keyboard.press('Shift+F6');
  await tabTo(page, tray.locator('[data-task]').first(), true);
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'Why is it waiting?' })).toBeVisible();
  await expect(inspector.getByRole('row', { name: /DC2-N1/ })).toContainText(/constraint: .*node\.labels\.zone ?== ?moon/);
  await toPanel(page, inspector);
  await tabTo(page, inspector.getByRole('button', { name: /Give DC2-N\d the label zone=moon/ }).first());
  await page.keyboard.press('Enter');
  await expect(running(page, 'picky')).toHaveCount(3);
  await expect(tray).toHaveCount(0);
  await expect(inspector.getByRole('heading', { name: /^Why DC2-N\d\?$/ })).toBeVisible();
});

test('two of five managers are parted and joined again, the quorum is lost and regained, with the keyboard alone', async ({ page }) => {
  await page.goto('/?cluster=5m1w');
  await expect(page.locator('[data-host="DC2-N5"][data-mark="running"]')).toBeVisible();
  await page.keyboard.press('3');
  await page.keyboard.press('g');
  for (const name of ['DC2-N4', 'DC2-N5']) {
    await tabTo(page, page.locator(`[data-node="${name}"]`));
    await page.keyboard.press('m');
  }
  await expect(page.getByRole('toolbar', { name: '2 nodes marked' })).toBeVisible();
  await page.keyboard.press('Shift+F10');
  await choose(page, page.getByRole('menuitem', { name: /Cut off from the rest/ }));
  await act(page, 'View: Raft');
  await expect(page.locator('line[data-cut="true"]')).toHaveCount(6);
  await expect(page.getByText('3 of 5 needed · 3 hear each other')).toBeVisible();
  await toTerminal(page);
  await keys(page, 'docker service create --name web --replicas 2 nginx');
  await printed(page, /verify: Service \w{25} converged/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('g');
  await tabTo(page, page.getByRole('button', { name: 'Heal all links' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 of 5 needed · 5 hear each other')).toBeVisible();

  for (const name of ['DC2-N3', 'DC2-N4', 'DC2-N5']) await act(page, `${name}: Stop engine`);
  await expect(page.getByText('3 of 5 needed · 2 hear each other')).toBeVisible();
  await expect(page.getByText('Without a quorum the swarm takes no orders. Its containers go on.')).toBeVisible();
  await act(page, 'DC2-N1: Open terminal');
  await clearTerminal(page);
  await keys(page, 'docker service scale -d web=9');
  await printed(page, /The swarm does not have a lead|DeadlineExceeded/);
  await act(page, 'DC2-N3: Start engine');
  await expect(page.getByText(/^DC2-N\d leads, term \d+/)).toBeVisible();
  await expect(page.getByText('3 of 5 needed · 3 hear each other')).toBeVisible();
});

test('an update that fails is watched and wound back, with the keyboard alone', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('3');
  await toTerminal(page);
  await keys(page, 'docker service create -d --name shop --replicas 4 --update-failure-action rollback --update-monitor 10s nginx');
  await expect(running(page, 'shop')).toHaveCount(4);
  await act(page, 'Open: shop');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'shop' })).toBeVisible();
  await toPanel(page, inspector);
  const shown = inspector.getByRole('tab', { selected: true });
  for (let tab = await shown.innerText(); tab !== 'Updates'; tab = await shown.innerText()) {
    await page.keyboard.press('ArrowRight');
    await expect(shown).not.toHaveText(tab);
  }
  await expect(inspector).toContainText('This service has not been updated yet.');
  await toTerminal(page);
  await keys(page, 'docker service update -d --container-label-add swarmarium.crash-after=3s shop');
  const update = inspector.getByRole('region', { name: /^Update / });
  const rollback = inspector.getByRole('region', { name: /^Rollback / });
  await expect(update).toContainText(/1 of 4 failed: 25 %, more than the 0 % allowed/);
  await expect(rollback).toContainText('rollback completed');
  await toPanel(page, inspector);
  await tabTo(page, update.getByRole('button', { name: 'Wind back to where it began' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-past-line]')).toContainText('You are looking at the past');
  await expect(rollback).toHaveCount(0);
  await expect(update).toContainText('update in progress');
  // Event by event at first, then it plays on into the present.
  await page.keyboard.press('.');
  await act(page, 'Play');
  await expect(update).toContainText('1 of 4 failed');
  await expect(page.locator('[data-past-line]')).toHaveCount(0);
  await expect(rollback).toContainText('rollback completed');
});

test('a request through the mesh, with the keyboard alone', async ({ page }) => {
  await openPage(page);
  await act(page, 'View: Network');
  await page.keyboard.press('g');
  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  for (let i = 1; i <= 5; i++) {
    await page.keyboard.press('Enter');
    await expect(page.locator('[aria-label^="mystack_web."]')).toHaveCount(i);
  }
  await expect(page.getByText('the mesh knows mystack_web behind VIP 10.0.0.')).toBeVisible();
  await tabTo(page, page.getByLabel('To', { exact: true }), true);
  await page.keyboard.press('Control+a');
  await keys(page, 'http://10.35.3.147:8080/');
  await expect(page.getByText('(7) Failed to connect to 10.35.3.147 port 8080')).toBeVisible();
});

test('a moment is shared, opened, and branched from, with the keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await page.keyboard.press('3');
  await toTerminal(page);
  await keys(page, 'docker service create -d --name webapp1 --replicas=6 nginx');
  await expect(running(page, 'webapp1')).toHaveCount(6);
  await keys(page, 'docker service scale -d webapp1=2');
  await expect(running(page, 'webapp1')).toHaveCount(2);
  await page.keyboard.press('Shift+Tab');
  await expect
    .poll(async () => {
      await page.keyboard.press(',');
      return running(page, 'webapp1').count();
    })
    .toBe(6);
  await page.keyboard.press('s');
  await tabTo(page, page.getByRole('button', { name: 'Copy link' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await openPage(other, link);
  await expect(running(other, 'webapp1')).toHaveCount(6);
  await expect(other.locator('[data-past-line]')).toBeVisible();
  await toTerminal(other);
  await keys(other, 'docker service scale -d webapp1=8');
  await expect(other.getByText('A branch began here. What came after is kept.')).toBeVisible();
  await act(other, 'Play');
  await expect(running(other, 'webapp1')).toHaveCount(8);
  await act(other, 'Runs and branches');
  const dialog = other.getByRole('dialog');
  const original = dialog.getByRole('button', { name: 'The course: one stack, three nodes', exact: true }).first();
  await tabTo(other, original);
  await other.keyboard.press('Enter');
  await expect(running(other, 'webapp1')).toHaveCount(2);
});

test('a talk and a frame in somebody’s page, with the keyboard alone', async ({ page, context, baseURL }) => {
  const line = (at: number, text: string) => ({ at, input: { kind: 'line', host: 'DC2-N1', text, from: 'terminal' } as const });
  const recording = {
    scenario: defaultScenario(),
    inputs: [line(10_000, 'docker service create -d --name webapp1 --replicas 3 nginx'), line(30_000, 'docker service scale -d webapp1=5')],
    now: 60_000,
    moment: 5000,
  };
  await openPage(page, `/?present#${encodeLink({ recording, view: {}, files: [] })}`);
  const steps = page.getByRole('region', { name: 'Steps' });
  await expect(steps).toContainText('0 of 2');
  await page.keyboard.press('3');
  await page.keyboard.press('Space');
  for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp');
  await expect(steps).toContainText('0 of 2');
  for (const [done, count] of [
    [1, 3],
    [2, 5],
  ] as const) {
    await page.keyboard.press('PageDown');
    await expect(steps).toContainText(`${done} of 2`);
    await expect(running(page, 'webapp1')).toHaveCount(count);
  }
  await page.keyboard.press('PageUp');
  await expect(steps).toContainText('1 of 2');
  await expect(running(page, 'webapp1')).toHaveCount(3);

  const code = encodeLink({ recording: { ...recording, moment: 20_000 }, view: {}, files: [] });
  const host = await servePage(
    `<!doctype html><title>Somebody's</title><a href="/">before</a><iframe src="${baseURL}/?embed#${code}" width="720" height="420"></iframe>`,
  );
  try {
    await page.goto(host.address);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('[data-task][data-state="running"]').filter({ hasText: 'webapp1.' })).toHaveCount(3);
    const moment = frame.getByRole('slider', { name: 'Moment' });
    await tabTo(page, moment);
    await page.keyboard.press('End');
    await expect(frame.locator('[data-task][data-state="running"]').filter({ hasText: 'webapp1.' })).toHaveCount(5);
    await tabTo(page, frame.getByRole('button', { name: 'Open in Swarmarium' }));
    const opening = context.waitForEvent('page');
    await page.keyboard.press('Enter');
    const whole = await opening;
    await expect(running(whole, 'webapp1')).toHaveCount(5);
  } finally {
    await host.close();
  }
});

test('a small screen with a keyboard: sheets, a node stopped, a line typed, a file deployed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await page.keyboard.press('3');
  await act(page, 'Open: DC2-N3');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await toPanel(page, inspector);
  await tabTo(page, inspector.getByRole('button', { name: 'Stop engine' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await expect(running(page, 'mystack_web')).toHaveCount(5);
  await act(page, 'DC2-N1: Open terminal');
  await keys(page, 'docker node ls --format "{{.Hostname}} {{.Status}}"');
  await printed(page, /DC2-N3 Down/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await tabTo(page, page.getByRole('button', { name: /^Deploy/ }), true);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/docker stack deploy -c docker-stack\.yml mystack/).first()).toBeVisible();
});
