import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { running } from './support.ts';

const started: ChildProcess[] = [];

test.afterEach(() => {
  for (const process of started.splice(0)) process.kill();
});

/** Starts a program of the project; resolves when it has printed `ready`. */
function start(args: readonly string[], ready: RegExp): Promise<void> {
  const process = spawn('node', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(process);
  return new Promise((resolve, reject) => {
    let text = '';
    process.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      if (ready.test(text)) resolve();
    });
    process.on('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${text}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

test('a swarm behind an Engine API is looked at: what happens there is seen, nothing can be done to it', async ({ page }) => {
  const [engine, control, port] = [await freePort(), await freePort(), await freePort()];
  await start(['src/node/run-node.mjs', 'engine', '--swarm', '1m2w', '--port', String(engine), '--control', String(control), '--speed', '10'], /ready/);
  await start(['src/node/look.mjs', '--docker', `tcp://127.0.0.1:${engine}`, '--port', String(port)], /read-only/);
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`http://127.0.0.1:${engine}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  await page.goto(`http://localhost:${port}/?live`);
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'running');
  await expect(page.getByText(`A real swarm, only looked at: tcp://127.0.0.1:${engine}`)).toBeVisible();
  await post('/services/create', { Name: 'web', Mode: { Replicated: { Replicas: 6 } }, TaskTemplate: { ContainerSpec: { Image: 'nginx:latest' } } });
  await expect(running(page, 'web')).toHaveCount(6);
  await fetch(`http://127.0.0.1:${control}/hosts/DC2-N3/stop`, { method: 'POST' });
  await expect(page.locator('[data-host="DC2-N3"]')).toHaveAttribute('data-mark', 'failed');
  await expect(running(page, 'web', 'DC2-N3')).toHaveCount(0);
  await expect(running(page, 'web')).toHaveCount(6);
  // Nothing that would be an order is offered, and keys give none.
  for (const name of ['Add a node', 'Share', 'Deploy', 'Pause']) await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await page.keyboard.press('n');
  await page.locator('[data-task]').first().click();
  await expect(page.getByRole('tab', { name: 'JSON' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Kill|Force/ })).toHaveCount(0);
  await expect(page.locator('[data-host]')).toHaveCount(3);
  // Looking back needs nothing of the swarm.
  await page.getByRole('slider', { name: 'The moment that is shown' }).focus();
  await page.keyboard.press('Home');
  await expect(running(page, 'web')).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(running(page, 'web')).toHaveCount(6);
});
