import { describe, expect, it } from 'vitest';
import { withRecordedImages } from './testing/recorded/recorded-images.ts';
import { hasRecordings, recordedForms } from './testing/recorded/recording.ts';
import { STORIES } from './testing/recorded/stories/index.ts';

/** Forms that we answer differently. */
const DIFFERENT = ['swarm.ca.rotate'];
/** How many forms no story plays yet. */
const NOT_PLAYED = 208;

describe.skipIf(!hasRecordings)('recorded exchanges (skipped where ../shared/engine-api is not there)', () => {
  it('answers what was recorded, form by form', { timeout: 300_000 }, async () => {
    const different: string[] = [];
    const played = new Set<string>();
    for (const story of STORIES) {
      for (const [form, differences] of (await withRecordedImages(story)).played) {
        played.add(form);
        if (differences.length > 0 && !DIFFERENT.includes(form)) different.push(`${form}\n${differences.join('\n')}`);
      }
    }
    const notPlayed = recordedForms().filter((form) => !played.has(form));
    console.log(`${played.size - different.length - DIFFERENT.length} of ${recordedForms().length} recorded forms equal, ${notPlayed.length} not played`);
    expect(different).toEqual([]);
    expect(notPlayed.length).toBe(NOT_PLAYED);
  });
});
