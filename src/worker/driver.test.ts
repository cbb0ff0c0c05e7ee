import { beforeAll, describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { defaultScenario } from '../run/default-scenario.ts';
import { type Frame, recordKey } from '../run/frame.ts';
import type { Input } from '../run/input.ts';
import { restore } from '../run/restore.ts';
import type { TaskRecord, ViewRecord } from '../run/view.ts';
import { Driver } from './driver.ts';
import type { FromWorker, ToWorker } from './wire.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const services = { turn, loadShell: async () => ({ createShell }), checkStack: async () => [] };
const line = (text: string): Input => ({ kind: 'line', host: 'DC2-N1', text, from: 'terminal' });

/** A driver with a page that takes everything in, and a clock that only moves when it is told to. */
class Page {
  readonly said: FromWorker[] = [];
  records = new Map<string, ViewRecord>();
  frames: Frame[] = [];
  private wall = 0;
  private later: (() => void)[] = [];
  private readonly driver = new Driver({
    ...services,
    post: (message) => this.receive(message),
    wallMs: () => this.wall,
    later: (_, work) => this.later.push(work),
  });

  post(message: ToWorker): void {
    this.driver.receive(message);
  }

  /** Lets wall time pass until something holds. */
  async until(holds: () => boolean): Promise<void> {
    for (let i = 0; i < 20_000 && !holds(); i++) {
      this.wall += 16;
      for (const work of this.later.splice(0)) work();
      await turn();
    }
    expect(holds()).toBe(true);
  }

  get running(): number {
    return [...this.records.values()].filter((record): record is TaskRecord => record.kind === 'task' && record.state === 'running').length;
  }

  private receive(message: FromWorker): void {
    this.said.push(message);
    if (message.kind === 'frames') {
      if (message.whole) this.begin();
      message.frames.forEach((frame) => this.take(frame));
      this.post({ kind: 'ack' });
    } else if (message.kind === 'forked') {
      this.begin();
      this.take(message.frame);
    }
  }

  private begin(): void {
    this.records = new Map();
    this.frames = [];
  }

  private take(frame: Frame): void {
    this.frames.push(frame);
    for (const record of frame.changed) this.records.set(recordKey(record), record);
    for (const key of frame.removed) this.records.delete(key);
  }
}

// What the driver loads when it is first wanted is there already: how long that takes is none of the test's business.
beforeAll(async () => {
  await Promise.all([import('../run/ask.ts'), import('../run/session.ts'), import('../engine/more-routes.ts'), import('./archive.ts')]);
});

describe('the driver', () => {
  it('opens a recording with its whole past, goes on, goes back and branches, and tells what was long ago', async () => {
    const page = new Page();
    const recording = {
      scenario: defaultScenario(),
      inputs: [{ at: 20_000, input: line('docker service create -d --name webapp1 --replicas 3 nginx') }],
      now: 60_000,
    };
    page.post({ kind: 'open', recording });
    await page.until(() => page.frames.length > 0 && (page.frames[page.frames.length - 1]?.now ?? 0) >= 60_000);
    // The past came with it, change by change.
    expect(page.frames.filter((frame) => frame.now > 20_000 && frame.now < 30_000 && frame.changed.length > 0).length).toBeGreaterThan(3);
    expect(page.frames.flatMap((frame) => frame.inputs)).toEqual(recording.inputs);
    expect(page.running).toBe(8);
    page.post({ kind: 'pace', speed: 20 });
    page.post({ kind: 'inputs', inputs: [line('docker service scale -d webapp1=1'), line('docker node ls')] });
    await page.until(() => page.running === 6);
    // Inputs that were given together have one moment.
    const given = page.frames.flatMap((frame) => frame.inputs).slice(1);
    expect(given.map(({ at }) => at)).toEqual([given[0]?.at, given[0]?.at]);

    page.post({ kind: 'fork', moment: { keep: 1, at: 40_000 }, inputs: [line('docker service scale -d webapp1=5')] });
    await page.until(() => page.running === 10);
    const forked = page.said.find((message) => message.kind === 'forked');
    expect(forked?.kind === 'forked' && forked.frame.now).toBe(40_000);
    const fresh = await restore({ ...recording, now: 40_000 }, services);
    const key = (a: ViewRecord, b: ViewRecord): number => (recordKey(a) < recordKey(b) ? -1 : 1);
    expect(forked?.kind === 'forked' && [...forked.frame.changed].sort(key)).toEqual([...fresh.takeFrame(true).changed].sort(key));
    expect(page.frames[0]?.output.map(({ data }) => data).join('')).toContain('docker service create');

    page.post({ kind: 'past', id: 7, at: 10_000 });
    page.post({ kind: 'ask', id: 8, query: { kind: 'hash' }, moment: { keep: 1, at: 30_000 } });
    await page.until(() => page.said.some((message) => message.kind === 'answer'));
    const past = page.said.find((message) => message.kind === 'past');
    expect(past?.kind === 'past' && past.piece?.from).toBeLessThan(10_000);
    const answer = page.said.find((message) => message.kind === 'answer');
    expect(answer?.kind === 'answer' && answer.answer).toEqual({ hash: (await restore({ ...recording, now: 30_000 }, services)).hash(), now: 30_000 });
    expect(page.said.filter((message) => message.kind === 'failed')).toEqual([]);
  });

  it('opens the default cluster instead of a recording that cannot be run, and says so', async () => {
    const page = new Page();
    const { scenario } = { scenario: defaultScenario() };
    page.post({
      kind: 'open',
      recording: { scenario: { ...scenario, setup: [{ kind: 'request', host: 'DC2-N1', path: '/services/create', body: { Name: '' } }] }, inputs: [], now: 0 },
    });
    await page.until(() => page.running === 5);
    expect(page.said.filter((message) => message.kind === 'opened').map((message) => message.kind === 'opened' && message.instead)).toEqual([false, true]);
  });
});
