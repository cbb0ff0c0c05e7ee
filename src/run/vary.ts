import { isFault } from './fault-input.ts';
import type { LoggedInput } from './input.ts';
import type { Recording } from './recording.ts';

/** A run with the faults of another instead of its own, at the same virtual moments; it goes on as long as the longer of the two. */
export function withFaultsOf(recording: Recording, other: Recording): Recording {
  const own = recording.inputs.filter(({ input }) => !isFault(input));
  const theirs = other.inputs.filter(({ input }) => isFault(input));
  // At the same moment orders come first, as they would have been given before the fault was seen.
  const inputs = [...own, ...theirs].sort((a, b) => a.at - b.at);
  return { scenario: recording.scenario, inputs, now: Math.max(recording.now, other.now) };
}

/** The order in which an update starts and stops tasks, as `--update-order` and `update_config.order` name it. */
export type UpdateOrder = 'start-first' | 'stop-first';

/**
 * The same run with every service updated in another order: in the commands (added where none is given, as stop-first is
 * the default) and in the stack files. Undefined when nothing in it would differ.
 */
export function withUpdateOrder(recording: Recording, order: UpdateOrder): Recording | undefined {
  const inputs = recording.inputs.map(({ at, input }): LoggedInput => {
    if (input.kind === 'line') return { at, input: { ...input, text: orderedLine(input.text, order) } };
    return input.kind === 'file' ? { at, input: { ...input, content: orderedFile(input.content, order) } } : { at, input };
  });
  const setup = recording.scenario.setup.map((step) => (step.kind === 'file' ? { ...step, content: orderedFile(step.content, order) } : step));
  const same = inputs.every(({ input }, i) => JSON.stringify(input) === JSON.stringify(recording.inputs[i]?.input));
  return same ? undefined : { ...recording, scenario: { ...recording.scenario, setup }, inputs };
}

function orderedLine(text: string, order: UpdateOrder): string {
  if (!/\bdocker\s+service\s+(?:create|update)\b/.test(text)) return text;
  const replaced = text.replace(/(--update-order[ =])(?:start-first|stop-first)\b/g, `$1${order}`);
  return replaced === text && !text.includes('--update-order') && order === 'start-first'
    ? text.replace(/\b(docker\s+service\s+(?:create|update))\b/g, `$1 --update-order ${order}`)
    : replaced;
}

function orderedFile(content: string, order: UpdateOrder): string {
  const lines = content.split('\n');
  const out: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const block = /^(\s*)update_config:\s*$/.exec(line);
    out.push(line);
    if (!block) continue;
    const indent = (block[1] ?? '').length;
    const body: string[] = [];
    while (i + 1 < lines.length && (/^\s*$/.test(lines[i + 1] as string) || (/^\s*/.exec(lines[i + 1] as string)?.[0].length ?? 0) > indent))
      body.push(lines[++i] as string);
    const inner = /^\s*/.exec(body.find((each) => each.trim() !== '') ?? '')?.[0] || ' '.repeat(indent + 2);
    const at = body.findIndex((each) => /^\s*order:/.test(each));
    if (at >= 0) body[at] = `${inner}order: ${order}`;
    else if (order === 'start-first') body.unshift(`${inner}order: ${order}`);
    out.push(...body);
  }
  return out.join('\n');
}
