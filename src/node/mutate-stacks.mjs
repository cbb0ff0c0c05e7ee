// Compares our reading of damaged stack files with the real `docker stack config`:
//
//     node src/node/mutate-stacks.mjs [COUNT [SEED [FOLDER …]]]
//
// Status 0 when at least 99 of 100 answers are equal. Without the docker binary there is nothing to compare with.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [count = '1000', seed = '1', ...folders] = process.argv.slice(2);
if (spawnSync('docker', ['--version']).status !== 0) {
  console.log('no docker binary here: nothing to compare with');
  process.exit(0);
}
const corpus = resolve(root, '../shared/stacks');
const sources = folders.length > 0 ? folders : [join(root, 'src/docker/compose/testdata'), ...(existsSync(corpus) ? [corpus] : [])];
const { module } = await runnerImport(join(root, 'src/node/mutate-stacks.ts'), { root, logLevel: 'error' });
process.exitCode = (await module.compareMutations(sources, Number(count), Number(seed), 20)) >= 0.99 ? 0 : 1;
