// Compares our reading of changed stack files with the real `docker stack config`:
//
//     node src/node/mutate-stacks.mjs [--record] [COUNT [SEED [FOLDER …]]]
//
// Status 0 when at least 99 of 100 answers are equal. With --record what the binary answered is kept for
// mutations.test.ts. Without the docker binary there is nothing to compare with.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const record = process.argv.includes('--record');
const [count = '1000', seed = '1', ...folders] = process.argv.slice(2).filter((word) => word !== '--record');
if (spawnSync('docker', ['--version']).status !== 0) {
  console.log('no docker binary here: nothing to compare with');
  process.exit(0);
}
const own = join(root, 'src/docker/compose/testdata');
const corpus = resolve(root, '../shared/stacks');
const sources = folders.length > 0 ? folders : [own, ...(existsSync(corpus) ? [corpus] : [])];
const { module } = await runnerImport(join(root, 'src/node/mutate-stacks.ts'), { root, logLevel: 'error' });
const { share, hashes } = await module.compareMutations(sources, Number(count), Number(seed), 20);
if (record) writeFileSync(join(root, 'src/node/testdata/mutations.json'), `${JSON.stringify({ seed: Number(seed), hashes: hashes.join(' ') }, null, 2)}\n`);
process.exitCode = share >= 0.99 ? 0 : 1;
