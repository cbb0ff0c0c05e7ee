import { describe, expect, it } from 'vitest';
import { WatchedRun } from './testing/run-of.ts';

/** Causes of the tasks of a service that were let go, sorted. */
function causes(watched: WatchedRun, service: string): string[] {
  return watched.tasks.flatMap((task) => (task.name.startsWith(`${service}.`) && task.cause !== '' ? [task.cause] : [])).sort();
}

describe('why a task was let go', () => {
  it('is read off what held when that was decided', async () => {
    const watched = await WatchedRun.open();
    await watched.line('docker service create -d --name web --replicas 6 nginx:1.25', 20_000);
    expect(causes(watched, 'web')).toEqual([]);
    await watched.line('docker node update --availability drain DC2-N2', 20_000);
    expect(causes(watched, 'web')).toEqual(['drain', 'drain']);
    await watched.run.input({ kind: 'fault', fault: 'power-off', host: 'DC2-N3' });
    await watched.pass(60_000);
    expect(causes(watched, 'web')).toEqual(['drain', 'drain', 'node-down', 'node-down', 'node-down']);
    await watched.line('docker service update -d --image nginx:1.26 --update-parallelism 0 web', 30_000);
    expect(causes(watched, 'web').filter((cause) => cause === 'update')).toHaveLength(6);
    await watched.line('docker service rollback -d web', 60_000);
    expect(causes(watched, 'web').filter((cause) => cause === 'rollback')).toHaveLength(6);
  });

  it('names failures, and what replaced what', async () => {
    const watched = await WatchedRun.open();
    await watched.line('docker service create -d --name flaky --restart-max-attempts 2 alpine sh -c "sleep 3; exit 1"', 60_000);
    expect(causes(watched, 'flaky')).toEqual(['failed', 'failed', 'failed']);
    const chain = watched.tasks.filter((task) => task.name === 'flaky.1').sort((a, b) => a.createdAt - b.createdAt);
    expect(chain.map((task) => task.replaces)).toEqual(['', chain[0]?.id, chain[1]?.id]);
  });
});

describe('a cut link', () => {
  it('is told by both of its hosts until it is healed', async () => {
    const watched = await WatchedRun.open();
    const cuts = (): unknown[] => [...watched.records.values()].flatMap((record) => (record.kind === 'host' ? [record.cutFrom] : []));
    await watched.run.input({ kind: 'link', a: 'DC2-N3', b: 'DC2-N2', cut: true });
    await watched.pass(1000);
    expect(cuts()).toEqual([[], ['DC2-N3'], ['DC2-N2']]);
    await watched.run.input({ kind: 'link', a: 'DC2-N2', b: 'DC2-N3', cut: false });
    await watched.pass(1000);
    expect(cuts()).toEqual([[], [], []]);
  });
});

describe('what hosts hold', () => {
  it('tells of volumes, secrets and configs, and who uses them', async () => {
    const watched = await WatchedRun.open();
    await watched.line('docker volume create lone; echo s | docker secret create pass -; echo c | docker config create conf -', 2000);
    await watched.line(
      'docker service create -d --name db --secret pass --config conf --mount source=data,target=/data --constraint node.role==manager nginx',
      20_000,
    );
    const records = [...watched.records.values()];
    const secrets = records.flatMap((record) => (record.kind === 'secret' || record.kind === 'config' ? [record] : []));
    expect(secrets.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual(['config conf', 'secret pass']);
    const db = records.find((record) => record.kind === 'service' && record.name === 'db');
    expect(db).toMatchObject({ secrets: [secrets.find((s) => s.kind === 'secret')?.id], configs: [secrets.find((s) => s.kind === 'config')?.id] });
    const host = records.find((record) => record.kind === 'host' && record.id === 'DC2-N1');
    expect(host).toMatchObject({
      volumes: [
        { name: 'data', users: [expect.stringMatching(/^db\.1\./)] },
        { name: 'lone', users: [] },
      ],
    });
  });
});
