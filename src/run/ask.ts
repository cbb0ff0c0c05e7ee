import type { EngineRequest } from '../docker/api/client.ts';
import type { StackProblem, StackText } from '../docker/compose/stack-problem.ts';
import type { Answer, InspectedType, Query } from './query.ts';
import { readRecording, writeRecording } from './recording.ts';
import { hashesOf } from './restore.ts';
import type { Run, RunServices } from './run.ts';

/** What a run cannot answer by itself: the stack file's checker is a module that is loaded when it is first wanted. */
export interface AskServices extends RunServices {
  readonly checkStack: (files: readonly StackText[], read: (path: string) => string | undefined) => Promise<readonly StackProblem[]>;
}

/** Answers a question about a run's present. Rejects with a text for the user when there is no answer now. */
export async function ask(run: Run, query: Query, services: AskServices, signal?: { readonly aborted: boolean }): Promise<Answer> {
  switch (query.kind) {
    case 'inspect':
      return { text: JSON.stringify([await inspect(run, query)], null, 4) };
    case 'logs':
      return { lines: await logs(run, query) };
    case 'explain':
      return run.explain(query.taskId);
    case 'networks':
      return (await import('./network-picture.ts')).networkPictures(run, query.host);
    case 'trace':
      return run.trace(query);
    case 'film':
      // A copy: the recorder goes on writing into its own.
      return { films: run.films(query.serviceId).map((film) => ({ ...film, steps: film.steps.map((step) => ({ ...step })) })) };
    case 'complete':
      return run.complete(query.host, query.line, query.cursor);
    case 'check-stack':
      return { problems: await services.checkStack(query.files, readerOf([...query.files, ...(query.beside ?? [])], run)) };
    case 'plan':
      // Loaded when it is first wanted: most runs are never asked for a plan.
      return (await import('./make-plan.ts')).makePlan(run, query, services, signal);
    case 'export':
      return { text: writeRecording({ scenario: run.scenario, inputs: run.inputs, now: run.now }) };
    case 'availability':
      return (await import('./watch-availability.ts')).watchAvailability(query.recording, services);
    case 'transcript':
      return (await import('./transcript-of.ts')).transcriptOf(query.recording, services);
    case 'hash':
      return { hash: run.hash(), now: run.now };
    case 'verify':
      return { hashes: await hashesOf(readRecording(query.recording), services, query.everyMs) };
  }
}

const PATHS: { readonly [type in InspectedType]: string } = {
  node: '/nodes/',
  service: '/services/',
  task: '/tasks/',
  network: '/networks/',
  container: '/containers/',
  secret: '/secrets/',
  config: '/configs/',
  volume: '/volumes/',
};

async function inspect(run: Run, query: Extract<Query, { kind: 'inspect' }>): Promise<unknown> {
  const suffix = query.type === 'container' ? '/json' : '';
  const slash = query.type === 'volume' ? query.id.indexOf('/') : -1;
  const request: EngineRequest = {
    method: 'GET',
    path: `${PATHS[query.type]}${query.id.slice(slash + 1)}${suffix}`,
    ...(query.type === 'service' ? { query: { insertDefaults: 'true' } } : {}),
  };
  const up = run.cluster.hosts().filter((h) => h.engineUp);
  const hosts = query.type === 'container' ? up : query.type === 'volume' ? up.filter((h) => h.spec.name === query.id.slice(0, slash)) : managers(run);
  for (const host of hosts) {
    const response = await now(run, run.clientOf(host.spec.name).request(request));
    if (response && response.status < 400) return response.body;
  }
  throw new Error(`No such ${query.type}: ${query.id}`);
}

async function logs(run: Run, query: Extract<Query, { kind: 'logs' }>): Promise<string[]> {
  const manager = managers(run)[0];
  if (!manager) return [];
  const response = await now(
    run,
    run
      .clientOf(manager.spec.name)
      .request({ method: 'GET', path: `/${query.type}s/${query.id}/logs`, query: { stdout: '1', stderr: '1', tail: String(query.tail), timestamps: '1' } }),
  );
  const stream = response?.stream;
  if (!stream) return [];
  const lines: string[] = [];
  const reading = (async () => {
    for await (const chunk of stream) if (chunk.kind !== 'json') lines.push(chunk.text.replace(/\n$/, ''));
  })();
  await now(run, reading);
  stream.cancel();
  return lines;
}

function managers(run: Run): ReturnType<Run['cluster']['hosts']> {
  return run.cluster.hosts().filter((host) => host.engineUp && host.swarm.isManager);
}

/** The result if it comes without virtual time passing, else undefined: a question never moves the clock. */
async function now<T>(run: Run, work: Promise<T>): Promise<T | undefined> {
  let result: T | undefined;
  work.then(
    (value) => {
      result = value;
    },
    () => {},
  );
  await run.advance(run.now);
  return result;
}

/** Reads files as they would be saved, else as the hosts have them. */
function readerOf(texts: readonly StackText[], run: Run): (path: string) => string | undefined {
  return (path) => texts.find((file) => file.path === path)?.content ?? run.readFile(path);
}
