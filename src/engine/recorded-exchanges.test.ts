import { describe, expect, it } from 'vitest';
import { errorTable, lineOf } from './testing/recorded/error-table.ts';
import { withRecordedImages } from './testing/recorded/recorded-images.ts';
import { hasRecordings, recordedForms } from './testing/recorded/recording.ts';
import { STORIES } from './testing/recorded/stories/index.ts';

/** Forms that we answer differently, and why. */
const DIFFERENT: { readonly [form: string]: string } = {
  'run.tty': 'the container removed itself so slowly there that the client could still ask for it',
  push: "the recorded registry's own answer: it takes no pushes",
  'service.ps.two': 'bind mounts of /tmp were refused there, for the engine had its root in /tmp',
};

describe.skipIf(!hasRecordings)('recorded exchanges (skipped where ../shared/engine-api is not there)', () => {
  it('answers what was recorded, form by form', { timeout: 300_000 }, async () => {
    const different: string[] = [];
    const unexpectedlyEqual: string[] = [];
    const played = new Set<string>();
    const errors = new Set<string>();
    for (const story of STORIES) {
      const stage = await withRecordedImages(story);
      for (const refused of stage.refusals) errors.add(lineOf(refused));
      for (const [form, differences] of stage.played) {
        played.add(form);
        if (differences.length > 0 && !(form in DIFFERENT)) different.push(`${form}\n${differences.join('\n')}`);
        if (differences.length === 0 && form in DIFFERENT) unexpectedlyEqual.push(form);
      }
    }
    console.log(`${played.size - different.length - Object.keys(DIFFERENT).length} of ${recordedForms().length} recorded forms equal`);
    expect(different).toEqual([]);
    expect(unexpectedlyEqual, 'take them off the list').toEqual([]);
    expect(recordedForms().filter((form) => !played.has(form))).toEqual([]);
    // Every error of the table was answered to some form, status and text.
    const missing = errorTable().filter(({ line }) => !errors.has(line));
    console.log(`${errorTable().length - missing.length} of ${errorTable().length} errors of errors.tsv answered`);
    expect(missing.filter(({ form }) => !(form in DIFFERENT))).toEqual([]);
  });
});
