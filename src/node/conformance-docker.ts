import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createShell } from '../docker/shell/create-shell.ts';
import { Run } from '../run/run.ts';
import { numberedHosts, parseSwarmShape } from '../run/scenario.ts';
import { TRANSCRIPT_REST } from '../run/settle.ts';
import { serveEngine } from './engine-http.ts';
import { parseTranscript } from './transcript.ts';

const FAULTS = { stop: 'engine-stop', start: 'engine-start', cut: 'cut', heal: 'heal' } as const;
const DISTURBING = /\bdocker (?:swarm (?:leave|unlock)\b|node demote\b|node update .*--role[ =]worker|swarm init .*--force-new-cluster)/;
const FIRST_PORT = 24_100;
/** Virtual milliseconds per wall millisecond while the binary runs: it polls in wall time. */
const SPEED = 25;

/** Replays a transcript's script with the real `docker` binary against our engines; answers the transcript. */
async function replayWithBinary(file: string): Promise<string> {
  const { header, steps } = parseTranscript(readFileSync(file, 'utf8'));
  const shape = header['swarm'] === undefined || header['swarm'] === 'none' ? undefined : parseSwarmShape(header['swarm']);
  const run = new Run(
    { title: header['title'] ?? '', seed: header['title'] ?? '', epochMs: Date.now(), hosts: numberedHosts(Number(header['hosts'] ?? 1)), swarm: shape, registry: 'offline', setup: [] },
    { turn: () => new Promise((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) },
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'swarmarium-docker-'));
  const names = run.cluster.hosts().map((host) => host.spec.name);
  let work: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(task: () => Promise<T>): Promise<T> => {
    const next = work.then(task);
    work = next.catch(() => {});
    return next;
  };
  const servers = new Map<string, Server>();
  const follow = async (): Promise<void> => {
    for (const [i, name] of names.entries()) {
      const up = run.engineOf(name) !== undefined;
      const server = servers.get(name);
      if (up && !server) {
        const opened = serveEngine({ port: FIRST_PORT + i, engine: () => run.engineOf(name), touch: () => void enqueue(() => run.advance(run.now)) });
        servers.set(name, opened);
        await new Promise<void>((resolve, reject) => {
          opened.once('error', reject);
          opened.listen(path.join(folder, `${name}.sock`), resolve);
        });
      } else if (!up && server) {
        servers.delete(name);
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    }
  };
  const shell = async (host: string, line: string): Promise<string> => {
    const child = spawn('sh', ['-c', line], {
      cwd: path.join(folder, 'root'),
      env: { PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: folder, ENGINE: path.join(folder, `${host}.sock`), DOCKER_CONFIG: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (data: Buffer): void => {
      output += data.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    let status: number | undefined;
    child.on('close', (code) => {
      status = code ?? 1;
    });
    for (let last = performance.now(); status === undefined; ) {
      await new Promise((resolve) => setTimeout(resolve, 4));
      const now = performance.now();
      const stretch = Math.round(Math.min(100, now - last) * SPEED);
      last = now;
      await enqueue(() => run.advance(run.now + stretch));
    }
    if (DISTURBING.test(line)) run.settling.disturbed();
    // The engine's address is the only thing that a wrapped binary shows differently.
    output = output.split(`unix://${path.join(folder, `${host}.sock`)}`).join('unix:///var/run/docker.sock');
    if (output !== '' && !output.endsWith('\n')) output += '\n';
    return status === 0 ? output : `${output}[exit ${status}]\n`;
  };
  let transcript = Object.entries(header).map(([key, value]) => `# ${key}: ${value}\n`).join('');
  try {
    mkdirSync(path.join(folder, 'root'));
    mkdirSync(path.join(folder, 'bin'));
    const wrapper = path.join(folder, 'bin/docker');
    writeFileSync(wrapper, `#!/bin/sh\nDOCKER_HOST=unix://$ENGINE exec ${dockerPath()} "$@"\n`);
    chmodSync(wrapper, 0o755);
    await follow();
    const variables = new Map<string, string>();
    const replaced = (command: string): string => command.replace(/\$([A-Z][A-Z0-9_]*)/g, (whole, name: string) => variables.get(name) ?? whole);
    for (const step of steps) {
      if (step.kind === 'command') transcript += `\n${step.line}\n${await shell(step.host, replaced(step.command))}`;
      else if (step.kind === 'let') variables.set(step.name, (await shell(step.host, replaced(step.command))).trim());
      else if (step.kind === 'file') writeFileSync(path.join(folder, 'root', step.name), step.text);
      else {
        transcript += `\n${step.line}\n`;
        await enqueue(async () => {
          if (step.kind === 'settle') await run.settling.settle((until) => run.advance(until), TRANSCRIPT_REST);
          else if (step.kind === 'wait') await run.advance(run.now + step.ms);
          else await run.input({ kind: 'fault', fault: FAULTS[step.action], host: step.host });
        });
        await follow();
      }
    }
  } finally {
    for (const server of servers.values()) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return transcript;
}

function dockerPath(): string {
  return spawnSync('sh', ['-c', 'command -v docker'], { encoding: 'utf8' }).stdout.trim();
}

interface CompareModule {
  parse(text: string): unknown;
  compareCases(golden: unknown, actual: unknown): { readonly mod: string; readonly equal: boolean; readonly report: readonly string[]; readonly it: { readonly line: number; readonly cmd: string; readonly host: string } }[];
}

async function main(): Promise<void> {
  if (dockerPath() === '') {
    console.log('skipped: there is no docker binary on this machine');
    return;
  }
  const root = path.resolve(path.dirname(process.argv[1] as string), '../../..');
  const given = process.argv.slice(2).filter((argument) => argument !== '-q');
  const quiet = process.argv.includes('-q');
  const compare = (await import(path.join(root, 'src/node/testdata/compare.mjs'))) as CompareModule;
  const files = (given.length > 0 ? given : [path.join(root, 'src/node/testdata/cases')]).flatMap((entry) =>
    statSync(entry).isDirectory() ? readdirSync(entry).filter((name) => name.endsWith('.t')).sort().map((name) => path.join(entry, name)) : [entry],
  );
  let commands = 0;
  let equal = 0;
  for (const file of files) {
    const results = compare.compareCases(compare.parse(readFileSync(file, 'utf8')), compare.parse(await replayWithBinary(file))).filter((result) => result.mod !== 'loose');
    const same = results.filter((result) => result.equal).length;
    commands += results.length;
    equal += same;
    if (!quiet)
      for (const result of results.filter((r) => !r.equal)) console.log(`\n--- ${path.basename(file)}:${result.it.line}\n    [${result.it.host}]$ ${result.it.cmd}\n    ${result.report.join('\n    ')}`);
    console.log(`${same === results.length ? 'ok  ' : 'DIFF'} ${path.basename(file)}: ${results.length} commands, ${same} equal`);
  }
  console.log(`${commands} commands, ${equal} equal`);
  process.exitCode = commands === equal ? 0 : 1;
}

await main();
process.exit();
