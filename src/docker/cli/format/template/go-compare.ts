import { boolOf, dereference, type GoValue, isNil, numberOf, stringOf, unwrap } from './go-value.ts';

/** What went wrong inside a function: the text after `error calling NAME: `. */
export class CallError extends Error {
  override readonly name = 'CallError';
}

const badComparison = (): CallError => new CallError('incompatible types for comparison');
const badComparisonType = (): CallError => new CallError('invalid type for comparison');

type Basic = 'bool' | 'int' | 'uint' | 'float' | 'string' | 'other';

function basicKind(value: GoValue | undefined): Basic {
  switch (value?.type.kind) {
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
    case 'string':
      return value.type.kind;
    case 'duration':
      return 'int';
    case 'file-mode':
      return 'uint';
    default:
      return 'other';
  }
}

const isInteger = (kind: Basic): boolean => kind === 'int' || kind === 'uint';

/** Whether a value counts as true: not false, 0, empty or nil. Structs always do. */
export function isTrue(value: GoValue | undefined): boolean {
  const inner = unwrap(value);
  if (inner === undefined) return false;
  switch (inner.type.kind) {
    case 'bool':
      return boolOf(inner);
    case 'string':
      return stringOf(inner) !== '';
    case 'int':
    case 'uint':
    case 'float':
    case 'duration':
    case 'file-mode':
      return numberOf(inner) !== 0;
    case 'bytes':
      return stringOf(inner) !== '';
    case 'slice':
      return Array.isArray(inner.value) && inner.value.length > 0;
    case 'map':
      return typeof inner.value === 'object' && inner.value !== null && Object.keys(inner.value).length > 0;
    case 'pointer':
      return !isNil(inner);
    default:
      return true;
  }
}

/** `eq a b c…`: whether a equals any of the others. Throws CallError for kinds that cannot be compared. */
export function goEquals(first: GoValue | undefined, others: readonly (GoValue | undefined)[]): boolean {
  const a = unwrap(first);
  if (others.length === 0) throw new CallError('missing argument for comparison');
  for (const other of others) {
    const b = unwrap(other);
    const [kindA, kindB] = [basicKind(a), basicKind(b)];
    let same = false;
    if (kindA !== kindB && !(isInteger(kindA) && isInteger(kindB))) {
      if (a !== undefined && b !== undefined) throw badComparison();
    } else if (a === undefined || b === undefined) same = a === b;
    else if (kindA === 'string') same = stringOf(a) === stringOf(b);
    else if (kindA === 'bool') same = boolOf(a) === boolOf(b);
    else if (kindA !== 'other') same = numberOf(a) === numberOf(b);
    else if (['slice', 'map', 'bytes', 'func'].includes(a.type.kind)) {
      if (!isNil(a) && !isNil(b)) throw new CallError(`non-comparable type ${a.type.name}: ${a.type.name}`);
      same = isNil(a) === isNil(b);
    } else same = a.value === b.value && a.type.name === b.type.name;
    if (same) return true;
  }
  return false;
}

/** `lt a b`. Throws CallError. */
export function goLess(first: GoValue | undefined, second: GoValue | undefined): boolean {
  const [a, b] = [unwrap(first), unwrap(second)];
  const [kindA, kindB] = [basicKind(a), basicKind(b)];
  if (a === undefined || b === undefined || kindA === 'other' || kindB === 'other') throw badComparisonType();
  if (kindA !== kindB && !(isInteger(kindA) && isInteger(kindB))) throw badComparison();
  if (kindA === 'bool') throw badComparisonType();
  return kindA === 'string' ? stringOf(a) < stringOf(b) : numberOf(a) < numberOf(b);
}

/** Follows pointers for functions that take any value; throws CallError for nil. */
export function followed(value: GoValue | undefined, what: string): GoValue {
  const inner = unwrap(value);
  if (inner === undefined) throw new CallError(`${what} of untyped nil`);
  const target = dereference(inner);
  if (target === undefined) throw new CallError(`${what} of nil pointer`);
  return target;
}
