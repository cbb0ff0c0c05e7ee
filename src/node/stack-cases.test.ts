import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerHash, ourAnswer, writeMutation } from './mutate-stacks.ts';
import type { MutatedStack } from './stack-mutations.ts';

/** A stack of our own, and some letters of what `docker stack config` (28.2) answered to it. */
interface StackCase extends Partial<MutatedStack> {
  readonly name: string;
  readonly texts: readonly string[];
  readonly answer: string;
}

/** Whole numbers beyond 2^53 lose their last digits here. */
const known = ['deploy replicas: 18446744073709551615', 'deploy replicas: 18446744073709551616'];

describe('every key, form, operator and merge of a stack file', () => {
  it('is answered as the docker binary answered it', () => {
    const cases = JSON.parse(readFileSync(path.join(process.cwd(), 'src/node/testdata/stack-cases.json'), 'utf8')) as StackCase[];
    const root = mkdtempSync(path.join(tmpdir(), 'stack-cases-'));
    const different = cases.filter(({ texts, env = {}, beside = {}, skipInterpolation = false, answer }, index) => {
      const folder = path.join(root, String(index));
      mkdirSync(folder);
      const stack = { texts, env, beside, skipInterpolation };
      writeMutation(stack, folder);
      return answerHash(ourAnswer(stack, folder), folder) !== answer;
    });
    rmSync(root, { recursive: true });
    console.log(`${cases.length - different.length} of ${cases.length} stacks of our own are answered as by docker`);
    expect(different.map(({ name }) => name)).toEqual(known);
  });
});
