/** Members whose zero is not the same as their absence: the API keeps the difference (pointers in swarmkit's specs). */
const ZERO_COUNTS: ReadonlySet<string> = new Set(['Init', 'Delay', 'Window']);

/**
 * Whether two specs, or parts of them, ask for the same. A member that is absent equals one with the zero value (0, '',
 * false, an empty list or object), as it does once a spec has been through swarmkit's protobuf form.
 */
export function sameSpec(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isZero(a) && isZero(b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => sameSpec(item, b[i]));
  if (!isObject(a ?? {}) || !isObject(b ?? {}) || Array.isArray(a) || Array.isArray(b)) return false;
  const left = (a ?? {}) as { readonly [key: string]: unknown };
  const right = (b ?? {}) as { readonly [key: string]: unknown };
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (ZERO_COUNTS.has(key) ? left[key] !== right[key] : !sameSpec(left[key], right[key])) return false;
  }
  return true;
}

function isZero(value: unknown): boolean {
  if (value === undefined || value === null || value === 0 || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
