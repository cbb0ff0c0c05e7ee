import { Driver } from './driver.ts';
import type { ToWorker } from './wire.ts';

const channel = new MessageChannel();
const turns: (() => void)[] = [];
channel.port1.onmessage = () => turns.shift()?.();

const driver = new Driver({
  post: (message) => self.postMessage(message),
  wallMs: () => performance.now(),
  later: (ms, work) => setTimeout(work, ms),
  turn: () =>
    new Promise((resolve) => {
      turns.push(resolve);
      channel.port2.postMessage(undefined);
    }),
  loadShell: () => import('../docker/shell/create-shell.ts'),
  checkStack: async (files) => (await import('../docker/compose/check-stack.ts')).checkStack(files),
  canEdit: true,
});

self.onmessage = (event: MessageEvent<ToWorker>) => driver.receive(event.data);
