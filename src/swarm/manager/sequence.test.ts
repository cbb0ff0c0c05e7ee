import { describe, expect, it } from 'vitest';
import { inOrder, Sequence } from './sequence.ts';

describe('Sequence', () => {
  it('begins a step when the one before is through, at once or later', () => {
    const seen: string[] = [];
    let finish = (): void => {};
    const sequence = new Sequence();
    sequence.run((done) => {
      seen.push('first');
      done();
    });
    sequence.run((done) => {
      seen.push('second');
      finish = done;
    });
    sequence.run((done) => {
      seen.push('third');
      done();
    });
    expect(seen).toEqual(['first', 'second']);
    finish();
    expect(seen).toEqual(['first', 'second', 'third']);
  });

  it('a step that is asked for by a step comes after it', () => {
    const seen: number[] = [];
    const sequence = new Sequence();
    sequence.run((done) => {
      sequence.run((next) => {
        seen.push(2);
        next();
      });
      seen.push(1);
      done();
    });
    expect(seen).toEqual([1, 2]);
  });

  it('does nothing any more after it was stopped', () => {
    const seen: number[] = [];
    let finish = (): void => {};
    const sequence = new Sequence();
    sequence.run((done) => {
      finish = done;
    });
    sequence.run(() => seen.push(1));
    sequence.stop();
    finish();
    sequence.run(() => seen.push(2));
    expect(seen).toEqual([]);
  });

  it('a step cannot be through twice', () => {
    expect(() =>
      new Sequence().run((done) => {
        done();
        done();
      }),
    ).toThrow('twice');
  });

  it('inOrder does the same with many items and then says so', () => {
    const seen: number[] = [];
    let through = false;
    inOrder(
      Array.from({ length: 50_000 }, (_, i) => i),
      (item, next) => {
        seen.push(item);
        next();
      },
      () => {
        through = true;
      },
    );
    expect(through).toBe(true);
    expect(seen).toHaveLength(50_000);
    expect(seen[49_999]).toBe(49_999);
  });
});
