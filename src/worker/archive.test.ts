import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf, hostRecord, taskRecord } from '../app/mirror/testing/records.ts';
import { type Frame, recordKey } from '../run/frame.ts';
import type { ViewRecord } from '../run/view.ts';
import { Archive } from './archive.ts';

const apply = (records: Map<string, ViewRecord>, { changed, removed }: Pick<Frame, 'changed' | 'removed'>): Map<string, ViewRecord> => {
  for (const record of changed) records.set(recordKey(record), record);
  for (const key of removed) records.delete(key);
  return records;
};
const sorted = (records: Map<string, ViewRecord>): unknown => [...records].sort(([a], [b]) => (a < b ? -1 : 1));
/** A long run of ten tasks that come and go. */
const story = (moves: readonly number[]): Frame[] => {
  const there = new Set<number>();
  return [
    frameOf({ now: 0, changed: [hostRecord('N1')] }),
    ...moves.map((move, i) => {
      const now = (i + 1) * 10;
      if (there.delete(move)) return frameOf({ now, removed: [`task/t${move}`], notes: [{ at: now, kind: 'task-stopped', subject: `t${move}`, words: {} }] });
      there.add(move);
      return frameOf({ now, changed: [taskRecord(`t${move}`, { since: now })], inputs: [{ at: now, input: { kind: 'remove-host', host: 'x' } }] });
    }),
  ];
};
const stateAt = (frames: readonly Frame[], at: number): unknown => sorted(frames.filter((frame) => frame.now <= at).reduce(apply, new Map()));
const archivedAt = async (archive: Archive, at: number): Promise<unknown> => {
  const piece = await archive.pieceAt(at);
  const base = new Map((piece?.base ?? []).map((record) => [recordKey(record), record]));
  return sorted((piece?.frames ?? []).filter((frame) => frame.now <= at).reduce(apply, base));
};

describe('the archive of a run', () => {
  it('knows every moment, whichever piece it lies in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(9), { minLength: 30, maxLength: 120 }),
        fc.array(fc.nat(1300), { minLength: 3, maxLength: 6 }),
        async (moves, moments) => {
          const archive = new Archive(20);
          const frames = story(moves);
          archive.add(frames);
          for (const at of moments) expect(await archivedAt(archive, at)).toEqual(stateAt(frames, at));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('counts the inputs and keeps the notes before each piece', async () => {
    const archive = new Archive(20);
    const frames = story(Array.from({ length: 100 }, (_, i) => i % 10));
    archive.add(frames);
    const piece = await archive.pieceAt(700);
    const before = frames.filter((frame) => frame.now <= (piece?.from ?? 0));
    expect(piece?.from).toBeGreaterThan(400);
    expect(piece?.inputsBefore).toBe(before.flatMap((frame) => frame.inputs).length);
    expect(piece?.notes).toEqual(before.flatMap((frame) => frame.notes));
  });

  it('goes on from a cut with another future', async () => {
    const archive = new Archive(20);
    const frames = story(Array.from({ length: 100 }, (_, i) => (i * 7) % 10));
    archive.add(frames);
    await archive.cut(455);
    const whole = frameOf({ now: 455, changed: [hostRecord('N1'), taskRecord('other')] });
    const after = frameOf({ now: 470, removed: ['task/other'] });
    archive.add([whole, after]);
    for (const at of [0, 205, 450]) expect(await archivedAt(archive, at)).toEqual(stateAt(frames, at));
    expect(await archivedAt(archive, 460)).toEqual(sorted(apply(new Map(), whole)));
    expect(await archivedAt(archive, 900)).toEqual(sorted(apply(new Map(), { changed: [hostRecord('N1')], removed: [] })));
    expect(archive.oldest).toBe(0);
  });
});
