import { beforeEach, expect, it } from 'vitest';
import { Kernel } from '../../sim/kernel.ts';
import { type Container, type ContainerConfig, isRefusal } from './container.ts';
import { createContainerRuntime, type SimContainerRuntime } from './runtime.ts';

const GIB = 1024 ** 3;
let kernel: Kernel;
let runtime: SimContainerRuntime;
let online: boolean;

beforeEach(() => {
  kernel = new Kernel('troubles');
  online = true;
  runtime = createContainerRuntime({ kernel, host: 'h1', registry: 'simulated', memoryBytes: 2 * GIB, online: () => online });
});

function run(name: string, given: Partial<ContainerConfig> = {}): string {
  const made = runtime.create({
    name,
    image: 'nginx:1.25',
    env: [],
    labels: {},
    tty: false,
    openStdin: false,
    mounts: [],
    ports: [],
    networks: [],
    networkMode: 'default',
    task: { id: name, serviceId: 'svc', serviceName: 'web' },
    ...given,
  });
  if (isRefusal(made)) throw new Error(made.message);
  runtime.start(made.id);
  return made.id;
}

const pass = (ms: number): void => kernel.runUntil(kernel.now + ms);
const see = (id: string): Container => {
  const found = runtime.find(id);
  if (isRefusal(found)) throw new Error(found.message);
  return found;
};
function pull(ref: string): string {
  let answer = 'nothing yet';
  runtime.pull(ref, (result) => {
    answer = isRefusal(result) ? result.message : 'pulled';
  });
  pass(60_000);
  return answer;
}

it('full memory kills the largest container, until the rest fits', () => {
  const small = run('small', { labels: { 'swarmarium.memory': '200m' } });
  const large = run('large', { labels: { 'swarmarium.memory': '700m' } });
  pass(5_000);
  expect([see(small).state, see(large).state]).toEqual(['running', 'running']);
  runtime.troubles.setForeignMemory(1.5 * GIB);
  pass(2_000);
  expect(see(small).state).toBe('running');
  expect(see(large)).toMatchObject({ state: 'exited', exitCode: 137, oomKilled: true });
  const again = run('again', { labels: { 'swarmarium.memory': '700m' } });
  pass(3_000);
  expect(see(again).oomKilled).toBe(true);
  runtime.troubles.setForeignMemory(0);
  const last = run('last', { labels: { 'swarmarium.memory': '700m' } });
  pass(5_000);
  expect(see(last).state).toBe('running');
});

it('an image that is gone cannot be pulled, by its tag, its name, or when the registry is not reached', () => {
  runtime.troubles.blockImage('postgres:16', true);
  expect(pull('postgres:16')).toBe('No such image: postgres:16');
  expect(pull('postgres:latest')).toBe('pulled');
  runtime.troubles.blockImage('postgres', true);
  runtime.troubles.blockImage('postgres:16', false);
  expect(pull('docker.io/library/postgres:16')).toBe('No such image: postgres:16');
  runtime.troubles.blockImage('postgres', false);
  expect(pull('postgres:16')).toBe('pulled');
  online = false;
  expect(pull('mysql:8')).toBe('No such image: mysql:8');
  online = true;
  runtime.troubles.blockImage('*', true);
  expect([pull('mysql:8'), runtime.troubles.blockedImages]).toEqual(['No such image: mysql:8', ['*']]);
});

it('a character changes containers that run, and those to come, until it is taken back', () => {
  const health = { Test: ['CMD', 'true'], Interval: 1e9, Retries: 1 };
  const first = run('one', { health });
  pass(3_000);
  expect(see(first).health?.status).toBe('healthy');
  runtime.troubles.setCharacter('web', { health: 'unhealthy' });
  pass(3_000);
  expect(see(first).health?.status).toBe('unhealthy');
  const second = run('two', { health });
  const other = run('three', { health, task: { id: 't', serviceId: 'x', serviceName: 'other' } });
  pass(3_000);
  expect([see(second).health?.status, see(other).health?.status]).toEqual(['unhealthy', 'healthy']);
  runtime.troubles.setCharacter('web', {});
  pass(3_000);
  expect([see(first).health?.status, see(second).health?.status]).toEqual(['healthy', 'healthy']);
  runtime.troubles.setCharacter('web', { 'crash-after': '2s', 'exit-code': '9' });
  pass(1_900);
  expect(see(first).state).toBe('running');
  pass(500);
  expect(see(first)).toMatchObject({ state: 'exited', exitCode: 9 });
});

it('a slow host takes longer to pull and to probe', () => {
  runtime.troubles.setSlow(5_000);
  const id = run('one', { health: { Test: ['CMD', 'true'], Interval: 1e9, Retries: 1 } });
  pass(5_900);
  expect(see(id).health?.status).toBe('starting');
  pass(1_000);
  expect(see(id).health?.status).toBe('healthy');
});
