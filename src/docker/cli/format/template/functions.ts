import { goJsonText } from '../go-json.ts';
import { CallError, followed, goEquals, goLess, isTrue } from './go-compare.ts';
import { printResult } from './go-print.ts';
import { goSprint, goSprintf, goSprintln } from './go-printf.ts';
import type { GoType } from './go-type.ts';
import { goType } from './go-type.ts';
import { elements, type GoValue, goBool, goInt, goString, goStrings, mapEntry, numberOf, stringOf, unwrap } from './go-value.ts';
import { toJson } from './to-json.ts';

/** Rows of lists write themselves, with `<`, `>` and `&` escaped; API objects are written without. */
const escapesHtml = (type: GoType | undefined): boolean => type?.kind === 'row' || /\bformatter\./.test(type?.name ?? '');

/** `value`: any value as it is (Go's reflect.Value); `any`: any value, nil included. */
export type Parameter = 'string' | 'int' | '[]string' | 'any' | 'value';

export interface TemplateFunction {
  readonly parameters: readonly Parameter[];
  /** Of what kind are the arguments after those; undefined: there are none. */
  readonly rest?: Parameter;
  readonly call: (args: readonly (GoValue | undefined)[]) => GoValue | undefined;
}

const text = (value: GoValue | undefined): string => (value === undefined ? '' : stringOf(value));
const number = (value: GoValue | undefined): number => (value === undefined ? 0 : numberOf(value));
const onText = (change: (text: string) => string): TemplateFunction => ({ parameters: ['string'], call: ([value]) => goString(change(text(value))) });

function repeat(count: number): string {
  if (count < 0) throw new CallError('strings: negative Repeat count');
  return ' '.repeat(count);
}

/** An index for a list of so many elements. */
function indexArgument(index: GoValue | undefined, length: number): number {
  const inner = unwrap(index);
  if (inner === undefined) throw new CallError('cannot index slice/array with nil');
  if (!['int', 'uint', 'duration', 'file-mode'].includes(inner.type.kind)) throw new CallError(`cannot index slice/array with type ${inner.type.name}`);
  const value = numberOf(inner);
  if (value < 0 || value > length) throw new CallError(`index out of range: ${value}`);
  return value;
}

const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);

function goIndex(item: GoValue | undefined, indexes: readonly (GoValue | undefined)[]): GoValue | undefined {
  if (unwrap(item) === undefined) throw new CallError('index of untyped nil');
  let current = unwrap(item);
  for (const index of indexes) {
    const target = followed(current, 'index');
    switch (target.type.kind) {
      case 'slice':
      case 'bytes': {
        const list = elements(target);
        const at = indexArgument(index, list.length);
        if (at >= list.length) throw new CallError(`index out of range: ${at}`);
        current = unwrap(list[at]);
        break;
      }
      case 'string': {
        const bytes = utf8(stringOf(target));
        const at = indexArgument(index, bytes.length);
        if (at >= bytes.length) throw new CallError(`index out of range: ${at}`);
        current = { type: goType('uint8'), value: bytes[at] ?? 0 };
        break;
      }
      case 'map': {
        const key = unwrap(index);
        if (key === undefined) throw new CallError('value is nil; should be of type string');
        if (key.type.name !== 'string') throw new CallError(`value has type ${key.type.name}; should be string`);
        const found = mapEntry(target, stringOf(key));
        current = found !== undefined ? unwrap(found) : target.type.elem.kind === 'any' ? undefined : { type: target.type.elem, value: undefined };
        break;
      }
      default:
        // Go follows the pointer first.
        throw new CallError(`can't index item of type ${target.type.name.replace(/^\*/, '')}`);
    }
  }
  return current;
}

function goSlice(item: GoValue | undefined, indexes: readonly (GoValue | undefined)[]): GoValue {
  const inner = unwrap(item);
  if (inner === undefined) throw new CallError('slice of untyped nil');
  if (indexes.length > 3) throw new CallError(`too many slice indexes: ${indexes.length}`);
  const { kind } = inner.type;
  if (kind !== 'string' && kind !== 'slice') throw new CallError(`can't slice item of type ${inner.type.name}`);
  if (kind === 'string' && indexes.length === 3) throw new CallError('cannot 3-index slice a string');
  const bytes = kind === 'string' ? utf8(stringOf(inner)) : undefined;
  const length = bytes?.length ?? elements(inner).length;
  const [from = 0, to = length] = indexes.map((index) => indexArgument(index, length));
  if (from > to) throw new CallError(`invalid slice index: ${from} > ${to}`);
  if (bytes !== undefined) return { type: inner.type, value: new TextDecoder().decode(bytes.slice(from, to)) };
  return { ...inner, value: Array.isArray(inner.value) ? inner.value.slice(from, to) : [] };
}

