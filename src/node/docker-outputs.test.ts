import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitShellWords } from '../docker/api/parse/shell-words.ts';
import type { DockerEnd } from './testing/first-complaint.ts';
import { OneCluster } from './testing/one-cluster.ts';
import { readFiles, readLines, readSetup } from './testing/read-lines.ts';

const HOST = 'DC2-N1';

const RECENT = /\b(?:\d+ (?:seconds?|minutes)|less than a second)\b/gi;

/** Without what differs between two looks: ages of seconds or minutes (and the blanks that make room for them), Go's pointers, the order of Go's maps. */
function without(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.search(RECENT) < 0 ? line : line.replace(RECENT, 'AGE').replace(/ +/g, ' ')))
    .join('\n')
    .replace(/\b0x[0-9a-f]{6,}\b/g, '0xPOINTER')
    .replace(/^( *Runtimes: )(.*)$/m, (_, key: string, list: string) => key + list.split(' ').sort().join(' '))
    .replace(/"(Labels|Networks)":"([^"]*)"/g, (_, key: string, list: string) => `"${key}":"${list.split(',').sort().join()}"`);
}

function shown(end: DockerEnd): string {
  return `status ${end.status}\n${without(end.stdout)}${end.stderr === '' ? '' : `\nstderr:\n${without(end.stderr)}`}`;
}

const binary = spawnSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).stdout.trim();

describe('reading commands', () => {
  it.skipIf(binary === '')(
    `print what the docker binary prints of the same cluster (${readLines.length} lines; skipped where there is none)`,
    { timeout: 600_000 },
    async () => {
      const cluster = await OneCluster.start(binary, readFiles, readSetup);
      const different: string[] = [];
      try {
        for (const line of readLines) {
          const words = splitShellWords(line);
          if (!words.ok) throw new Error(`${line}: ${words.error}`);
          await cluster.level();
          const [real, ours] = [shown(await cluster.real(HOST, words.value.slice(1))), shown(await cluster.ours(HOST, words.value.slice(1)))];
          if (real !== ours) different.push(`${line}\n--- docker\n${real}\n--- ours\n${ours}\n`);
        }
      } finally {
        await cluster.stop();
      }
      if (process.env['LINES_OUT']) writeFileSync(process.env['LINES_OUT'], different.join('\n'));
      expect(different).toEqual([]);
    },
  );
});
