import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultScenario } from '../run/default-scenario.ts';
import { type Recording, RecordingProblem, readRecording } from '../run/recording.ts';
import { numberedHosts, parseSwarmShape } from '../run/scenario.ts';
import { serveEngines } from './engine-server.ts';

const USAGE = `usage: npm run --silent engine -- [options]
  --swarm 1m2w        managers and workers of the swarm; none: the hosts are in no swarm
  --hosts N           how many hosts there are; more than the swarm's stand beside it
  --port 23750        port of the first host on 127.0.0.1, the others follow
  --control 23749     port of the control door: POST /hosts/NAME/stop|start|cut|heal, /settle, /wait?ms=N, GET /now, /hash
  --seed TEXT         the same seed gives the same ids and the same chance
  --speed 1           virtual milliseconds per millisecond; 0: time stands still
  --registry offline  offline: only the hosts' own images; simulated: well-known images can be pulled
  --scenario FILE     a recording that was saved in the page, instead of --swarm, --hosts, --seed and --registry
  --origin ORIGIN     lets web pages of this origin ask, e.g. http://localhost:5173; may be given again`;

/** Serves the engines of a run over HTTP on loopback; virtual time runs at `speed` × wall time. */
async function main(): Promise<void> {
  const { values } = readArguments();
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const port = number(values.port, '--port', 1, 65_535);
  const control = number(values.control, '--control', 1, 65_535);
  const speed = number(values.speed, '--speed', 0, 1000, false);
  const recording = recordingOf(values);
  if (port + recording.scenario.hosts.length - 1 > 65_535) stop(`--port ${port} leaves no room for ${recording.scenario.hosts.length} hosts below 65536`);
  if (control >= port && control < port + recording.scenario.hosts.length) stop(`--control ${control} is the port of a host`);
  const origins = values.origin.map((text) => {
    const origin = URL.canParse(text) ? new URL(text).origin : 'null';
    if (origin === 'null') stop(`--origin must look like http://localhost:5173, not "${text}"`);
    return origin;
  });
  try {
    const server = await serveEngines(recording, { port, control, speed, origins });
    for (const address of server.addresses()) console.log(`${address.host} tcp://127.0.0.1:${address.port}`);
    console.log('ready');
  } catch (error) {
    const { code, port: taken } = error as { readonly code?: string; readonly port?: number };
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    console.error(`port ${taken} ${code === 'EACCES' ? 'may not be used' : 'is taken'}: choose others with --port and --control`);
    process.exit(1);
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        swarm: { type: 'string', default: '1m2w' },
        hosts: { type: 'string' },
        port: { type: 'string', default: '23750' },
        control: { type: 'string', default: '23749' },
        seed: { type: 'string', default: 'engine' },
        speed: { type: 'string', default: '1' },
        registry: { type: 'string', default: 'offline' },
        scenario: { type: 'string' },
        origin: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
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
      const recording = readRecording(readFileSync(values.scenario, 'utf8'));
      // The docker binary counts ages from this machine's clock: the moment that the recording stands at is now.
      return { ...recording, scenario: { ...recording.scenario, epochMs: Date.now() - recording.now } };
    } catch (error) {
      stop(error instanceof RecordingProblem ? `${values.scenario} is not a recording of Swarmarium (${error.reason})` : `${values.scenario} cannot be read`);
    }
  }
  if (values.registry !== 'offline' && values.registry !== 'simulated') stop(`--registry must be offline or simulated, not "${values.registry}"`);
  const shape = values.swarm === 'none' ? undefined : parseSwarmShape(values.swarm);
  if (values.swarm !== 'none' && !(shape && shape.managers >= 1))
    stop(`--swarm must look like 1m2w, with a manager at least, or be none, not "${values.swarm}"`);
  const members = shape ? shape.managers + shape.workers : 3;
  const hosts = values.hosts === undefined ? members : number(values.hosts, '--hosts', members, 5000);
  return {
    scenario: {
      ...defaultScenario(values.seed),
      title: 'engine',
      epochMs: Date.now(),
      hosts: numberedHosts(hosts),
      swarm: shape,
      registry: values.registry,
      setup: [],
    },
    inputs: [],
    now: 0,
  };
}

function number(text: string, name: string, min: number, max: number, whole = true): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < min || value > max || (whole && !Number.isInteger(value))) {
    stop(`${name} must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}, not "${text}"`);
  }
  return value;
}

function stop(text: string): never {
  console.error(`${text}\n${USAGE}`);
  process.exit(2);
}

await main();
