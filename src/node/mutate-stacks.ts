/*
 * Compares our reading of stack files with that of the real `docker stack config`, on files that were changed at random.
 * Needs the docker binary, but no engine; see mutate-stacks.mjs.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stackConfigYaml } from '../docker/compose/config-yaml.ts';
import { loadStack } from '../docker/compose/load-stack.ts';
import { type MutatedStack, mutateStack, randomFrom } from './stack-mutations.ts';

interface Answer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

const fileName = (index: number): string => `stack${index}.yml`;

function readIfThere(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw error instanceof Error && error.message.startsWith('EISDIR') ? new Error(`read ${path}: is a directory`) : error;
  }
}

/** What our loader makes of it, in the words of `docker stack config`. */
export function ourAnswer({ texts, env, skipInterpolation }: MutatedStack, folder: string): Answer {
  const result = loadStack(
    texts.map((text, index) => ({ name: fileName(index), text })),
    { env: { HOME: folder, ...env }, workingDir: folder, readFile: readIfThere, skipInterpolation },
  );
  const warnings = result.warnings.map((warning) => `level=warning msg="${warning.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n`).join('');
  if ('error' in result) return { exit: 1, stdout: '', stderr: `${warnings}${result.error.message}\n` };
  return { exit: 0, stdout: stackConfigYaml(result.config), stderr: warnings };
}

/** What the real command makes of the files in a folder. */
function realAnswer({ texts, env, skipInterpolation }: MutatedStack, folder: string): Promise<Answer> {
  const files = texts.flatMap((_, index) => ['-c', fileName(index)]);
  const flags = skipInterpolation ? ['--skip-interpolation'] : [];
  return new Promise((resolve) => {
    const child = spawn('docker', ['stack', 'config', ...flags, ...files], { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('close', (code) => {
      const stderr = Buffer.concat(err)
        .toString('utf8')
        .replace(/time="[^"]*" /g, '');
      resolve({ exit: code ?? -1, stdout: Buffer.concat(out).toString('utf8'), stderr });
    });
  });
}

function equal(a: Answer, b: Answer): boolean {
  return a.exit === b.exit && a.stdout === b.stdout && sameLines(a.stderr, b.stderr);
}

/** Warnings come in a random order from the real one. */
function sameLines(a: string, b: string): boolean {
  return a === b || (a.includes('level=warning') && a.split('\n').sort().join('\n') === b.split('\n').sort().join('\n'));
}

/** Of several faults the real one names one at random: it is asked again this often before it counts as a difference. */
const REPEATS = 300;

/** A changed stack file, and the file it was made of. */
interface Mutation {
  readonly index: number;
  readonly name: string;
  readonly stack: MutatedStack;
}

/** The `count` comparisons that a seed gives for the stack files of some folders; always the same ones. */
export function mutationsOf(folders: readonly string[], count: number, seed: number): readonly Mutation[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
  );
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const source = files[random(files.length)];
    const other = files[random(files.length)];
    return { index, name: source?.name ?? '', stack: mutateStack(source?.text ?? '', other?.text ?? '', random) };
  });
}

/** Writes the files of a comparison into a folder. */
export function writeMutation({ texts, beside }: MutatedStack, folder: string): void {
  for (const [at, text] of texts.entries()) writeFileSync(join(folder, fileName(at)), text);
  for (const [name, text] of Object.entries(beside)) writeFileSync(join(folder, name), text);
}

/** Some letters that tell answers apart, whatever folder they were made in. */
export function answerHash({ exit, stdout, stderr }: Answer, folder: string): string {
  const warnings = stderr.split('\n').sort().join('\n');
  return createHash('sha256').update(`${exit}\0${stdout}\0${warnings}`.replaceAll(folder, '$DIR')).digest('base64url').slice(0, 8);
}

/** What became of comparisons: the share that was equal, and the hash of the right answer to each, by index. */
export interface Comparison {
  readonly share: number;
  readonly hashes: readonly string[];
}

/** Runs `count` comparisons over the stack files of some folders; prints the first differences and the share of equal answers. */
export async function compareMutations(folders: readonly string[], count: number, seed: number, show: number): Promise<Comparison> {
  const jobs = [...mutationsOf(folders, count, seed)];
  const root = mkdtempSync(join(tmpdir(), 'mutate-stacks-'));
  const hashes: string[] = [];
  let same = 0;
  let shown = 0;
  const worker = async (own: string): Promise<void> => {
    mkdirSync(own);
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const { stack } = job;
      writeMutation(stack, own);
      const mine = ourAnswer(stack, own);
      let real = await realAnswer(stack, own);
      const seen = new Set([real.stderr]);
      for (let again = 0; again < REPEATS && !equal(mine, real) && mine.exit === 1 && real.exit === 1; again += 1) {
        real = await realAnswer(stack, own);
        seen.add(real.stderr);
        // One text only, time after time: it is no matter of chance.
        if (again === 90 && seen.size === 1) break;
      }
      hashes[job.index] = answerHash(real, own);
      if (equal(mine, real)) same += 1;
      else if (shown < show) {
        shown += 1;
        report(job.name, seed, job.index, stack, mine, real, own);
      }
    }
  };
  await Promise.all([worker(join(root, 'a')), worker(join(root, 'b'))]);
  rmSync(root, { recursive: true });
  console.log(`${same} of ${count} equal (${((100 * same) / count).toFixed(2)} %), seed ${seed}`);
  return { share: same / count, hashes };
}

function report(name: string, seed: number, index: number, stack: MutatedStack, mine: Answer, real: Answer, folder: string): void {
  const kept = join(tmpdir(), `stack-difference-${seed}-${index}`);
  mkdirSync(kept, { recursive: true });
  writeMutation(stack, kept);
  const flags = `${JSON.stringify(stack.env)}${stack.skipInterpolation ? ' --skip-interpolation' : ''}`;
  console.log(`${basename(name)} → ${kept} (${stack.texts.length} files) ${flags}`);
  console.log(`  ours: ${mine.exit} ${JSON.stringify(mine.stderr.replaceAll(folder, '.').slice(0, 500))}`);
  console.log(`  real: ${real.exit} ${JSON.stringify(real.stderr.replaceAll(folder, '.').slice(0, 500))}`);
  if (mine.exit !== 0 || real.exit !== 0) return;
  const [left, right] = [mine.stdout.split('\n'), real.stdout.split('\n')];
  const line = left.findIndex((own, at) => own !== right[at]);
  console.log(`  first other line: ${JSON.stringify(left[line])} / ${JSON.stringify(right[line])}`);
}
