import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultScenario } from '../run/default-scenario.ts';
import { type Recording, RecordingProblem, readRecording } from '../run/recording.ts';
import { restore } from '../run/restore.ts';
import { numberedHosts, parseSwarmShape } from '../run/scenario.ts';
import { serveControl } from './engine-control.ts';
import { EngineDoors } from './engine-doors.ts';
import { keepTime } from './keep-time.ts';
import { nodeTurn } from './node-turn.ts';

const USAGE =
  'usage: npm run --silent engine -- [--swarm 1m2w|none] [--hosts N] [--port 23750] [--control 23749] [--seed TEXT] [--speed X] [--registry offline|simulated] [--scenario FILE]';

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
  const run = await restore(recordingOf(values), { turn: nodeTurn, loadShell: () => import('../docker/shell/create-shell.ts') });
  const doors = new EngineDoors(run, (host) => ({ host: '127.0.0.1', port: port + run.cluster.hosts().findIndex(({ spec }) => spec.name === host) }));
  await doors.enqueue(async () => undefined);
  await serveControl(run, doors, control);
  for (const [i, name] of doors.hosts.entries()) console.log(`${name} tcp://127.0.0.1:${port + i}`);
  console.log(`control http://127.0.0.1:${control}`);
  console.log('ready');
  keepTime(run, doors, speed);
}

function recordingOf(values: {
  readonly swarm: string;
  readonly hosts?: string | undefined;
  readonly seed: string;
  readonly registry: string;
  readonly scenario?: string | undefined;
}): Recording {
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
    // The docker binary counts ages from this machine's clock.
    scenario: {
      ...defaultScenario(values.seed),
      title: 'engine',
      epochMs: Date.now(),
      hosts: numberedHosts(hosts),
      swarm: shape,
      registry: values.registry === 'simulated' ? 'simulated' : 'offline',
      setup: [],
    },
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
