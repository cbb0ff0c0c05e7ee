import { formatGoDuration } from '../../../api/parse/go-duration.ts';
import { goTime } from '../age.ts';
import {
  boolOf,
  bytesOf,
  dereference,
  elements,
  fieldValue,
  type GoValue,
  isNil,
  mapEntry,
  mapKeys,
  numberOf,
  shortFloat,
  stringOf,
  structField,
  unwrap,
} from './go-value.ts';

/** A float as Go's %v prints it: the shortest form, with an exponent from 1e21 on. */
export function goFloatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e21)) {
    const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
    const power = Number(exponent);
    return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  return String(value);
}

/** A file mode as `ls -l` shows it: `-r--r--r--`. */
export function fileModeText(mode: number): string {
  const letters = 'rwxrwxrwx';
  let text = '-';
  for (let bit = 0; bit < 9; bit += 1) text += (mode & (1 << (8 - bit))) !== 0 ? letters[bit] : '-';
  return text;
}

/** What the types with a String method of their own print; undefined for all others. */
function ownText(value: GoValue): string | undefined {
  const word = (name: string): string => {
    const field = structField(value, name);
    return field === undefined ? '' : printValue(field);
  };
  switch (value.type.name) {
    case 'swarm.Version':
      return word('Index');
    case 'container.Ulimit':
      return `${word('Name')}=${word('Soft')}:${word('Hard')}`;
    default:
      return undefined;
  }
}

/** Prints a value inside of another one (Go's %v at depth > 0): pointers to structs are addresses. `named`: %+v. */
function printNested(value: GoValue | undefined, named: boolean): string {
  const inner = unwrap(value);
  if (inner === undefined) return '<nil>';
  const { type } = inner;
  if (type.kind !== 'pointer') return printValue(inner, named);
  if (isNil(inner)) return '<nil>';
  if (type.elem.kind === 'time' || type.elem.kind === 'duration') return printValue({ type: type.elem, value: inner.value }, named);
  return ownText({ type: type.elem, value: inner.value }) ?? '0xc000000000';
}

/** Prints a value as Go's fmt does (gotemplate.md §6). `named`: with the names of struct fields (%+v). */
export function printValue(value: GoValue, named = false): string {
  const { type } = value;
  switch (type.kind) {
    case 'string':
      return stringOf(value);
    case 'bool':
      return String(boolOf(value));
    case 'int':
    case 'uint':
      return String(numberOf(value));
    case 'float':
      return goFloatText(type.name === 'float32' ? shortFloat(numberOf(value)) : numberOf(value));
    case 'duration':
      return formatGoDuration(numberOf(value));
    case 'time':
      return goTime(typeof value.value === 'string' ? value.value : undefined);
    case 'file-mode':
      return fileModeText(numberOf(value));
    case 'bytes':
      return `[${bytesOf(value.value).join(' ')}]`;
    case 'slice':
      return `[${elements(value)
        .map((element) => printNested(element, named))
        .join(' ')}]`;
    case 'map':
    case 'header':
      return `map[${mapKeys(value)
        .map((key) => `${key}:${printNested(mapEntry(value, key), named)}`)
        .join(' ')}]`;
    case 'struct':
      return ownText(value) ?? `{${type.fields.map((field) => `${named ? `${field.name}:` : ''}${printNested(fieldValue(value, field), named)}`).join(' ')}}`;
    case 'pointer': {
      const target = dereference(value);
      if (target === undefined) return '<nil>';
      return target.type.kind === 'struct' || target.type.kind === 'map' || target.type.kind === 'slice' ? `&${printValue(target, named)}` : '0xc000000000';
    }
    case 'any': {
      const inner = unwrap(value);
      return inner === undefined ? '<nil>' : printValue(inner, named);
    }
    case 'row':
      return '0xc000000000';
    case 'func':
      return '0x0';
  }
}

/** What an action writes for a value: pointers are followed, nothing is `<no value>`. */
export function printResult(value: GoValue | undefined): string {
  if (value === undefined) return '<no value>';
  if (value.type.kind === 'pointer') {
    const target = dereference(value);
    return target === undefined ? '<nil>' : printValue(target);
  }
  return printValue(value);
}
