import { describe, expect, it } from 'vitest';
import { WatchedRun } from './testing/run-of.ts';
import type { UpdateFilm } from './update-film.ts';

async function filmsOf(watched: WatchedRun, name: string): Promise<readonly UpdateFilm[]> {
  await watched.pass(0);
  return watched.run.films(watched.service(name));
}

describe('the film of an update', () => {
  it('tells batches, order and the end of one that goes well', async () => {
    const watched = await WatchedRun.open();
    await watched.line('docker service create -d --name web --replicas 6 --update-parallelism 2 --update-delay 10s nginx:1.25', 20_000);
    expect(await filmsOf(watched, 'web')).toEqual([]);
    await watched.line('docker service update -d --image nginx:1.26 web', 120_000);
    const [film, ...more] = await filmsOf(watched, 'web');
    expect(more).toEqual([]);
    expect(film).toMatchObject({
      kind: 'update',
      state: 'completed',
      message: 'update completed',
      image: 'nginx:1.26',
      slots: 6,
      failures: 0,
      policy: { parallelism: 2, delayMs: 10_000, failureAction: 'pause', startFirst: false },
    });
    expect(film?.steps.map((step) => step.slot).sort()).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const step of film?.steps ?? []) {
      expect(step.before).not.toBe('');
      expect(step.host).toMatch(/^DC2-N\d$/);
      // Stop-first: the new one runs only after the old one has stopped.
      expect(step.beforeStoppedAt).toBeLessThan(step.runningAt ?? 0);
    }
    // Two at a time, the next two at least 10 s after those before.
    const begun = (film?.steps ?? []).map((step) => step.createdAt);
    expect((begun[2] ?? 0) - (begun[1] ?? 0)).toBeGreaterThan(10_000);
    expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBeLessThan(1000);
  });

  it('counts failures as the updater does, and tells the rollback as a film of its own', async () => {
    const watched = await WatchedRun.open();
    await watched.line(
      'docker service create -d --name web --replicas 4 --update-parallelism 1 --update-failure-action rollback --update-max-failure-ratio 0.2 --update-monitor 8s alpine sleep 1000',
      20_000,
    );
    await watched.line('docker service update -d --args "sh -c \'sleep 2; exit 3\'" web', 120_000);
    const [update, rollback] = await filmsOf(watched, 'web');
    expect(update).toMatchObject({ kind: 'update', state: 'rollback_started', slots: 4, failures: 1 });
    expect(update?.message).toContain(`early termination of task ${update?.steps.find((step) => step.counted)?.task}`);
    expect(update?.steps.find((step) => step.counted)?.error).toContain('non-zero exit (3)');
    expect(rollback).toMatchObject({ kind: 'rollback', state: 'rollback_completed', failures: 0 });
  });

  it('is cut when another update comes', async () => {
    const watched = await WatchedRun.open();
    await watched.line('docker service create -d --name web --replicas 4 --update-delay 30s nginx:1.25', 20_000);
    await watched.line('docker service update -d --image nginx:1.26 web', 10_000);
    await watched.line('docker service update -d --image nginx:1.27 web', 200_000);
    expect((await filmsOf(watched, 'web')).map(({ image, state }) => [image, state])).toEqual([
      ['nginx:1.26', 'superseded'],
      ['nginx:1.27', 'completed'],
    ]);
  });
});
