import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createShell } from '../../docker/shell/create-shell.ts';
import { moreRoutes } from '../../engine/more-routes.ts';
import { Run } from '../../run/run.ts';
import { numberedHosts } from '../../run/scenario.ts';
import { EngineDoors } from '../engine-doors.ts';
import { nodeTurn } from '../node-turn.ts';
import type { DockerEnd } from './first-complaint.ts';

/** Longer than any reading line may take, in milliseconds. */
const PATIENCE_MS = 8000;
/** After so long a line is taken to wait for the cluster's time, which then goes on. */
const SLOW_MS = 500;
/** How far back the cluster begins, so that ages do not change while they are compared: an hour and ten minutes. */
const AGO_MS = 70 * 60_000;

/** One cluster that both the docker binary, over its sockets, and our own command line look at. Time stands still while they only look. */
export class OneCluster {
  private constructor(
    private readonly binary: string,
    private readonly folder: string,
    private readonly run: Run,
    private readonly doors: EngineDoors,
    private readonly epochMs: number,
  ) {}

  /** @param setup shell lines typed on DC2-N1, one after the other, with time for their effects */
  static async start(binary: string, files: { readonly [name: string]: string }, setup: readonly string[]): Promise<OneCluster> {
    const folder = mkdtempSync(path.join(tmpdir(), 'swarmarium-reads-'));
    mkdirSync(path.join(folder, 'root'));
    const epochMs = Date.now() - AGO_MS;
    const run = new Run(
      { title: 'reads', seed: 'reads', epochMs, hosts: numberedHosts(4), swarm: { managers: 2, workers: 2 }, registry: 'simulated', setup: [] },
      { turn: nodeTurn, loadShell: async () => ({ createShell }), engineRoutes: moreRoutes },
    );
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(path.join(folder, 'root', name), text);
      run.writeFile(`/root/${name}`, text);
    }
    for (const line of setup) {
      let said = '';
      const sink = { write: (text: string) => void (said += text) };
      const status = await run.execute('DC2-N1', line, { stdout: sink, stderr: sink });
      if (status !== 0) throw new Error(`${line}\n${said}`);
      await run.advance(run.now + 8000);
    }
    await run.advance(Date.now() - epochMs);
    const doors = new EngineDoors(run, (host) => ({ path: path.join(folder, `${host}.sock`) }));
    await doors.enqueue(async () => undefined);
    return new OneCluster(binary, folder, run, doors, epochMs);
  }

  /** Brings the cluster to the moment that the binary's clock shows. */
  async level(): Promise<void> {
    await this.doors.enqueue(() => this.run.advance(Math.max(this.run.now, Date.now() - this.epochMs)));
  }

  /** Runs a line of docker with the binary, as on that host. */
  async real(host: string, words: readonly string[]): Promise<DockerEnd> {
    const socket = `unix://${path.join(this.folder, `${host}.sock`)}`;
    const root = path.join(this.folder, 'root');
    const child = spawn(this.binary, words, {
      cwd: root,
      env: { PATH: '/usr/bin:/bin', HOME: root, DOCKER_HOST: socket },
      stdio: ['ignore', 'pipe', 'pipe'],
      argv0: 'docker',
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      stdout += data;
    });
    child.stderr.setEncoding('utf8').on('data', (data: string) => {
      stderr += data;
    });
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    // What measures (stats) waits for time to pass.
    const time = setInterval(() => void this.doors.enqueue(() => this.run.advance(this.run.now + SLOW_MS)), SLOW_MS);
    const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
    clearTimeout(patience);
    clearInterval(time);
    const local = (text: string): string => text.split(socket).join('unix:///var/run/docker.sock').split(root).join('/root');
    return { status, stdout: local(stdout), stderr: local(stderr) };
  }

  /** The same with our own command line. */
  async ours(host: string, words: readonly string[]): Promise<DockerEnd> {
    let [stdout, stderr] = ['', ''];
    const quoted = words.map((word) => `'${word.replace(/'/g, `'\\''`)}'`).join(' ');
    const before = this.run.now;
    const status = await this.doors.enqueue(() =>
      this.run.execute(host, `DOCKER_HOST=unix:///var/run/docker.sock docker ${quoted}`, {
        stdout: { write: (text) => void (stdout += text) },
        stderr: { write: (text) => void (stderr += text) },
      }),
    );
    // A shell lets a moment pass now and then; a command that only reads needs none but to measure.
    if (this.run.now > before + 2000) throw new Error(`docker ${quoted} took ${this.run.now - before} ms of the cluster's time`);
    return { status, stdout, stderr };
  }

  async stop(): Promise<void> {
    await this.doors.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
