import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stackConfigYaml } from './config-yaml.ts';
import { loadStack } from './load-stack.ts';

/** Stack files from public repositories, and what the real CLI makes of each, lie beside the project where they are present. */
const folder = resolve(process.cwd(), '../shared/stacks');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yml')) : [];

interface Recorded {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Every text seen, where the CLI names one of several faults at random. */
  readonly stderrAny?: readonly string[];
}

function answer(name: string): Recorded {
  const result = loadStack([{ name, text: readFileSync(`${folder}/${name}`, 'utf8') }], {
    env: { HOME: '/empty' },
    workingDir: folder,
    readFile: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  });
  const warnings = result.warnings.map((warning) => `time="$TIME" level=warning msg="${warning.replaceAll('"', '\\"')}"\n`).join('');
  const raw =
    'error' in result
      ? { exit: 1, stdout: '', stderr: `${warnings}${result.error.message}\n` }
      : { exit: 0, stdout: stackConfigYaml(result.config), stderr: warnings };
  return { ...raw, stdout: raw.stdout.replaceAll(folder, '$DIR'), stderr: raw.stderr.replaceAll(folder, '$DIR') };
}

describe.skipIf(names.length === 0)('stack files found in the wild (skipped where ../shared/stacks is absent)', () => {
  it.each(names)('%s', (name) => {
    const recorded = JSON.parse(readFileSync(`${folder}/expected/${name.replace(/\.yml$/, '.json')}`, 'utf8')) as Recorded;
    const ours = answer(name);
    expect([ours.exit, ours.stdout]).toEqual([recorded.exit, recorded.stdout]);
    expect(recorded.stderrAny ?? [recorded.stderr]).toContain(ours.stderr);
  });
});
