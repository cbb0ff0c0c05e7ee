import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createShell } from '../docker/shell/create-shell.ts';
import { answerPlan } from '../run/answer-plan.ts';
import { replayTranscript } from '../run/replay-transcript.ts';
import type { RunServices } from '../run/run.ts';
import { nodeTurn } from './node-turn.ts';

const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true });
const [file] = positionals;
if (file === undefined) {
  console.error('usage: npm run --silent replay -- [--seed TEXT] FILE');
  process.exitCode = 2;
} else {
  const services: RunServices = {
    turn: nodeTurn,
    loadShell: async () => ({ createShell }),
    plan: (run, request) => answerPlan(run, request, services),
  };
  await replayTranscript(readFileSync(file, 'utf8'), (text) => process.stdout.write(text), services, values.seed);
}
