/*
 * Compares our reading of stack files with that of the real `docker stack config`, on files that were damaged at random,
 * alone or with a second file over them. Needs the docker binary, but no engine; see mutate-stacks.mjs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stackConfigYaml } from '../docker/compose/config-yaml.ts';
import { loadStack } from '../docker/compose/load-stack.ts';

interface Answer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Random = (below: number) => number;

/** A small generator of whole numbers, so that a seed always gives the same files (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const snippets = [
  '\t',
  '"',
  "'",
  ':',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '#',
  ' #',
  '&a ',
  '*a',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '$',
  '${',
  '$$',
  '${V}',
  '${V:-5}',
  '${V?no}',
  '?',
  '? ',
  '~',
  '\\',
  '\n',
  ' ',
  '  ',
  '0',
  '-1',
  '1.5',
  'x',
];
const values = [
  'null',
  '~',
  '""',
  '0',
  '-1',
  '1.5',
  '1e3',
  '010',
  '0x1F',
  'true',
  'yes',
  '[]',
  '{}',
  '[a, a]',
  '{a: 1}',
  '"3"',
  '2001-01-01',
  'abc',
  '10s',
  '5',
  '80:80',
  '"127.0.0.1:80:80"',
  '8000-8001:80',
  '${UNSET}',
  '${UNSET:-3}',
  '50M',
  '12Q',
  '.inf',
  '|',
  '1_000',
  './x:/y:ro',
  '~/x:/y',
  'v:/x',
  '::',
  '@x',
  '!!str 5',
  '!!int x',
];
const keys = [
  'replicas',
  'image',
  'foo',
  'deploy',
  'x-foo',
  '1',
  'true',
  '~',
  'ports',
  'environment',
  'name',
  'extends',
  'mem_limit',
  'labels',
  'external',
  'mode',
  'order',
  '<<',
  'services',
  'version',
  'networks',
  'tmpfs',
  'size',
  'target',
  'published',
  'limits',
  'interval',
];

function mutate(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random(lines.length);
  const line = lines[at] ?? '';
  const pick = (words: readonly string[]): string => words[random(words.length)] ?? '';
  const pair = /^(\s*(?:- )?)([^\s:#-][^:#]*)(:\s*)(.*)$/.exec(line);
  switch (random(14)) {
    case 0: {
      const place = random(text.length + 1);
      return text.slice(0, place) + pick(snippets) + text.slice(place);
    }
    case 1: {
      const place = random(text.length + 1);
      return text.slice(0, place) + text.slice(place + 1 + random(3));
    }
    case 2:
      lines.splice(at, 1);
      break;
    case 3:
      lines.splice(random(lines.length), 0, line);
      break;
    case 4:
      lines[at] = `${' '.repeat(1 + random(3))}${line}`;
      break;
    case 5:
      lines[at] = line.replace(/^ {1,2}/, '');
      break;
    case 6:
      lines[at] = line.replace(/^( *) {2}/, '$1\t');
      break;
    case 7:
    case 8:
    case 9:
      if (pair !== null) lines[at] = `${pair[1]}${pair[2]}: ${pick(values)}`;
      else lines[at] = line.replace(/^(\s*- ).*$/, (_, dash: string) => `${dash}${pick(values)}`);
      break;
    case 10:
    case 11:
      if (pair !== null) lines[at] = `${pair[1]}${pick(keys)}${pair[3]}${pair[4]}`;
      break;
    case 12:
      lines.splice(at, 0, `${/^ */.exec(line)?.[0] ?? ''}${pick(keys)}: ${pick(values)}`);
      break;
    default:
      return lines.slice(0, at).join('\n');
  }
  return lines.join('\n');
}

/** The texts of the files of one comparison: one file, or one and another to be merged into it. */
type Texts = readonly string[];

const fileNames = ['stack.yml', 'over.yml'];

function ours(texts: Texts, folder: string): Answer {
  const result = loadStack(
    texts.map((text, index) => ({ name: fileNames[index] ?? '', text })),
    { env: { HOME: folder }, workingDir: folder, readFile: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined) },
  );
  const warnings = result.warnings.map((warning) => `level=warning msg="${warning.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n`).join('');
  if ('error' in result) return { exit: 1, stdout: '', stderr: `${warnings}${result.error.message}\n` };
  return { exit: 0, stdout: stackConfigYaml(result.config), stderr: warnings };
}

function theirs(texts: Texts, folder: string): Answer {
  const files = texts.flatMap((_, index) => ['-c', fileNames[index] ?? '']);
  const result = spawnSync('docker', ['stack', 'config', ...files], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder },
    encoding: 'utf8',
  });
  return { exit: result.status ?? -1, stdout: result.stdout, stderr: result.stderr.replace(/time="[^"]*" /g, '') };
}

function equal(a: Answer, b: Answer): boolean {
  return a.exit === b.exit && a.stdout === b.stdout && sameLines(a.stderr, b.stderr);
}

/** Warnings come in a random order from the real one. */
function sameLines(a: string, b: string): boolean {
  return a === b || (a.includes('level=warning') && a.split('\n').sort().join('\n') === b.split('\n').sort().join('\n'));
}

/** Runs `count` comparisons over the stack files of some folders; prints the first differences and the share of equal answers. */
export function compareMutations(folders: readonly string[], count: number, seed: number, show: number): number {
  const random = randomFrom(seed);
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yml'))
      .sort()
      .map((name) => join(folder, name)),
  );
  const work = mkdtempSync(join(tmpdir(), 'mutate-stacks-'));
  let same = 0;
  let shown = 0;
  for (let index = 0; index < count; index += 1) {
    const path = files[random(files.length)] ?? '';
    const source = readFileSync(path, 'utf8');
    const damaged = (): string => {
      let text = source;
      for (let rounds = 1 + random(2); rounds > 0; rounds -= 1) text = mutate(text, random);
      return text;
    };
    const texts = random(5) === 0 ? [source, damaged()] : [damaged()];
    for (const [at, text] of texts.entries()) writeFileSync(join(work, fileNames[at] ?? ''), text);
    const mine = ours(texts, work);
    let real = theirs(texts, work);
    // Of several faults the real one names one at random: it is asked again before it counts as a difference.
    for (let again = 0; again < 400 && !equal(mine, real) && mine.exit === 1 && real.exit === 1; again += 1) real = theirs(texts, work);
    if (equal(mine, real)) {
      same += 1;
      continue;
    }
    if (shown < show) {
      shown += 1;
      const kept = join(tmpdir(), `stack-difference-${seed}-${index}.yml`);
      writeFileSync(kept, texts.at(-1) ?? '');
      console.log(`${path} → ${kept}${texts.length > 1 ? ' (over the file)' : ''}`);
      console.log(`  ours: ${mine.exit} ${JSON.stringify(mine.stderr)}\n  real: ${real.exit} ${JSON.stringify(real.stderr.slice(0, 400))}`);
      if (mine.exit === 0 && real.exit === 0) {
        const [left, right] = [mine.stdout.split('\n'), real.stdout.split('\n')];
        const line = left.findIndex((own, at) => own !== right[at]);
        console.log(`  first other line: ${JSON.stringify(left[line])} / ${JSON.stringify(right[line])}`);
      }
    }
  }
  rmSync(work, { recursive: true });
  console.log(`${same} of ${count} equal (${((100 * same) / count).toFixed(2)} %), seed ${seed}`);
  return same / count;
}
