import { STACK_FILE } from '../../run/default-scenario.ts';
import type { Recording } from '../../run/recording.ts';

type Scenario = Recording['scenario'];
type Step = Scenario['setup'][number];

/** A text that a stack was deployed from. */
export interface DeployedText {
  readonly path: string;
  readonly content: string;
}

/** What the hosts have of files at the end of a run, by path. Files that programs on a host wrote are not known. */
export function recordedFiles(recording: Recording | undefined): Map<string, string> {
  return new Map(stepsOf(recording).flatMap((step) => (step.kind === 'file' ? [[step.path, step.content]] : [])));
}

/** The texts that a run's stacks were last deployed from, by the stack's name: by a click, or by a typed `docker stack deploy`. */
export function deployedTexts(recording: Recording | undefined): Map<string, DeployedText> {
  const files = new Map<string, string>();
  const deployed = new Map<string, DeployedText>();
  for (const step of stepsOf(recording)) {
    if (step.kind === 'file') files.set(step.path, step.content);
    const named = step.kind === 'line' ? deployLine(step.text) : step.kind === 'request' ? deployRequest(step) : undefined;
    const content = named === undefined ? undefined : files.get(named.path);
    if (named !== undefined && content !== undefined) deployed.set(named.stack, { path: named.path, content });
  }
  return deployed;
}

/** The stack and the first file of a line that deploys one. */
function deployLine(text: string): { readonly stack: string; readonly path: string } | undefined {
  const words = /\bdocker stack (?:deploy|up)\s([^;|&]*)/.exec(text)?.[1]?.match(/'[^']*'|\S+/g) ?? [];
  const plain = words.map((word) => word.replace(/^'(.*)'$/, '$1'));
  const at = plain.findIndex((word) => word === '-c' || word === '--compose-file');
  const file = at >= 0 ? plain[at + 1] : plain.map((word) => /^--compose-file=(.*)$/.exec(word)?.[1]).find((found) => found !== undefined);
  const stack = plain.findLast((word, i) => !word.startsWith('-') && !(at >= 0 && i === at + 1));
  if (file === undefined || stack === undefined) return undefined;
  return { stack, path: file.startsWith('/') ? file : `/root/${file.replace(/^\.\//, '')}` };
}

/** A scenario's own stack is made by requests, as a deploy of the stack file would make them. */
function deployRequest({ body }: Extract<Step, { readonly kind: 'request' }>): { readonly stack: string; readonly path: string } | undefined {
  const labels = isObject(body) ? body['Labels'] : undefined;
  const stack = isObject(labels) ? labels['com.docker.stack.namespace'] : undefined;
  return typeof stack === 'string' ? { stack, path: STACK_FILE } : undefined;
}

function stepsOf(recording: Recording | undefined): readonly Step[] {
  return recording === undefined ? [] : [...recording.scenario.setup, ...recording.inputs.map(({ input }) => input)];
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
