import type { ParameterExpansionPart } from 'unbash';
import { ShellError } from '../shell-error.ts';
import { evaluateText } from './arithmetic.ts';
import type { ExpansionContext } from './context.ts';
import { demanded, parameter } from './parameters.ts';
import { Pattern } from './pattern.ts';

/** Texts longer than this are not searched with patterns. */
const MAX_SEARCHED = 200_000;

/**
 * What `${…}` gives: one text, or several for `${a[@]}`, `${@:2}` and the like; `joined` are those that quotes make
 * one word of (`${a[*]}`). Follows the manual of bash.
 */
export async function expandParameter(
  part: ParameterExpansionPart,
  context: ExpansionContext,
): Promise<{ readonly texts: readonly string[]; readonly several: boolean; readonly joined: boolean }> {
  const { state } = context;
  const { variables } = state;
  const one = (text: string): { readonly texts: readonly string[]; readonly several: boolean; readonly joined: boolean } => ({
    texts: [text],
    several: false,
    joined: false,
  });
  if (part.operation?.type === 'Names') {
    const names = variables.names().filter((name) => name.startsWith(part.parameter));
    return { texts: names, several: true, joined: part.operation.operator === '*' };
  }
  const index = part.index === undefined ? undefined : await context.text(part.index);
  const all = index === '@' || index === '*' || ((part.parameter === '@' || part.parameter === '*') && index === undefined);
  if (all) {
    const joined = index === '*' || part.parameter === '*';
    const isArray = index !== undefined;
    const entries = isArray ? variables.elements(part.parameter) : state.positional.map((text, i) => [String(i + 1), text] as const);
    if (part.prefix === '#') return one(String(entries.length));
    if (part.prefix === '!') return { texts: entries.map(([key]) => key), several: true, joined };
    let values = entries.map(([, text]) => text);
    const { operation } = part;
    if (operation?.type === 'Slice') values = await slice(isArray ? values : [state.name, ...values], operation, context, isArray ? 0 : 1);
    else if (operation?.type === 'Default') {
      const missing = values.length === 0;
      if (operation.operator.endsWith('+') ? !missing : missing)
        values = operation.operator.endsWith('?') ? fail(part.parameter, '') : [await context.text(operation.operand)];
      else if (operation.operator.endsWith('+')) values = [];
    } else if (operation) values = await Promise.all(values.map((value) => operate(part, value, context, undefined)));
    return { texts: values, several: true, joined };
  }
  const key = index === undefined ? undefined : variables.kind(part.parameter) === 'map' ? index : String(await evaluateText(index, context));
  const name = part.prefix === '!' ? (parameter(part.parameter, state) ?? '') : part.parameter;
  const read = (): string | undefined => (key === undefined ? parameter(name, state) : variables.element(name, key));
  const value = read();
  const needed = (): string => (key === undefined ? demanded(name, state) : (value ?? ''));
  if (part.prefix === '#') return one(String([...needed()].length));
  if (!part.operation) return one(needed());
  return one(await operate(part, value, context, (text) => (key === undefined ? variables.set(name, text) : variables.setElement(name, key, text)), needed));
}

async function operate(
  part: ParameterExpansionPart,
  value: string | undefined,
  context: ExpansionContext,
  assign: ((text: string) => void) | undefined,
  needed = (): string => value ?? '',
): Promise<string> {
  const { operation } = part;
  switch (operation?.type) {
    case undefined:
    case 'Names':
      return needed();
    case 'Default': {
      const missing = value === undefined || (operation.operator.startsWith(':') && value === '');
      const operand = async (): Promise<string> => context.text(operation.operand);
      switch (operation.operator.replace(':', '')) {
        case '-':
          return missing ? operand() : value;
        case '=': {
          if (!missing) return value;
          const text = await operand();
          assign?.(text);
          return text;
        }
        case '+':
          return missing ? '' : operand();
        default:
          return missing ? fail(part.parameter, await operand()) : value;
      }
    }
    case 'Remove': {
      const text = searched(needed());
      const pattern = Pattern.of(await context.text(operation.operand, 'pattern'));
      const longest = operation.operator.length === 2;
      if (operation.operator.startsWith('#')) return text.slice(pattern.prefix(text, longest) ?? 0);
      return text.slice(0, text.length - (pattern.suffix(text, longest) ?? 0));
    }
    case 'Replace':
      return replace(searched(needed()), operation.operator, await context.text(operation.pattern, 'pattern'), await context.text(operation.replacement));
    case 'Slice': {
      const [...characters] = needed();
      return (await slice(characters, operation, context, 0)).join('');
    }
    case 'CaseModification': {
      const upper = operation.operator.startsWith('^');
      const text = needed();
      const change = (t: string): string => (upper ? t.toUpperCase() : t.toLowerCase());
      return operation.operator.length === 2 ? change(text) : change(text.slice(0, 1)) + text.slice(1);
    }
    case 'Transform':
      return transform(needed(), await context.text(operation.operand), part.text);
    case 'Unknown':
      throw new ShellError(`${part.text}: bad substitution`, 1, true);
  }
}

function fail(name: string, text: string): never {
  throw new ShellError(`${name}: ${text || 'parameter null or not set'}`, 127, true);
}

function searched(text: string): string {
  if (text.length > MAX_SEARCHED) throw new ShellError(`a text of ${text.length} characters is too long to be searched`);
  return text;
}

async function slice(
  values: readonly string[],
  operation: Extract<NonNullable<ParameterExpansionPart['operation']>, { type: 'Slice' }>,
  context: ExpansionContext,
  least: number,
): Promise<string[]> {
  const offset = Number(await evaluateText(await context.text(operation.offset), context));
  const from = offset < 0 ? values.length + offset : Math.max(least === 1 && offset === 0 ? 0 : least, offset);
  if (from < 0) return [];
  if (!operation.length) return values.slice(from);
  const length = Number(await evaluateText(await context.text(operation.length), context));
  return values.slice(from, length < 0 ? values.length + length : from + length);
}

function replace(text: string, operator: '/' | '//' | '/#' | '/%', source: string, replacement: string): string {
  const pattern = Pattern.of(source);
  if (source === '') return operator === '/#' ? replacement + text : operator === '/%' ? text + replacement : text;
  if (operator === '/#') {
    const length = pattern.prefix(text, true);
    return length === undefined ? text : replacement + text.slice(length);
  }
  if (operator === '/%') {
    const length = pattern.suffix(text, true);
    return length === undefined ? text : text.slice(0, text.length - length) + replacement;
  }
  let result = '';
  let at = 0;
  while (at < text.length) {
    const length = pattern.prefix(text, true, at);
    if (length === undefined || length === 0) {
      result += text.charAt(at++);
      continue;
    }
    result += replacement;
    at += length;
    if (operator === '/') break;
  }
  return result + text.slice(at);
}

function transform(value: string, letter: string, text: string): string {
  switch (letter) {
    case 'Q':
      return `'${value.replace(/'/g, "'\\''")}'`;
    case 'U':
      return value.toUpperCase();
    case 'u':
      return value.slice(0, 1).toUpperCase() + value.slice(1);
    case 'L':
      return value.toLowerCase();
    default:
      throw new ShellError(`${text}: bad substitution`, 1, true);
  }
}