function goLength(item: GoValue | undefined): GoValue {
  // Go's own words for a slip of Go's own.
  if (unwrap(item) === undefined) throw new CallError('reflect: call of reflect.Value.Type on zero Value');
  const target = followed(item, 'len');
  switch (target.type.kind) {
    case 'string':
      return goInt(utf8(stringOf(target)).length);
    case 'slice':
    case 'bytes':
      return goInt(elements(target).length);
    case 'map':
      return goInt(Object.keys(target.value ?? {}).length);
    default:
      throw new CallError(`len of type ${target.type.name}`);
  }
}

const escaped = (escape: (text: string) => string): TemplateFunction => ({
  parameters: [],
  rest: 'any',
  call: (args) => goString(escape(args.length === 1 ? printResult(args[0]) : goSprint(args))),
});

const html = (value: string): string =>
  value.replace(/[\0"'&<>]/g, (character) => ({ '\0': '\uFFFD', '"': '&#34;', "'": '&#39;', '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character);

const js = (value: string): string =>
  value.replace(/[\\'"<>&=\u0000-\u001f]/g, (character) =>
    character === '\\' || character === "'" || character === '"'
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );

const query = (value: string): string =>
  encodeURIComponent(value)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');

/** Go's strings.Title: the first letter of each word in upper case. */
const title = (value: string): string => value.replace(/(^|[^\p{L}\p{Nd}_'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const compare = (call: (a: GoValue | undefined, b: GoValue | undefined) => boolean): TemplateFunction => ({
  parameters: ['value', 'value'],
  call: ([a, b]) => goBool(call(a, b)),
});

/** Go's own functions and those docker adds (gotemplate.md §5). `and` and `or` are evaluated by the executor. */
export const templateFunctions: { readonly [name: string]: TemplateFunction } = {
  and: { parameters: ['value'], rest: 'value', call: (args) => args[args.length - 1] },
  or: { parameters: ['value'], rest: 'value', call: (args) => args[args.length - 1] },
  not: { parameters: ['value'], call: ([value]) => goBool(!isTrue(value)) },
  call: { parameters: ['value'], rest: 'value', call: () => undefined },
  html: escaped(html),
  js: escaped(js),
  urlquery: escaped(query),
  index: { parameters: ['value'], rest: 'value', call: ([item, ...indexes]) => goIndex(item, indexes) },
  slice: { parameters: ['value'], rest: 'value', call: ([item, ...indexes]) => goSlice(item, indexes) },
  len: { parameters: ['value'], call: ([item]) => goLength(item) },
  print: { parameters: [], rest: 'any', call: (args) => goString(goSprint(args)) },
  printf: { parameters: ['string'], rest: 'any', call: ([format, ...args]) => goString(goSprintf(text(format), args)) },
  println: { parameters: [], rest: 'any', call: (args) => goString(goSprintln(args)) },
  eq: { parameters: ['value'], rest: 'value', call: ([first, ...others]) => goBool(goEquals(first, others)) },
  ne: compare((a, b) => !goEquals(a, [b])),
  lt: compare(goLess),
  le: compare((a, b) => goLess(a, b) || goEquals(a, [b])),
  gt: compare((a, b) => !(goLess(a, b) || goEquals(a, [b]))),
  ge: compare((a, b) => !goLess(a, b)),
  json: { parameters: ['any'], call: ([value]) => goString(goJsonText(toJson(value), 0, escapesHtml(value?.type))) },
  split: {
    parameters: ['string', 'string'],
    call: ([value, separator]) => goStrings(text(separator) === '' ? [...text(value)] : text(value).split(text(separator))),
  },
  join: {
    parameters: ['[]string', 'string'],
    call: ([list, separator]) => goString(list === undefined ? '' : elements(list).map(stringOf).join(text(separator))),
  },
  lower: onText((value) => value.toLowerCase()),
  upper: onText((value) => value.toUpperCase()),
  title: onText(title),
  pad: {
    parameters: ['string', 'int', 'int'],
    call: ([value, before, after]) => goString(text(value) === '' ? '' : repeat(number(before)) + text(value) + repeat(number(after))),
  },
  truncate: {
    parameters: ['string', 'int'],
    call: ([value, length]) => {
      const bytes = utf8(text(value));
      if (bytes.length < number(length)) return goString(text(value));
      if (number(length) < 0) throw new CallError(`runtime error: slice bounds out of range [:${number(length)}]`);
      return goString(new TextDecoder().decode(bytes.slice(0, number(length))));
    },
  },
};

/** What stands for those functions while the header of a table is made: they hand on their first argument. */
export const headerFunctions: { readonly [name: string]: TemplateFunction } = {
  ...templateFunctions,
  ...Object.fromEntries(
    ['json', 'split', 'join', 'title', 'lower', 'upper', 'truncate'].map((name) => {
      const real = templateFunctions[name];
      return [
        name,
        { parameters: ['string', ...(real?.parameters.slice(1) ?? [])], call: (args: readonly (GoValue | undefined)[]) => args[0] } as TemplateFunction,
      ];
    }),
  ),
};

export const functionNames: ReadonlySet<string> = new Set(Object.keys(templateFunctions));

/** Whether nil may be given for a parameter. */
export const acceptsNil = (parameter: Parameter): boolean => parameter === 'any' || parameter === 'value' || parameter === '[]string';
