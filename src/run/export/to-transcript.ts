import { shapeOf } from '../cluster-shape.ts';
import type { Input, LoggedInput } from '../input.ts';
import type { Recording } from '../recording.ts';
import type { SetupStep } from '../scenario.ts';
import { clock, manyLines, oneLine, quote } from './plain.ts';
import { troubleWords } from './trouble-words.ts';

/** What a transcript cannot say of a run (conformance/README, "Format of a case"). */
export interface TranscriptProblem {
  /** Hosts must be DC2-N1 … in their order; a scenario of its own may ask for what no command line does. */
  readonly reason: 'hosts' | 'setup';
}

const DIRECTIVES: { readonly [fault in Extract<Input, { kind: 'fault' }>['fault']]: string } = {
  'engine-stop': 'stop',
  'engine-start': 'start',
  // A transcript knows no power: the engine's part of it is what the swarm sees.
  'power-off': 'stop',
  'power-on': 'start',
  cut: 'cut',
  heal: 'heal',
};

/**
 * A run as the script of a transcript: commands on their hosts, files, faults, and the time between them, without
 * outputs. A transcript runs one line after another, so what was typed while another command still ran comes after it.
 */
export function toTranscript(recording: Recording): string | TranscriptProblem {
  const { scenario, inputs, now } = recording;
  const added = inputs.flatMap(({ input }) => (input.kind === 'add-host' ? [input.name] : []));
  const names = [...scenario.hosts.map(({ name }) => name), ...added];
  if (names.some((name, i) => name !== `DC2-N${i + 1}`)) return { reason: 'hosts' };
  const setup = setupOf(recording);
  if (!setup) return { reason: 'setup' };
  const { swarm } = scenario;
  const lines = [
    `# title: ${oneLine(scenario.title)}`,
    `# hosts: ${names.length}`,
    `# swarm: ${swarm ? `${swarm.managers}m${swarm.workers}w` : 'none'}`,
    `# seed: ${oneLine(scenario.seed)}`,
    `# registry: ${scenario.registry}`,
    '# tags: swarmarium',
    '',
    ...setup.flatMap(inputLines),
    ...(setup.length > 0 ? ['settle', ''] : []),
  ];
  let last = inputs[0]?.at ?? now;
  for (const [i, { at, input }] of inputs.entries()) {
    const own = inputLines(ending(input, inputs.slice(i + 1), at));
    if (own.length === 0) continue;
    if (at - last >= 50) lines.push(`wait ${Math.round((at - last) / 100) / 10}s`, `# ${clock(at)}`, '');
    last = at;
    lines.push(...own);
  }
  if (now - last >= 50 && inputs.length > 0) lines.push(`wait ${Math.round((now - last) / 100) / 10}s`);
  return `${lines.join('\n')}\n`;
}

/** The setup as inputs: the course's requests are the deploy that they stand for; node labels are commands. */
function setupOf({ scenario }: Recording): readonly Input[] | undefined {
  const labels = scenario.hosts.flatMap((host) =>
    Object.entries(host.labels ?? {}).map(
      ([key, value]): Input => line(`docker node update --label-add ${quote(`${oneLine(key)}=${oneLine(value)}`)} ${host.name}`),
    ),
  );
  if (shapeOf(scenario)?.course) {
    const files = scenario.setup.filter((step): step is Extract<SetupStep, { kind: 'file' }> => step.kind === 'file');
    return [...labels, ...files, line('docker stack deploy -c docker-stack.yml mystack')];
  }
  return scenario.setup.some((step) => step.kind === 'request') ? undefined : [...labels, ...(scenario.setup as Input[])];
}

/** Programs that go on until somebody stops them. */
const ENDLESS =
  /\b(?:watch|ping|docker\s+(?:system\s+)?events|docker\s+(?:service\s+)?logs\s.*(?:-\w*f|--follow)|docker\s+stats(?!.*--no-stream)|tail\s+-\w*f|while\s+(?:true|:))\b/;
const PATIENCE_S = 10;

/** A line that somebody stopped with Ctrl-C, or that would go on for ever, with the time after which it is stopped. */
function ending(input: Input, after: readonly LoggedInput[], at: number): Input {
  if (input.kind !== 'line') return input;
  const next = after.find((each) => (each.input.kind === 'keys' || each.input.kind === 'line') && each.input.host === input.host);
  const stopped = next?.input.kind === 'keys' && next.input.data.includes('\u0003');
  if (!stopped && !ENDLESS.test(input.text)) return input;
  const seconds = stopped && next ? Math.max(1, Math.round((next.at - at) / 1000)) : PATIENCE_S;
  const simple = /^[\w\s@%+=:,./-]+$/.test(input.text);
  return { ...input, text: `timeout ${seconds} ${simple ? input.text : `sh -c '${oneLine(input.text).replace(/'/g, "'\\''")}'`}` };
}

function line(text: string): Input {
  return { kind: 'line', host: 'DC2-N1', text, from: 'terminal' };
}

function inputLines(input: Input): string[] {
  switch (input.kind) {
    case 'line':
      // One line is one command; a backslash at the end would reach for the next.
      return [`[${input.host}]$ ${oneLine(input.text).replace(/\\+$/, '')}`, ''];
    case 'file': {
      const name = /^\/root\/([\w.-]+)$/.exec(input.path)?.[1];
      const text = manyLines(input.content);
      if (name === undefined || text.split('\n').includes('EOF')) return [`# a file that a transcript cannot hold: ${oneLine(input.path)}`];
      return [`file ${name} <<EOF`, `${text.endsWith('\n') ? text : `${text}\n`}EOF`, ''];
    }
    case 'fault':
      return [`${DIRECTIVES[input.fault]} ${input.host}`, ''];
    case 'link':
      return [`# a transcript cannot ${input.cut ? 'cut' : 'heal'} the link between ${oneLine(input.a)} and ${oneLine(input.b)} alone`];
    case 'partition':
    case 'quality':
    case 'slow':
    case 'memory':
    case 'image':
    case 'character':
      return [`# a transcript cannot say it: ${oneLine(troubleWords(input))}`];
    case 'remove-host':
      return [`stop ${oneLine(input.host)}`, ''];
    case 'keys':
    case 'resize':
    case 'add-host':
      return [];
  }
}
