import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dockerLines } from './testing/docker-lines.ts';
import { type DockerEnd, TwoDockers } from './testing/two-dockers.ts';

const SEED = Number(process.env['LINES_SEED'] ?? 20_261_124);
const COUNT = Number(process.env['LINES_COUNT'] ?? 700);

/** How many of the drawn lines end in another way: to be none. */
const KNOWN_DIFFERENT = 38;

const STACK = 'services:\n  web:\n    image: nginx\n';
const FILES = { 'stack.yml': STACK, 'vars.env': 'A=1\nB\n', 'conf.x': 'text\n' };

/** What exists on both sides before the first line. */
const SETUP = [
  ['service', 'create', '-d', '--name', 'web', '--no-resolve-image', 'nginx'],
  ['network', 'create', '-d', 'overlay', '--attachable', 'net1'],
  ['config', 'create', 'conf1', 'conf.x'],
  ['secret', 'create', 'sec1', 'conf.x'],
  ['volume', 'create', 'vol1'],
  ['run', '-d', '--name', 'c1', 'busybox', 'sleep', '1000000'],
];

/** The first line of what went wrong, without what differs between two runs. */
function complaint(end: DockerEnd): string {
  const text = end.stderr !== '' ? end.stderr : end.status === 0 ? '' : end.stdout;
  return (text.split('\n')[0] ?? '')
    .replace(/\b[0-9a-f]{64}\b|\b[0-9a-z]{25}\b|\b[0-9a-f]{12}\b/g, '<id>')
    .replace(/time="[^"]*"/g, 'time=""')
    .trimEnd();
}

const binary = spawnSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).stdout.trim();

describe('command lines', () => {
  it.skipIf(binary === '')(
    `ends ${COUNT} drawn lines as the docker binary does (skipped where there is none)`,
    { timeout: Math.max(120_000, COUNT * 500) },
    async () => {
      const two = await TwoDockers.start(binary, FILES, 20);
      const different: string[] = [];
      try {
        for (const words of SETUP)
          expect({ words, status: [(await two.real(words)).status, (await two.ours(words)).status] }).toEqual({ words, status: [0, 0] });
        for (const words of dockerLines(SEED, COUNT)) {
          const [real, ours] = [await two.real(words), await two.ours(words)];
          await two.level();
          const [wanted, got] = [`${real.status} ${complaint(real)}`, `${ours.status} ${complaint(ours)}`];
          if (wanted !== got) different.push(`docker ${words.map((word) => JSON.stringify(word)).join(' ')}\n  docker: ${wanted}\n  ours:   ${got}`);
        }
      } finally {
        await two.stop();
      }
      if (process.env['LINES_OUT']) writeFileSync(process.env['LINES_OUT'], different.join('\n'));
      if (different.length > KNOWN_DIFFERENT) expect(different).toEqual([]);
    },
  );
});
