import { expect, test } from '@playwright/test';
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

for (const [name, hash, words] of [
  ['cut in half', '#v1.q1YqU7JSCkvMKU', /link/i],
  ['of a later version', '#v7.abcdef', /newer|version/i],
  ['that is no link', '#<script>alert(1)</script>', /link/i],
] as const) {
  test(`a link ${name} says what is wrong and opens the default cluster`, async ({ page }) => {
    await openPage(page, `/${hash}`);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(running(page, 'mystack_web')).toHaveCount(5);
  });
}

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
