import type { LoggedInput } from '../input.ts';
import type { Recording } from '../recording.ts';
import { clock, manyLines, oneLine } from './plain.ts';
import { FAULT_WORDS, troubleWords } from './trouble-words.ts';

/** Characters that mean something to Markdown or HTML anywhere in a line. */
const SPECIAL = /[\\`*_{}[\]()#+!|<>~&@]/g;

/**
 * A run as Markdown: its title, a link that opens it if it fits into one, and what was done when. Texts of the run are escaped, lines stand in
 * code; nothing of it becomes markup.
 */
export function toMarkdown(recording: Recording, link?: string): string {
  const { scenario, inputs, now } = recording;
  const shape = scenario.swarm ? `${many(scenario.swarm.managers, 'manager')}, ${many(scenario.swarm.workers, 'worker')}` : 'no swarm';
  const rows = inputs.flatMap((logged) => {
    const words = wordsOf(logged);
    return words === undefined ? [] : [`- \`${clock(logged.at)}\` ${words}`];
  });
  return [
    `# ${escape(scenario.title)}`,
    '',
    ...(link === undefined ? [] : [`[Open in Swarmarium](${link})`, '']),
    `${many(scenario.hosts.length, 'host')} (${shape}), ${clock(now)} of virtual time, seed ${code(oneLine(scenario.seed))}.`,
    ...(rows.length > 0 ? ['', ...rows] : []),
    ...files(inputs),
    '',
  ].join('\n');
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** The line that shows a badge in a README and opens the run. */
export function toBadge(badge: string, link: string): string {
  return `[![Open in Swarmarium](${badge})](${link})`;
}

function wordsOf({ input }: LoggedInput): string | undefined {
  switch (input.kind) {
    case 'line':
      return `${escape(input.host)} ${code(oneLine(input.text))}`;
    case 'keys':
      return input.data.includes('\u0003') ? `${escape(input.host)} Ctrl-C` : undefined;
    case 'resize':
      return undefined;
    case 'fault':
      return `${escape(input.host)}: ${FAULT_WORDS[input.fault]}`;
    case 'link':
      return `the link between ${escape(input.a)} and ${escape(input.b)} is ${input.cut ? 'cut' : 'healed'}`;
    case 'partition':
    case 'quality':
    case 'slow':
    case 'memory':
    case 'image':
    case 'character':
      return escape(troubleWords(input));
    case 'add-host':
      return `a new machine: ${escape(input.name)}`;
    case 'remove-host':
      return `${escape(input.host)} is taken away`;
    case 'file':
      return `${code(oneLine(input.path))} is written on every host`;
  }
}

/** The last content of each file, in a fence longer than any in it. */
function files(inputs: readonly LoggedInput[]): string[] {
  const last = new Map<string, string>();
  for (const { input } of inputs) if (input.kind === 'file') last.set(input.path, input.content);
  return [...last].flatMap(([path, content]) => {
    const text = manyLines(content);
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return ['', `${code(oneLine(path))}:`, '', `${fence}${/\.ya?ml$/.test(path) ? 'yaml' : ''}`, text.replace(/\n$/, ''), fence];
  });
}

function escape(text: string): string {
  return oneLine(text).replace(SPECIAL, (character) =>
    character === '<' ? '&lt;' : character === '>' ? '&gt;' : character === '&' ? '&amp;' : `\\${character}`,
  );
}

/** A code span with more backticks than any in it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const ticks = '`'.repeat(longest + 1);
  const padded = text.startsWith('`') || text.endsWith('`') || text === '' ? ` ${text} ` : text;
  return `${ticks}${padded}${ticks}`;
}
