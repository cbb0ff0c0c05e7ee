import { readFileSync } from 'node:fs';
import { replayTranscript } from './replay-transcript.ts';

const file = process.argv[2];
if (file === undefined) {
  console.error('usage: npm run --silent replay -- FILE');
  process.exitCode = 2;
} else {
  await replayTranscript(readFileSync(file, 'utf8'), (text) => process.stdout.write(text));
}
