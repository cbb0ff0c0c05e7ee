import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dockerLines } from './testing/docker-lines.ts';
import { firstComplaint } from './testing/first-complaint.ts';
import { lineFiles } from './testing/line-files.ts';
import { TwoDockers } from './testing/two-dockers.ts';

const SEED = Number(process.env['LINES_SEED'] ?? 20_261_124);
const COUNT = Number(process.env['LINES_COUNT'] ?? 700);

/** What exists on both sides before the first line. */
const SETUP = [
  ['service', 'create', '-d', '--name', 'web', '--no-resolve-image', 'nginx'],
  ['network', 'create', '-d', 'overlay', '--attachable', 'net1'],
  ['config', 'create', 'conf1', 'conf.x'],
  ['secret', 'create', 'sec1', 'conf.x'],
  ['volume', 'create', 'vol1'],
  ['run', '-d', '--name', 'c1', 'busybox', 'sleep', '1000000'],
];

const binary = spawnSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).stdout.trim();

describe('command lines', () => {
  it.skipIf(binary === '')(
    `ends ${COUNT} drawn lines as the docker binary does (skipped where there is none)`,
    { timeout: Math.max(120_000, COUNT * 500) },
    async () => {
      const two = await TwoDockers.start(binary, lineFiles, 20);
      const different: string[] = [];
      try {
        for (const words of SETUP)
          expect({ words, status: [(await two.real(words)).status, (await two.ours(words)).status] }).toEqual({ words, status: [0, 0] });
        for (const words of dockerLines(SEED, COUNT)) {
          const [real, ours] = [await two.real(words), await two.ours(words)];
          await two.level();
          const [wanted, got] = [`${real.status} ${firstComplaint(real)}`, `${ours.status} ${firstComplaint(ours)}`];
          if (wanted !== got) different.push(`docker ${words.map((word) => JSON.stringify(word)).join(' ')}\n  docker: ${wanted}\n  ours:   ${got}`);
        }
      } finally {
        await two.stop();
      }
      if (process.env['LINES_OUT']) writeFileSync(process.env['LINES_OUT'], different.join('\n'));
      expect(different).toEqual([]);
    },
  );
});
