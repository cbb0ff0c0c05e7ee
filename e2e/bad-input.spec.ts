import { expect, test } from '@playwright/test';
import { defaultScenario } from '../src/run/default-scenario.ts';
import { encodeLink } from '../src/run/link.ts';
import { numberedHosts } from '../src/run/scenario.ts';
import { clear, openPage, printed, running, screen, type } from './support.ts';

test('what nobody should type is answered as docker answers it, and the page lives on', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  for (const [line, answer] of [
    ['docker frobnicate', 'docker: unknown command: docker frobnicate'],
    ['docker service ls --frobnicate', 'unknown flag: --frobnicate'],
    ['docker node ls extra', "'docker node ls' accepts no arguments"],
    ['docker service scale mystack_web=many', 'invalid replicas value many'],
    ['frobnicate', 'frobnicate: command not found'],
    ['docker service inspect __proto__', 'no such service: __proto__'],
    ['echo "x: [1" > bad.yml; docker stack deploy -c bad.yml bad', 'yaml: line'],
    [
      "printf 'services:\\n  web:\\n    image: nginx\\n    replicas: 3\\n' > k.yml; docker stack deploy -c k.yml k",
      'services.web Additional property replicas is not allowed',
    ],
    ['docker service create -d --name ghost nosuch/image:1', /could not be accessed|\w{25}/],
  ] as const) {
    await clear(page);
    await type(page, line);
    await printed(page, answer);
  }
  // An image that does not exist is refused where it is pulled, and the picture says so.
  await clear(page);
  await type(page, "docker service ps ghost --no-trunc --format '{{.CurrentState}} {{.Error}}'");
  await printed(page, /Rejected|Preparing|Ready|Pending/);
  // A thousand million replicas: within the playground's limit or refused in words, never a dead page.
  await clear(page);
  await type(page, 'docker service scale -d mystack_web=1000000000');
  await printed(page, /playground|limit/i);
  expect(await screen(page)).not.toMatch(/undefined|\[object/);
  await clear(page);
  await type(page, 'docker service ls');
  await printed(page, /mystack_web +replicated +5\/5/);
  await expect(running(page, 'mystack_web')).toHaveCount(5);
  expect(errors).toEqual([]);
});

test('a line of a megabyte is refused in words', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => swarmarium.line('DC2-N1', `echo ${'x'.repeat(1_000_001)} | wc -c`));
  await expect.poll(() => screen(page), { timeout: 30_000 }).toMatch(/line too long/);
  await type(page, 'echo alive');
  await printed(page, /\nalive/);
});

const tooMany = encodeLink({ recording: { scenario: { ...defaultScenario(), hosts: numberedHosts(300) }, inputs: [], now: 0 }, view: {}, files: [] });

for (const [name, hash, words] of [
  ['cut in half', '#v1.q1YqU7JSCkvMKU', /link/i],
  ['of a later version', '#v7.abcdef', /newer|version/i],
  ['that is no link', '#<script>alert(1)</script>', /link/i],
  ['that asks for too many machines', `#${tooMany}`, /The limit: 200 machines\. It asks for 300\./],
] as const) {
  test(`a link ${name} says what is wrong and opens the default cluster`, async ({ page }) => {
    await openPage(page, `/${hash}`);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(running(page, 'mystack_web')).toHaveCount(5);
  });
}

test('a link of nearly two megabytes is refused in words, and nothing is lost', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '20×' }).click();
  await type(page, 'docker service scale -d mystack_web=2');
  await expect(running(page, 'mystack_web')).toHaveCount(2);
  await page.evaluate(() => {
    location.hash = `v2.${'A'.repeat(1_900_000)}`;
  });
  await expect(page.getByRole('alert').filter({ hasText: 'longer than a link may be' })).toBeVisible();
  await expect(running(page, 'mystack_web')).toHaveCount(2);
});

test('the page’s policy lets only its own scripts run, and the page lives within it: panels, editor, worker, pictures', async ({ page }) => {
  await page.addInitScript(() => {
    const offences: string[] = [];
    Object.assign(globalThis, { offences });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => offences.push(`${effectiveDirective} ${blockedURI}`));
  });
  const offences = (): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { offences: string[] }).offences);
  await openPage(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const rules = new Map((policy ?? '').split(';').map((rule) => [rule.trim().split(' ')[0] ?? '', rule.trim().split(' ').slice(1)]));
  expect(rules.get('default-src')).toEqual(["'none'"]);
  expect(rules.get('script-src')).toEqual(["'self'"]);
  expect(rules.get('base-uri')).toEqual(["'none'"]);
  expect(rules.get('connect-src')).toEqual(["'self'"]);
  // Nothing stands before it that could run without it, and no script stands in the page itself.
  const html = await (await page.request.get('/')).text();
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  expect([...html.matchAll(/<script\b([^>]*)>([^<]*)/g)].filter(([, attributes, content]) => !attributes?.includes(' src="./') || content !== '')).toEqual([]);
  // Monaco with its worker, the run's worker, dialogs, pictures.
  await page.locator('.view-line', { hasText: 'replicas' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type('0');
  await expect.poll(() => page.workers().length).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('tab', { name: 'Picture' }).click();
  await expect(page.getByRole('img', { name: 'The stage as it is now' })).toBeVisible();
  expect(await offences()).toEqual([]);
  // Whatever got into the page would not run.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.pwned = 1';
    const box = document.createElement('div');
    box.innerHTML = '<img src="data:," onerror="globalThis.pwned = 1"><a href="javascript:globalThis.pwned = 1">x</a><svg onload="globalThis.pwned = 1"></svg>';
    document.body.append(script, box);
    box.querySelector('a')?.click();
  });
  await expect.poll(async () => (await offences()).filter((each) => each.startsWith('script-src')).length).toBeGreaterThan(2);
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
});

test('a stack file of five megabytes is refused or taken in words; the editor keeps it', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => {
    swarmarium.send({
      kind: 'file',
      path: '/root/big.yml',
      content: `version: "3.8"\nservices:\n  web:\n    image: nginx\n    environment:\n${'      - A=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n'.repeat(100_000)}`,
    });
    swarmarium.line('DC2-N1', 'docker stack deploy -c big.yml big');
  });
  await expect.poll(() => screen(page), { timeout: 60_000 }).toMatch(/too large|must be unique|too long|limit|already defined/i);
  await type(page, 'echo alive');
  await printed(page, /\nalive/);
});

test('keys named __proto__ in YAML and JSON are data', async ({ page }) => {
  await openPage(page);
  await type(
    page,
    "printf 'services:\\n  __proto__:\\n    image: nginx\\n  web:\\n    image: nginx\\n    labels:\\n      __proto__: x\\n' > p.yml; docker stack config -c p.yml | head -20",
  );
  await printed(page, /__proto__|web:/);
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
});
