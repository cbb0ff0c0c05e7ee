import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StackConfig } from '../docker/compose/config.ts';
import { loadStack } from '../docker/compose/load-stack.ts';
import { type Course, StackOracle } from './testing/stack-oracle.ts';

const folder = path.resolve(process.cwd(), '../shared/stacks');
const binary = spawnSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).stdout.trim();
const present = binary !== '' && existsSync(folder);

/** A file that `docker stack config` takes, with what it needs beside it. */
interface Accepted {
  readonly name: string;
  readonly text: string;
  readonly config: StackConfig;
}

function acceptedFiles(): readonly Accepted[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const result = loadStack([{ name, text }], { env: { HOME: '/root' }, workingDir: '/root', readFile: () => undefined });
      return 'error' in result ? [] : [{ name, text, config: result.config }];
    });
}

/** Lines that make what a stack takes for granted: external networks, secrets and configs. */
function preparations({ config }: Accepted): readonly string[] {
  const external = (objects: ReadonlyMap<string, { readonly name: string; readonly external: { readonly external: boolean } }>): readonly string[] =>
    [...objects.values()].filter((object) => object.external.external).map((object) => object.name);
  return [
    ...external(config.networks).map((name) => `docker network create -d overlay --attachable ${name}`),
    ...external(config.secrets).map((name) => `echo x | docker secret create ${name} -`),
    ...external(config.configs).map((name) => `echo x | docker config create ${name} -`),
  ];
}

/** Names of the files of secrets and configs below the working folder. */
function filesOf({ config }: Accepted): { readonly [name: string]: string } {
  const own = [...config.secrets.values(), ...config.configs.values()].filter((object) => !object.external.external);
  return Object.fromEntries(own.filter(({ file }) => file.startsWith('/root/')).map(({ file }) => [file.slice('/root/'.length), `content of ${file}\n`]));
}

/** Docker's text without the name of the service or object, which is that of one of several at random. */
function faultOf({ status, stderr }: Course): string {
  const text = stderr
    .filter((line) => !/^(?:Since --detach|In a future|level=warning|Ignoring|$)/.test(line) && !/: (?:Setting|Exposing) /.test(line))
    .join(' ');
  return `${status} ${text
    .replace(/service \S+: (secret|config) not found: \S+/, 'service …: $1 not found: …')
    .replace(/network "[^"]*"/, 'network "…"')
    .replace(/open \S+:/, 'open …:')
    .replace(/for service \S+:/, 'for service …:')}`;
}

/** The end of a command, where one of several faults is named at random: only how it ends. */
function ending({ status, stderr, ...course }: Course): unknown {
  return status === 0 ? { status, stderr, ...course } : { status };
}

describe.skipIf(!present)('stack files found in the wild, deployed by the docker binary and by us (skipped without the binary or ../shared/stacks)', () => {
  it('ask the same of the engine, and print the same', { timeout: 300_000 }, async () => {
    const accepted = acceptedFiles();
    const oracle = await StackOracle.start(binary);
    const different: string[] = [];
    let deployed = 0;
    try {
      for (const [index, file] of accepted.entries()) {
        const stack = `st${index}`;
        oracle.write({ 'stack.yml': file.text });
        const bare = await oracle.both(['stack', 'deploy', '-c', 'stack.yml', `bare${index}`]);
        if (faultOf(bare.real) !== faultOf(bare.ours)) different.push(`${file.name}, alone: ${faultOf(bare.real)} / ${faultOf(bare.ours)}`);
        await oracle.prepare(`docker stack rm bare${index}`);
        oracle.write(filesOf(file));
        for (const line of preparations(file)) await oracle.prepare(line);
        const policy = ['always', 'changed', 'never'][index % 3] ?? '';
        const lines = [
          ['stack', 'deploy', '-c', 'stack.yml', stack],
          ['stack', 'deploy', '-d', '--prune', '--resolve-image', policy, '-c', 'stack.yml', stack],
        ];
        for (const words of lines) {
          const { real, ours } = await oracle.both(words);
          if (real.status === 0 && words === lines[0]) deployed += 1;
          if (JSON.stringify(ending(real)) === JSON.stringify(ending(ours))) continue;
          different.push(`${file.name}: ${words.join(' ')}\n  docker: ${JSON.stringify(real)}\n  ours:   ${JSON.stringify(ours)}`);
        }
        await oracle.prepare(`docker stack rm ${stack}`);
      }
    } finally {
      await oracle.stop();
    }
    expect(different).toEqual([]);
    console.log(`${accepted.length} of ${accepted.length} accepted files end alike, ${deployed} of them deployed with equal requests`);
    expect(deployed).toBeGreaterThan(25);
  });
});
