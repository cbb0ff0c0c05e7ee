import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerHash, compareMutations, mutationsOf, ourAnswer, writeMutation } from './mutate-stacks.ts';

const root = process.cwd();
const corpus = path.resolve(root, '../shared/stacks');
const folders = [path.join(root, 'src/docker/compose/testdata'), corpus];
const binary = spawnSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).stdout.trim();

describe.skipIf(!existsSync(corpus))('changed stack files (skipped where ../shared/stacks is absent)', () => {
  it('are answered as the docker binary once answered them', () => {
    const recorded = JSON.parse(readFileSync(path.join(root, 'src/node/testdata/mutations.json'), 'utf8')) as {
      readonly seed: number;
      readonly hashes: string;
    };
    const hashes = recorded.hashes.split(' ');
    const folder = mkdtempSync(path.join(tmpdir(), 'mutations-'));
    const different: string[] = [];
    for (const { index, name, stack } of mutationsOf(folders, hashes.length, recorded.seed)) {
      writeMutation(stack, folder);
      if (answerHash(ourAnswer(stack, folder), folder) !== hashes[index]) different.push(`${index} ${name}`);
    }
    rmSync(folder, { recursive: true });
    console.log(`${hashes.length - different.length} of ${hashes.length} changed stack files are answered as by docker`);
    expect(different).toEqual([]);
  });

  it.skipIf(binary === '')('are answered as by the docker binary here (skipped where there is none)', { timeout: 120_000 }, async () => {
    expect((await compareMutations(folders, 60, 20_261_124, 5)).share).toBe(1);
  });
});
