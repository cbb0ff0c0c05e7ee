import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { moreRoutes } from '../engine/more-routes.ts';
import { COMMAND_MS } from '../run/replay-transcript.ts';
import { Run } from '../run/run.ts';
import { numberedHosts, parseSwarmShape } from '../run/scenario.ts';
import { TRANSCRIPT_REST } from '../run/settle.ts';
import { FAULTS, parseTranscript } from '../run/transcript.ts';
import { EngineDoors } from './engine-doors.ts';
import { keepTime } from './keep-time.ts';
import { nodeTurn } from './node-turn.ts';

const USAGE = 'usage: npm run conformance:docker -- [-q] [-j N] [--speed X] [--keep FOLDER] [FILE.t | FOLDER]…';

/**
 * How often a file is typed while it differs: the binary's requests come at wall time, so that an object can change between the
 * request that reads it and the one that writes it (`update out of sequence`), as with a real engine.
 */
const MOST_TRIES = 3;

/** What `docker context ls` says of the variable that leads the binary to our engine. */
const TOLD_AN_ENGINE = /^Warning: DOCKER_HOST environment variable overrides the active context\. .*\n/m;

/** Replays a transcript's script with the real `docker` binary against our engines; answers the transcript. */
async function replayWithBinary(file: string, docker: string, speed: number): Promise<string> {
  const { header, steps } = parseTranscript(readFileSync(file, 'utf8'));
  const shape = header['swarm'] === undefined || header['swarm'] === 'none' ? undefined : parseSwarmShape(header['swarm']);
  const hosts = numberedHosts(Number(header['hosts'] ?? 1));
  // The binary counts ages from this machine's clock.
  const run = new Run(
    { title: header['title'] ?? '', seed: header['title'] ?? '', epochMs: Date.now(), hosts, swarm: shape, registry: 'offline', setup: [] },
    { turn: nodeTurn, loadShell: () => Promise.reject(new Error('lines are run by the shell of this machine')), engineRoutes: moreRoutes },
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'swarmarium-docker-'));
  const socket = (host: string): string => path.join(folder, `${host}.sock`);
  const doors = new EngineDoors(run, (host) => ({ path: socket(host) }));

  const shell = async (host: string, line: string): Promise<string> => {
    const child = spawn('sh', ['-c', line], {
      cwd: path.join(folder, 'root'),
      env: { PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: folder, ENGINE: `unix://${socket(host)}`, DOCKER_CONFIG: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (data: Buffer): void => {
      output += data.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const typed = run.now;
    const stopTime = keepTime(run, doors, speed);
    const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
    stopTime();
    await doors.enqueue(() => run.advance(Math.max(run.now, typed + COMMAND_MS)));
    // That it was told an engine, and which, is the only thing that a wrapped binary shows differently.
    output = output
      .split(`unix://${socket(host)}`)
      .join('unix:///var/run/docker.sock')
      .replace(TOLD_AN_ENGINE, '');
    if (output !== '' && !output.endsWith('\n')) output += '\n';
    return status === 0 ? output : `${output}[exit ${status}]\n`;
  };

  let transcript = Object.entries(header)
    .map(([key, value]) => `# ${key}: ${value}\n`)
    .join('');
  try {
    mkdirSync(path.join(folder, 'root'));
    mkdirSync(path.join(folder, 'bin'));
    // A binary of its own name, so that its texts are those of `docker`; the address is no part of the command line.
    const wrapper = path.join(folder, 'bin/docker');
    writeFileSync(wrapper, `#!/bin/sh\nDOCKER_HOST="$ENGINE" exec '${docker}' "$@"\n`);
    chmodSync(wrapper, 0o755);
    await doors.enqueue(async () => undefined);
    const variables = new Map<string, string>();
    const replaced = (command: string): string => command.replace(/\$([A-Z][A-Z0-9_]*)/g, (whole, name: string) => variables.get(name) ?? whole);
    for (const step of steps) {
      if (step.kind === 'command') transcript += `\n${step.line}\n${await shell(step.host, replaced(step.command))}`;
      else if (step.kind === 'let') variables.set(step.name, (await shell(step.host, replaced(step.command))).trim());
      else if (step.kind === 'file') writeFileSync(path.join(folder, 'root', step.name), step.text);
      else {
        transcript += `\n${step.line}\n`;
        await doors.enqueue(async () => {
          if (step.kind === 'settle') await run.settling.settle((until) => run.advance(until), TRANSCRIPT_REST);
          else if (step.kind === 'wait') await run.advance(run.now + step.ms);
          else await run.input({ kind: 'fault', fault: FAULTS[step.action], host: step.host });
        });
      }
    }
  } finally {
    await doors.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return transcript;
}

interface CompareModule {
  parse(text: string): unknown;
  compareCases(golden: unknown, actual: unknown): readonly Compared[];
}

interface Compared {
  readonly mod: string;
  readonly equal: boolean;
  readonly report: readonly string[];
  readonly it: { readonly line: number; readonly cmd: string; readonly host: string };
}

/** Files whose commands are known to print something else with the binary, and why (testdata/binary-differences.json). */
interface Ledger {
  readonly different: { readonly [file: string]: { readonly commands: number; readonly why: string } };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quiet: { type: 'boolean', short: 'q' },
      jobs: { type: 'string', short: 'j', default: '8' },
      speed: { type: 'string', default: '1' },
      keep: { type: 'string' },
    },
  });
  const [jobs, speed] = [Number(values.jobs), Number(values.speed)];
  if (!(jobs >= 1) || !(speed > 0)) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const docker = spawnSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).stdout.trim();
  if (docker === '') {
    console.log('skipped: there is no docker binary on this machine');
    return;
  }
  const testdata = path.join(path.dirname(process.argv[1] as string), '../../../src/node/testdata');
  const compare = (await import(path.join(testdata, 'compare.mjs'))) as CompareModule;
  const ledger = JSON.parse(readFileSync(path.join(testdata, 'binary-differences.json'), 'utf8')) as Ledger;
  const files = (positionals.length > 0 ? positionals : [path.join(testdata, 'cases')]).flatMap((entry) =>
    statSync(entry).isDirectory()
      ? readdirSync(entry)
          .filter((name) => name.endsWith('.t'))
          .sort()
          .map((name) => path.join(entry, name))
      : [entry],
  );
  let commands = 0;
  let equal = 0;
  let unexplained = 0;
  // Most of a replay's time is the binary's own waiting, so that many go on beside each other.
  const waiting = files.map((file) => ({ file, results: undefined as Promise<readonly Compared[]> | undefined }));
  const typeFile = async (file: string): Promise<readonly Compared[]> => {
    const actual = await replayWithBinary(file, docker, speed);
    if (values.keep !== undefined) writeFileSync(path.join(values.keep, path.basename(file)), actual);
    return compare.compareCases(compare.parse(readFileSync(file, 'utf8')), compare.parse(actual)).filter(({ mod }) => mod !== 'loose');
  };
  let next = 0;
  const start = (): void => {
    const entry = waiting[next++];
    if (!entry) return;
    entry.results = typeFile(entry.file);
    entry.results.then(start, start);
  };
  for (let job = 0; job < jobs; job++) start();
  for (const entry of waiting) {
    while (!entry.results) await new Promise((resolve) => setTimeout(resolve, 20));
    let results = await entry.results;
    const known = ledger.different[path.basename(entry.file)];
    const isOpen = (): boolean => results.filter((result) => !result.equal).length > (known?.commands ?? 0);
    let tries = 1;
    for (; tries < MOST_TRIES && isOpen(); tries++) results = await typeFile(entry.file);
    const same = results.filter((result) => result.equal).length;
    commands += results.length;
    equal += same;
    unexplained += Math.max(0, results.length - same - (known?.commands ?? 0));
    if (!values.quiet) {
      for (const { it, report } of results.filter((result) => !result.equal)) {
        console.log(`\n--- ${path.basename(entry.file)}:${it.line}\n    [${it.host}]$ ${it.cmd}\n    ${report.join('\n    ')}`);
      }
    }
    console.log(
      `${same === results.length ? 'ok  ' : 'DIFF'} ${path.basename(entry.file)}: ${results.length} commands, ${same} equal${tries > 1 ? `, typed ${tries} times` : ''}${known ? ` (${known.why})` : ''}`,
    );
  }
  console.log(`${commands} commands, ${equal} equal`);
  process.exitCode = unexplained === 0 ? 0 : 1;
}

await main();
process.exit();
