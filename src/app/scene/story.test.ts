import { describe, expect, it } from 'vitest';
import { WatchedRun } from '../../run/testing/run-of.ts';
import { type Chapter, tellStory } from './story.ts';

const shape = (chapter: Chapter | undefined) =>
  chapter?.steps.map(({ kind, words }) => [kind, words.name, words.count, words.all, words.text].filter((word) => word !== '' && word !== 0).join(' '));
const begins = (chapters: readonly Chapter[], kind: string) => chapters.find((chapter) => chapter.steps[0]?.kind === kind);

describe('the story', () => {
  it('tells a stopped engine from the fault over the missed heartbeats to the tasks that run again', async () => {
    const watched = await WatchedRun.open();
    await watched.line('docker service create -d --name web --replicas 6 nginx', 20_000);
    await watched.run.input({ kind: 'fault', fault: 'engine-stop', host: 'DC2-N3' });
    await watched.pass(60_000);
    const lost = begins(tellStory(watched.notes), 'engine-stopped');
    expect(lost?.mark).toBe('failed');
    expect(shape(lost)).toEqual(['engine-stopped DC2-N3', 'heartbeats DC2-N3', 'down DC2-N3', 'replaced 4', 'run-again 4 4 all']);
    expect(lost?.steps[1]?.words.seconds).toBeGreaterThan(9);
    await watched.run.input({ kind: 'fault', fault: 'engine-start', host: 'DC2-N3' });
    await watched.pass(30_000);
    expect(shape(begins(tellStory(watched.notes), 'engine-stopped'))?.at(-1)).toBe('back DC2-N3');
  });

  it('gathers failures that come one after another, and what waits with Swarm’s words', async () => {
    const watched = await WatchedRun.open();
    await watched.line('docker service create -d --name flaky --restart-max-attempts 3 alpine sh -c "sleep 3; exit 7"', 60_000);
    const failed = begins(tellStory(watched.notes), 'failed');
    expect(shape(failed)).toEqual(['failed flaky 4 task: non-zero exit (7)', 'restarted 3']);
    await watched.line('docker service create -d --name picky --replicas 2 --constraint node.labels.zone==moon nginx', 10_000);
    expect(shape(tellStory(watched.notes)[0])).toEqual([
      'created picky',
      expect.stringMatching(/^waits picky 2 no suitable node \(scheduling constraints not satisfied on 3 nodes\)$/),
    ]);
  });

  it('tells orders with what came of them', async () => {
    const watched = await WatchedRun.open();
    await watched.line('docker service create -d --name web --replicas 3 nginx:1.25', 20_000);
    expect(shape(tellStory(watched.notes)[0])).toEqual(['created web', 'running 3']);
    await watched.line('docker node update --availability drain DC2-N2', 20_000);
    const drained = tellStory(watched.notes)[0];
    expect(shape(drained)?.[0]).toBe('drain DC2-N2');
    expect(shape(drained)?.at(-1)).toMatch(/^run-again (\d) \1 all$/);
    await watched.line('docker service update -d --image nginx:1.26 web', 60_000);
    expect(shape(tellStory(watched.notes)[0])).toEqual(['updated web', 'replaced 3', 'run-again 3 3 all', 'update-says web update completed']);
    await watched.line('docker service scale -d web=1', 20_000);
    expect(shape(tellStory(watched.notes)[0])).toEqual(['scaled web 3 1', 'stopped 2']);
  });
});
