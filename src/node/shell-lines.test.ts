import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { testShell } from '../docker/shell/testing/test-shell.ts';

/** By its bare name: `$0` is what a shell was called by. */
const BASH = 'bash';

interface Outcome {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** What differs for reasons that no shell can help: where the error was, and the name of a temporary file. */
function comparable(text: string, folder: string): string {
  return text
    .replaceAll(folder, '/root')
    .replace(/^bash: (?:-c: )?line \d+: /gm, 'bash: ')
    .replace(/^bash: `[\s\S]*'\n/gm, '')
    .replace(/^(real|user|sys)\t.*/gm, '$1');
}

function inBash(line: string): Outcome {
  const folder = mkdtempSync(path.join(tmpdir(), 'shell-lines-'));
  try {
    const { status, stdout, stderr } = spawnSync(BASH, ['-c', line], {
      cwd: folder,
      input: '',
      encoding: 'utf8',
      timeout: 10_000,
      env: { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8' },
    });
    return { status: status ?? -1, output: comparable(stdout, folder), errors: comparable(stderr, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inOurs(line: string): Promise<Outcome> {
  const { run } = testShell({ '/etc/hosts': '127.0.0.1 localhost\n', '/bin/sh': '' });
  const { status, output, errors } = await run(line);
  return { status, output: comparable(output, '/root'), errors: comparable(errors, '/root') };
}

const lines = readFileSync(path.join(import.meta.dirname, 'testdata/shell-lines.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !/^# (?:Lines|One)/.test(line))
  .map((line) => line.replaceAll('⏎', '\n'));

describe.runIf(existsSync('/bin/bash'))('the shell beside bash', () => {
  it.each(lines)('%s', async (line) => {
    expect(await inOurs(line)).toEqual(inBash(line));
  });
});
