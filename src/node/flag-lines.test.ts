import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../docker/cli/registry.ts';
import { findCommand } from '../docker/cli/run-docker.ts';
import { docker, noEngine } from '../docker/cli/testing/answering-engine.ts';
import { firstComplaint } from './testing/first-complaint.ts';
import { flagLines } from './testing/flag-lines.ts';
import { lineFiles } from './testing/line-files.ts';

/** What docker 28.2.2 said of each line where no engine runs: written by this test when FLAGS_RECORD is set. */
const recorded = path.join(import.meta.dirname, 'testdata/flag-verdicts.tsv');

/** The flags were taken: docker went on and looked for its engine (or does here what only a machine can). */
const WENT_ON = '→';

function verdict(status: number, stdout: string, stderr: string): string {
  const text = firstComplaint({ status, stdout, stderr });
  if (/^(?:docker: |x: |could not fetch unlock key: )?Cannot connect to the Docker daemon/.test(text) || / is not part of this playground$/.test(text))
    return WENT_ON;
  return `${status}\t${text}`;
}

const words = (line: readonly string[]): string => line.map((word) => JSON.stringify(word)).join(' ');

/** A folder with the files that values name, in which the binary runs. */
class Binary {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'swarmarium-flags-'));

  constructor(private readonly file: string) {
    for (const [name, text] of Object.entries(lineFiles)) writeFileSync(path.join(this.folder, name), text);
  }

  async verdict(line: readonly string[]): Promise<string> {
    const child = spawn(this.file, line, {
      cwd: this.folder,
      env: { PATH: '/usr/bin:/bin', HOME: this.folder, DOCKER_HOST: 'unix:///nowhere.sock' },
      stdio: ['ignore', 'pipe', 'pipe'],
      argv0: 'docker',
    });
    const outputs = ['', ''];
    for (const [index, stream] of [child.stdout, child.stderr].entries()) {
      stream.on('data', (data: Buffer) => {
        outputs[index] += data.toString('utf8');
      });
    }
    const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
    const local = (text = ''): string => text.split(this.folder).join('/root');
    return verdict(status, local(outputs[0]), local(outputs[1]));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function ours(line: readonly string[]): Promise<string> {
  const { status, out, err } = await docker(noEngine, line, {
    files: lineFiles,
    folders: ['.'],
    now: Date.now(),
    env: { DOCKER_HOST: 'unix:///nowhere.sock' },
  });
  return verdict(status, out, err);
}

const binary = spawnSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).stdout.trim();
const readRecorded = (): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(recorded, 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => [row.slice(0, row.indexOf('\t')), row.slice(row.indexOf('\t') + 1)]),
  );

describe('every flag of every command, alone', () => {
  if (process.env['FLAGS_RECORD'] !== undefined) {
    it('is recorded', { timeout: 3_600_000 }, async () => {
      const real = new Binary(binary);
      const rows: string[] = [];
      for (const line of flagLines()) rows.push(`${words(line)}\t${await real.verdict(line)}`);
      real.remove();
      writeFileSync(recorded, `${rows.join('\n')}\n`);
    });
  }

  it('is taken and refused as docker does, with its words', { timeout: 60_000 }, async () => {
    const wanted = readRecorded();
    const different: string[] = [];
    for (const line of flagLines()) {
      const [docker28 = '', own] = [wanted.get(words(line)), await ours(line)];
      // What only a machine can do (build, save …) takes its flags and goes no further here.
      const hasBody = commands[findCommand(line).node.body] !== undefined;
      if (docker28 !== own && (hasBody || docker28.startsWith('125') || own.startsWith('125')))
        different.push(`docker ${words(line)}\n  docker: ${docker28}\n  ours:   ${own}`);
    }
    if (process.env['LINES_OUT']) writeFileSync(process.env['LINES_OUT'], different.join('\n'));
    expect(different).toEqual([]);
  });

  it.skipIf(binary === '')('is recorded as the binary here does it (a sample; skipped where there is none)', { timeout: 60_000 }, async () => {
    expect(existsSync(recorded)).toBe(true);
    const wanted = readRecorded();
    const lines = flagLines();
    const real = new Binary(binary);
    for (let index = 0; index < lines.length; index += Math.ceil(lines.length / 25)) {
      const line = lines[index] ?? [];
      expect([words(line), await real.verdict(line)]).toEqual([words(line), wanted.get(words(line))]);
    }
    real.remove();
  });
});
