import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createShell } from '../../docker/shell/create-shell.ts';
import { moreRoutes } from '../../engine/more-routes.ts';
import { Run } from '../../run/run.ts';
import { numberedHosts } from '../../run/scenario.ts';
import { EngineDoors } from '../engine-doors.ts';
import { keepTime } from '../keep-time.ts';
import { nodeTurn } from '../node-turn.ts';
import type { DockerEnd } from './first-complaint.ts';

/** Longer than any line may take, in milliseconds. */
const PATIENCE_MS = 8000;

/**
 * The docker binary and our own command line, each with a cluster of its own; both clusters are the same, so that
 * both print the same of the same lines.
 */
export class TwoDockers {
  private constructor(
    private readonly binary: string,
    private readonly folder: string,
    private readonly served: Run,
    private readonly doors: EngineDoors,
    private readonly own: Run,
    private readonly stopTime: () => void,
  ) {}

  /** @param speed virtual milliseconds per millisecond while the binary runs */
  static async start(binary: string, files: { readonly [name: string]: string }, speed: number): Promise<TwoDockers> {
    const folder = mkdtempSync(path.join(tmpdir(), 'swarmarium-lines-'));
    mkdirSync(path.join(folder, 'root'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, 'root', name), text);
    const newRun = (): Run =>
      new Run(
        { title: 'lines', seed: 'lines', epochMs: Date.now(), hosts: numberedHosts(2), swarm: { managers: 1, workers: 1 }, registry: 'offline', setup: [] },
        { turn: nodeTurn, loadShell: async () => ({ createShell }), engineRoutes: moreRoutes },
      );
    const [served, own] = [newRun(), newRun()];
    for (const [name, text] of Object.entries(files)) own.writeFile(`/root/${name}`, text);
    const doors = new EngineDoors(served, (host) => ({ path: path.join(folder, `${host}.sock`) }));
    await doors.enqueue(async () => undefined);
    return new TwoDockers(binary, folder, served, doors, own, keepTime(served, doors, speed));
  }

  /** Runs a line with the binary, and brings the other cluster to the same time. */
  async real(words: readonly string[]): Promise<DockerEnd> {
    const socket = `unix://${path.join(this.folder, 'DC2-N1.sock')}`;
    const root = path.join(this.folder, 'root');
    const child = spawn(this.binary, words, {
      cwd: root,
      env: { PATH: '/usr/bin:/bin', HOME: root, DOCKER_HOST: socket },
      stdio: ['ignore', 'pipe', 'pipe'],
      argv0: 'docker',
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      stdout += data.toString('utf8');
    });
    child.stderr.on('data', (data: Buffer) => {
      stderr += data.toString('utf8');
    });
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
    clearTimeout(patience);
    const local = (text: string): string => text.split(socket).join('unix:///var/run/docker.sock').split(root).join('/root');
    return { status, stdout: local(stdout), stderr: local(stderr) };
  }

  /** Runs a line with our own command line. */
  async ours(words: readonly string[]): Promise<DockerEnd> {
    let [stdout, stderr] = ['', ''];
    // Both are told by the environment which engine to ask.
    const quoted = words.map((word) => `'${word.replace(/'/g, `'\\''`)}'`).join(' ');
    const line = `DOCKER_HOST=unix:///var/run/docker.sock docker ${quoted}`;
    const status = await this.own.execute('DC2-N1', line, {
      stdout: {
        write: (text) => {
          stdout += text;
        },
      },
      stderr: {
        write: (text) => {
          stderr += text;
        },
      },
    });
    return { status, stdout, stderr };
  }

  /** Lets the cluster that is behind catch up, by virtual time. */
  async level(): Promise<void> {
    const until = Math.max(this.served.now, this.own.now);
    await this.own.advance(until);
    await this.doors.enqueue(() => this.served.advance(Math.max(until, this.served.now)));
  }

  async stop(): Promise<void> {
    this.stopTime();
    await this.doors.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
