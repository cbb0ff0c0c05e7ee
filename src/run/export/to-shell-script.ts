import type { Json } from '../../base/json.ts';
import type { LoggedInput } from '../input.ts';
import type { Recording } from '../recording.ts';
import type { Scenario, SetupStep } from '../scenario.ts';
import { clock, manyLines, oneLine, quote } from './plain.ts';
import { FAULT_WORDS, troubleWords } from './trouble-words.ts';

/**
 * The commands of a run as a POSIX shell script for real machines of the same names, reached by ssh. What no command does
 * (power, cables) stands as a remark. Every line that somebody typed is one quoted argument.
 */
export function toShellScript(recording: Recording): string {
  const { scenario, inputs } = recording;
  return [
    '#!/bin/sh',
    `# ${oneLine(scenario.title)}`,
    `# A run of Swarmarium, ${clock(recording.now)} long. Hosts: ${scenario.hosts.map(({ name, address }) => `${name} (${oneLine(address)})`).join(', ')}.`,
    '',
    '# How a line gets to a host. All on one machine: on() { sh -c "$2"; }',
    'on() { ssh "$1" "$2"; }',
    '',
    ...swarmLines(scenario),
    ...scenario.setup.flatMap((step) => [...setupLines(step, scenario), '']),
    ...inputs.flatMap((logged) => inputLines(logged, scenario)),
    '',
  ].join('\n');
}

function swarmLines({ swarm, hosts }: Scenario): string[] {
  const [first] = hosts;
  if (!swarm || !first) return [];
  const address = oneLine(first.address);
  // Quoted once for the shell here and once for the one there.
  const target = quote(quote(`${address}:2377`));
  const lines = ['# The swarm', on(first.name, `docker swarm init --advertise-addr ${quote(address)}`)];
  hosts.slice(1, swarm.managers + swarm.workers).forEach((host, i) => {
    const role = i + 1 < swarm.managers ? 'manager' : 'worker';
    lines.push(`on ${quote(host.name)} "docker swarm join --token $(on ${quote(first.name)} 'docker swarm join-token -q ${role}') "${target}`);
  });
  for (const host of hosts) {
    for (const [key, value] of Object.entries(host.labels ?? {}))
      lines.push(on(first.name, `docker node update --label-add ${quote(`${oneLine(key)}=${oneLine(value)}`)} ${host.name}`));
  }
  return [...lines, ''];
}

function setupLines(step: SetupStep, scenario: Scenario): string[] {
  if (step.kind !== 'request') return inputLines({ at: 0, input: step }, scenario);
  const url = `http://localhost${oneLine(step.path)}`;
  return [
    on(
      step.host,
      `curl -sS --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' -X POST -d ${quote(JSON.stringify(step.body satisfies Json))} ${quote(url)}`,
    ),
  ];
}

function inputLines({ at, input }: LoggedInput, { hosts }: Scenario): string[] {
  switch (input.kind) {
    case 'line':
      return [on(input.host, manyLines(input.text))];
    case 'file':
      return file(
        hosts.map(({ name }) => name),
        input.path,
        manyLines(input.content),
      );
    case 'fault':
      if (input.fault === 'engine-stop') return [on(input.host, 'sudo systemctl stop docker')];
      if (input.fault === 'engine-start') return [on(input.host, 'sudo systemctl start docker')];
      return [`# ${clock(at)} ${oneLine(input.host)}: ${FAULT_WORDS[input.fault]}`];
    case 'link':
      return [`# ${clock(at)} the link between ${oneLine(input.a)} and ${oneLine(input.b)} is ${input.cut ? 'cut' : 'healed'}`];
    case 'partition':
    case 'quality':
    case 'slow':
    case 'memory':
    case 'image':
    case 'character':
      return [`# ${clock(at)} ${oneLine(troubleWords(input))}`];
    case 'add-host':
      return [`# ${clock(at)} a new machine: ${oneLine(input.name)}`];
    case 'remove-host':
      return [`# ${clock(at)} ${oneLine(input.host)} is taken away`];
    case 'keys':
      return input.data.includes('\u0003') ? [`# ${clock(at)} ${oneLine(input.host)}: Ctrl-C`] : [];
    case 'resize':
      return [];
  }
}

function on(host: string, line: string): string {
  return `on ${quote(oneLine(host))} ${quote(line)}`;
}

/** Writes a file on every host; the end mark is a word that the text does not hold in a line of its own. */
function file(hosts: readonly string[], path: string, content: string): string[] {
  const text = content.endsWith('\n') ? content : `${content}\n`;
  let end = 'EOF';
  while (text.split('\n').includes(end)) end += '_';
  const target = `cat > ${quote(oneLine(path))}`;
  return [`for host in ${hosts.map(quote).join(' ')}; do on "$host" ${quote(target)} <<'${end}'`, `${text}${end}`, 'done'];
}
