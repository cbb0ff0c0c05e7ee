import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { replayTranscript } from './replay-transcript.ts';

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
const [file] = positionals;
if (file === undefined) {
  console.error('usage: npm run --silent replay -- [--seed TEXT] FILE');
  process.exitCode = 2;
} else {
  await replayTranscript(readFileSync(file, 'utf8'), (text) => process.stdout.write(text), values.seed);
}
