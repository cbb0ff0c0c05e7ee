import { isMap, printValue, TemplateError, type TemplateFunction, type TemplateValue, truth } from './template-value.ts';

function equal(a: TemplateValue, b: TemplateValue): boolean {
  return typeof a === typeof b && printValue(a) === printValue(b);
}

function compare(test: (order: number) => boolean): TemplateFunction {
  return ([a, b]) => {
    if (typeof a !== typeof b || (typeof a !== 'string' && typeof a !== 'number')) return new TemplateError('incompatible types for comparison');
    const [x, y] = [a, b as typeof a];
    return test(x < y ? -1 : x > y ? 1 : 0);
  };
}

/** Go's own functions (text/template/funcs.go), as far as templates of services can use them. */
export const BUILT_INS: { readonly [name: string]: TemplateFunction } = {
  index: ([value, ...keys]) => {
    let found = value;
    for (const key of keys) {
      if (found === undefined) return new TemplateError('index of untyped nil');
      if (Array.isArray(found)) {
        const element: TemplateValue | undefined = typeof key === 'number' ? (found as readonly TemplateValue[])[key] : undefined;
        if (element === undefined) return new TemplateError(`reflect: slice index out of range`);
        found = element;
      } else if (isMap(found)) found = found.entries[String(key)] ?? '';
      else return new TemplateError(`can't index item of type ${typeof found}`);
    }
    return found ?? new TemplateError('index of untyped nil');
  },
  len: ([value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? value.length
      : value !== undefined && isMap(value)
        ? Object.keys(value.entries).length
        : new TemplateError('len of type int'),
  print: (args) => args.map((arg) => printValue(arg)).join(''),
  println: (args) => `${args.map((arg) => printValue(arg)).join(' ')}\n`,
  printf: ([format, ...args]) => {
    let next = 0;
    return String(format ?? '').replace(/%([-0]?\d*)([svdqt%])/g, (_all, width: string, verb: string) => {
      if (verb === '%') return '%';
      const value = args[next++];
      const text = value === undefined ? `%!${verb}(MISSING)` : verb === 'q' ? JSON.stringify(printValue(value)) : printValue(value);
      const size = Number(width.replace(/^[-0]/, '')) || 0;
      return width.startsWith('-') ? text.padEnd(size) : text.padStart(size, width.startsWith('0') ? '0' : ' ');
    });
  },
  eq: ([a, ...others]) => a !== undefined && others.some((b) => equal(a, b)),
  ne: ([a, b]) => !(a !== undefined && b !== undefined && equal(a, b)),
  lt: compare((order) => order < 0),
  le: compare((order) => order <= 0),
  gt: compare((order) => order > 0),
  ge: compare((order) => order >= 0),
  not: ([value]) => !(value !== undefined && truth(value)),
  and: (args) => args.find((arg) => !truth(arg)) ?? args.at(-1) ?? false,
  or: (args) => args.find((arg) => truth(arg)) ?? args.at(-1) ?? false,
  join: ([separator, ...parts]) => parts.map((part) => printValue(part)).join(String(separator ?? '')),
};
