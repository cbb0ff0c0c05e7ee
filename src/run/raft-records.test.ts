import { describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { defaultScenario } from './default-scenario.ts';
import type { Frame } from './frame.ts';
import { Run } from './run.ts';
import { numberedHosts } from './scenario.ts';
import type { ManagerRecord } from './view.ts';

async function threeManagers(): Promise<Run> {
  const run = new Run(
    { ...defaultScenario(), hosts: numberedHosts(3), swarm: { managers: 3, workers: 0 }, setup: [] },
    { turn: () => new Promise((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) },
  );
  await run.begin();
  return run;
}

const managersIn = (frame: Frame): ManagerRecord[] => frame.changed.filter((record): record is ManagerRecord => record.kind === 'manager');

describe('records of the consensus', () => {
  it('show one leader, a common log and a record for each manager', async () => {
    const run = await threeManagers();
    const managers = managersIn(run.takeFrame(true));
    expect(managers.map(({ id, role, leader }) => [id, role, leader])).toEqual([
      ['DC2-N1', 'leader', 'DC2-N1'],
      ['DC2-N2', 'follower', 'DC2-N1'],
      ['DC2-N3', 'follower', 'DC2-N1'],
    ]);
    expect(new Set(managers.map((manager) => manager.term)).size).toBe(1);
    const commonTo = Math.min(...managers.map((manager) => manager.commitIndex));
    const logs = managers.map((manager) => JSON.stringify(manager.log.filter(({ index }) => index <= commonTo).slice(-3)));
    expect(new Set(logs).size).toBe(1);
    expect(managers[0]?.members.every((member) => member.reachable && member.matchIndex !== undefined)).toBe(true);
  });

  it('tell of an election when the leader is stopped, and keep what the stopped one had', async () => {
    const run = await threeManagers();
    const term = managersIn(run.takeFrame(true))[0]?.term ?? 0;
    run.watchRaft(true);
    await run.input({ kind: 'fault', host: 'DC2-N1', fault: 'engine-stop' });
    await run.advance(run.now + 60_000);
    const frame = run.takeFrame();
    const stopped = managersIn(frame).find((manager) => manager.id === 'DC2-N1');
    expect(stopped).toMatchObject({ running: false, term, role: 'follower' });
    const leader = managersIn(frame).find((manager) => manager.role === 'leader');
    expect(leader?.term).toBeGreaterThan(term);
    expect(frame.notes.filter((note) => note.kind === 'leader').map((note) => note.subject)).toEqual(['', leader?.id]);
    expect(frame.messages.some((message) => message.type === 'vote' && message.from === leader?.id)).toBe(true);
    expect(frame.messages.some((message) => message.type === 'vote-response' && message.to === leader?.id && !message.reject)).toBe(true);
  });

  it('show messages only while they are watched, and those that a cut swallows as lost', async () => {
    const run = await threeManagers();
    await run.advance(run.now + 5000);
    expect(run.takeFrame().messages).toEqual([]);
    run.watchRaft(true);
    await run.input({ kind: 'fault', host: 'DC2-N3', fault: 'cut' });
    await run.advance(run.now + 3000);
    const { messages } = run.takeFrame();
    const to = (host: string) => messages.filter((message) => message.from === 'DC2-N1' && message.to === host && message.type === 'heartbeat');
    expect(to('DC2-N2').length).toBeGreaterThanOrEqual(2);
    expect(to('DC2-N2').every((message) => message.arrivesAt === message.at + 1)).toBe(true);
    expect(to('DC2-N3').length).toBeGreaterThanOrEqual(1);
    expect(to('DC2-N3').every((message) => message.arrivesAt === undefined)).toBe(true);
    run.watchRaft(false);
    await run.advance(run.now + 3000);
    expect(run.takeFrame().messages).toEqual([]);
  });
});
