import type { ArrayValue, Assignment, Word } from 'unbash';
import { evaluateText } from './expansion/arithmetic.ts';
import type { ExpansionContext } from './expansion/context.ts';
import { expandText, expandValue, expandWords } from './expansion/words.ts';

/** An assignment whose words are expanded already. */
export interface ReadyAssignment {
  readonly name: string;
  readonly key: string | undefined;
  readonly append: boolean;
  readonly value: string | readonly (readonly [string | undefined, string])[];
}

/** Expands the words of `name=value`, `name[key]=value` and `name=(…)`. */
export async function readyAssignment(assignment: Assignment, context: ExpansionContext): Promise<ReadyAssignment> {
  const { name, value, index } = assignment;
  return {
    name,
    key: index === undefined ? undefined : await expandText(index, context),
    append: assignment.append ?? false,
    value: isArray(value) ? await elements(value, context) : await expandValue(value, context),
  };
}

/** Carries it out. @throws ShellError when the variable is read-only */
export async function assign({ name, key, append, value }: ReadyAssignment, context: ExpansionContext): Promise<void> {
  const { variables } = context.state;
  if (typeof value !== 'string') {
    if (!append) variables.setElements(name, []);
    const isMap = variables.kind(name) === 'map';
    for (const [at, text] of value) variables.setElement(name, at === undefined ? undefined : isMap ? at : String(await evaluateText(at, context)), text);
    return;
  }
  const place = key === undefined ? undefined : variables.kind(name) === 'map' ? key : String(await evaluateText(key, context));
  const before = append ? ((place === undefined ? variables.get(name) : variables.element(name, place)) ?? '') : '';
  const text = variables.isInteger(name) ? String((append ? await evaluateText(before, context) : 0n) + (await evaluateText(value, context))) : before + value;
  if (place === undefined) variables.set(name, text);
  else variables.setElement(name, place, text);
}

async function elements(value: ArrayValue, context: ExpansionContext): Promise<readonly (readonly [string | undefined, string])[]> {
  const entries: (readonly [string | undefined, string])[] = [];
  for (const word of value.elements) {
    const placed = await placedElement(word, context);
    if (placed) entries.push(placed);
    else for (const text of await expandWords([word], context)) entries.push([undefined, text]);
  }
  return entries;
}

/** `[key]=value` among the elements; undefined for a plain one. */
async function placedElement(word: Word, context: ExpansionContext): Promise<readonly [string, string] | undefined> {
  if (!/^\[[^\]]+\]=/.test(word.text)) return undefined;
  const first = context.parse(`element${word.text}`).commands[0]?.command;
  const assignment = first?.type === 'Command' ? first.prefix[0] : undefined;
  if (assignment?.type !== 'Assignment' || !assignment.index || isArray(assignment.value)) return undefined;
  return [await expandText(assignment.index, context), await expandText(assignment.value, context)];
}

function isArray(value: Word | ArrayValue): value is ArrayValue {
  return value.type === 'ArrayValue';
}
