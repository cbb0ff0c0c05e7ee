import { defaultScenario } from '../run/default-scenario.ts';
import { Driver, type DriverServices } from './driver.ts';
import type { FromWorker, ToWorker } from './wire.ts';
import { seedOfName } from './worker-name.ts';

const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.onmessage = () => turns.shift()?.();

const post = (message: FromWorker): void => self.postMessage(message);

const services: DriverServices = {
  post,
  wallMs: () => performance.now(),
  later: (ms, work) => setTimeout(work, ms),
  turn: () =>
    new Promise((resolve) => {
      turns.push(resolve);
      channel.port2.postMessage(undefined);
    }),
  loadShell: () => import('../docker/shell/create-shell.ts'),
  plan: async (run, request) => (await import('../run/answer-plan.ts')).answerPlan(run, request, services),
  checkStack: async (files, read) => (await import('../docker/compose/check-stack.ts')).checkStack(files, read),
  canEdit: true,
};

const driver = new Driver(services);
const seed = seedOfName(self.name);
if (seed !== undefined) driver.receive({ kind: 'open', recording: { scenario: defaultScenario(seed), inputs: [], now: 0 } });

self.onmessage = (event: MessageEvent<ToWorker>) => driver.receive(event.data);

// Nobody tells a page that its worker was killed. The browser releases the dead one's locks, though: who gets this one knows.
// Where it gives none (a frame in a page of another site), the page listens for silence.
navigator.locks
  ?.request(
    self.name,
    () =>
      new Promise<void>(() => {
        post({ kind: 'holding' });
      }),
  )
  .catch(() => {});
