import { describe, expect, it } from 'vitest';
import type { Note } from '../../run/view.ts';
import { timelineMarks } from './timeline-marks.ts';

const note = (at: number, kind: Note['kind']): Note => ({ at, kind, subject: 's', words: {} });

describe('timelineMarks', () => {
  it('leaves out what only follows', () => {
    expect(timelineMarks([note(1, 'task-running'), note(2, 'task-placed')], [], 100)).toEqual([]);
  });
  it('lets near notes of one kind share a mark, and others not', () => {
    const marks = timelineMarks(
      [note(0, 'service-created'), note(50, 'service-created'), note(60, 'node-down'), note(70, 'service-scaled'), note(500, 'service-scaled')],
      [],
      100,
    );
    expect(marks.map((mark) => [mark.at, mark.kind, mark.events.length])).toEqual([
      [0, 'order', 3],
      [60, 'bad', 1],
      [500, 'order', 1],
    ]);
  });
  it('puts what was done before what came of it, and leaves out what notes tell', () => {
    const line = { kind: 'line', host: 'N1', text: 'docker ps', from: 'terminal' } as const;
    const marks = timelineMarks(
      [note(50, 'service-created'), note(50, 'power-off')],
      [
        { at: 50, input: line },
        { at: 50, input: { kind: 'fault', host: 'N1', fault: 'power-off' } },
        { at: 60, input: { kind: 'resize', host: 'N1', columns: 80, rows: 24 } },
      ],
      100,
    );
    expect(marks.map((mark) => [mark.kind, mark.events.length])).toEqual([
      ['order', 2],
      ['fault', 1],
    ]);
    expect(marks[0]?.events[0]).toEqual({ at: 50, input: line });
  });
});
