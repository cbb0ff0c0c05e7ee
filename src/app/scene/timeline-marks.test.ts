import { describe, expect, it } from 'vitest';
import type { Note } from '../../run/view.ts';
import { timelineMarks } from './timeline-marks.ts';

const note = (at: number, kind: Note['kind']): Note => ({ at, kind, subject: 's', words: {} });

describe('timelineMarks', () => {
  it('leaves out what only follows', () => {
    expect(timelineMarks([note(1, 'task-running'), note(2, 'task-placed')], 100)).toEqual([]);
  });
  it('lets near notes of one kind share a mark, and others not', () => {
    const marks = timelineMarks(
      [note(0, 'service-created'), note(50, 'service-created'), note(60, 'node-down'), note(70, 'service-scaled'), note(500, 'service-scaled')],
      100,
    );
    expect(marks.map((mark) => [mark.at, mark.kind, mark.notes.length])).toEqual([
      [0, 'order', 3],
      [60, 'bad', 1],
      [500, 'order', 1],
    ]);
  });
});
