import { describe, expect, it } from 'vitest';
import type { FilmStep, UpdateFilm } from '../../run/update-film.ts';
import { batchesOf, filmEnd, progressOf } from './film-batches.ts';

const step = (n: number, change: Partial<FilmStep> = {}): FilmStep => ({
  slot: String(n),
  task: `t${n}`,
  host: 'N1',
  before: `b${n}`,
  createdAt: 1000 * Math.ceil(n / 2),
  runningAt: 1000 * Math.ceil(n / 2) + 500,
  error: '',
  counted: false,
  ...change,
});
const film: UpdateFilm = {
  kind: 'update',
  startedAt: 1000,
  state: 'updating',
  message: '',
  image: 'nginx:1.26',
  policy: { parallelism: 2, delayMs: 500, monitorMs: 5000, failureAction: 'pause', maxFailureRatio: 0.2, startFirst: false },
  slots: 5,
  failures: 1,
  steps: [step(1), step(2), step(3, { runningAt: 2600, endedAt: 2900, counted: true }), step(4, { createdAt: 2000 })],
};

describe('a film', () => {
  it('falls into batches of what the parallelism allows', () => {
    expect(batchesOf(film, 9999).map(({ number, steps }) => [number, steps.map(({ slot }) => slot)])).toEqual([
      [1, ['1', '2']],
      [2, ['3', '4']],
    ]);
    expect(batchesOf(film, 1500)).toHaveLength(1);
    expect(batchesOf({ ...film, policy: { ...film.policy, parallelism: 0 } }, 9999)).toHaveLength(1);
  });
  it('stands somewhere at every moment', () => {
    expect(progressOf(film, 1200)).toMatchObject({ running: 0, starting: 2, failed: 0, waiting: 3, tooMany: false });
    expect(progressOf(film, 2700)).toMatchObject({ running: 4, starting: 0, failed: 0, waiting: 1, counted: 0 });
    expect(progressOf(film, 3000)).toMatchObject({ running: 3, failed: 1, waiting: 1, counted: 1, share: 0.2, tooMany: false });
  });
  it('ends after the monitor', () => {
    expect(filmEnd(film, 3000)).toBe(7900);
    expect(filmEnd({ ...film, endedAt: 9000 }, 20_000)).toBe(9000);
  });
});
