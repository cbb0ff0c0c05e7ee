import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { parseArgs } from 'node:util';
import { createShell } from '../docker/shell/create-shell.ts';
import { defaultScenario } from '../run/default-scenario.ts';
import { type Recording, RecordingProblem, readRecording } from '../run/recording.ts';
import { restore } from '../run/restore.ts';
import type { Run } from '../run/run.ts';
import { numberedHosts, parseSwarmShape } from '../run/scenario.ts';
import { TRANSCRIPT_REST } from '../run/settle.ts';
import { serveEngine } from './engine-http.ts';
import { foreignRequest } from './loopback.ts';

const USAGE = 'usage: npm run --silent engine -- [--swarm 1m2w|none] [--hosts N] [--port 23750] [--control 23749] [--seed TEXT] [--speed X] [--registry offline|simulated] [--scenario FILE]';

const FAULTS = { stop: 'engine-stop', start: 'engine-start', cut: 'cut', heal: 'heal', 'power-off': 'power-off', 'power-on': 'power-on' } as const;

/** Serves the engines of a run over HTTP on loopback; virtual time runs at `speed` × wall time. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      swarm: { type: 'string', default: '1m2w' },
      hosts: { type: 'string' },
      port: { type: 'string', default: '23750' },
      control: { type: 'string', default: '23749' },
      seed: { type: 'string', default: 'engine' },
      speed: { type: 'string', default: '1' },
      registry: { type: 'string', default: 'offline' },
      scenario: { type: 'string' },
    },
  });
  const port = number(values.port, '--port', 1, 65535);
  const control = number(values.control, '--control', 1, 65535);
  const speed = number(values.speed, '--speed', 0, 1000);
  const run = await restore(recordingOf(values), { turn: () => new Promise((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) });

  let work: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(task: () => Promise<T>): Promise<T> => {
    const next = work.then(task);
    work = next.catch(() => {});
    return next;
  };

  const servers = new Map<string, Server>();
  const names = run.cluster.hosts().map((host) => host.spec.name);
  const open = (name: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const server = serveEngine({ port, engine: () => run.engineOf(name), touch: () => void enqueue(() => run.advance(run.now)) });
      servers.set(name, server);
      server.once('error', reject);
      server.listen(port + names.indexOf(name), '127.0.0.1', () => resolve());
    });
  const follow = async (): Promise<void> => {
    for (const name of names) {
      const up = run.engineOf(name) !== undefined;
      const server = servers.get(name);
      if (up && !server) await open(name);
      if (!up && server) {
        servers.delete(name);
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    }
  };
  await follow();

  createServer((request, response) => {
    const refuse = (status: number, text: string): void => void response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${text}\n`);
    const foreign = foreignRequest(request);
    if (foreign) return refuse(403, foreign);
    const url = new URL(request.url ?? '/', 'http://control');
    enqueue(async () => {
      const host = /^\/hosts\/([\w-]+)\/([\w-]+)$/.exec(url.pathname);
      if (host && request.method === 'POST' && names.includes(host[1] as string) && Object.hasOwn(FAULTS, host[2] as string)) {
        await run.input({ kind: 'fault', host: host[1] as string, fault: FAULTS[host[2] as keyof typeof FAULTS] });
        await follow();
      } else if (url.pathname === '/settle' && request.method === 'POST') {
        if (url.searchParams.has('disturbed')) run.settling.disturbed();
        await run.settling.settle((until) => run.advance(until), TRANSCRIPT_REST);
      } else if (url.pathname === '/wait' && request.method === 'POST' && /^\d+$/.test(url.searchParams.get('ms') ?? '')) await run.advance(run.now + Number(url.searchParams.get('ms')));
      else if (url.pathname === '/hash' && request.method === 'GET') return refuse(200, run.hash());
      else return refuse(404, 'POST /hosts/NAME/stop|start|cut|heal|power-off|power-on, POST /settle, POST /wait?ms=N, GET /hash');
      await follow();
      return refuse(200, `${run.now}`);
    }).catch((error: unknown) => refuse(500, error instanceof Error ? error.message : String(error)));
  }).listen(control, '127.0.0.1', () => {
    for (const [i, name] of names.entries()) console.log(`${name} tcp://127.0.0.1:${port + i}`);
    console.log('ready');
  });
  keepTime(run, speed, enqueue, follow);
}

/** Lets virtual time follow wall time, in steps of 20 ms; a step that takes long is not made up for. */
function keepTime(run: Run, speed: number, enqueue: <T>(task: () => Promise<T>) => Promise<T>, follow: () => Promise<void>): void {
  if (speed === 0) return;
  let last = performance.now();
  let rest = 0;
  const tick = (): void => {
    const now = performance.now();
    rest += Math.min(200, now - last) * speed;
    last = now;
    const whole = Math.floor(rest);
    rest -= whole;
    enqueue(async () => {
      await run.advance(run.now + whole);
      await follow();
    }).then(
      () => setTimeout(tick, 20),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  tick();
}

function recordingOf(values: { readonly swarm: string; readonly hosts?: string | undefined; readonly seed: string; readonly registry: string; readonly scenario?: string | undefined }): Recording {
  if (values.scenario !== undefined) {
    try {
      return readRecording(readFileSync(values.scenario, 'utf8'));
    } catch (error) {
      stop(error instanceof RecordingProblem ? `${values.scenario} is not a recording of Swarmarium (${error.reason})` : `${values.scenario} cannot be read`);
    }
  }
  const shape = values.swarm === 'none' ? undefined : parseSwarmShape(values.swarm);
  if (!shape && values.swarm !== 'none') stop(`--swarm must look like 1m2w, or be none, not "${values.swarm}"`);
  const members = shape ? shape.managers + shape.workers : 3;
  const hosts = values.hosts === undefined ? members : number(values.hosts, '--hosts', members, 5000);
  return {
    scenario: { ...defaultScenario(values.seed), title: 'engine', hosts: numberedHosts(hosts), swarm: shape, registry: values.registry === 'simulated' ? 'simulated' : 'offline', setup: [] },
    inputs: [],
    now: 0,
  };
}

function number(text: string, name: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < min || value > max) stop(`${name} must be a number from ${min} to ${max}, not "${text}"`);
  return value;
}

function stop(text: string): never {
  console.error(`${text}\n${USAGE}`);
  process.exit(2);
}

await main();
