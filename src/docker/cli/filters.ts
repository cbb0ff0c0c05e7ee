import { OptionError } from './options/option-error.ts';

/** One `--filter` value, with its key trimmed and in lower case, its value trimmed (docker CLI opts.FilterOpt). Throws OptionError. */
export function checkFilter(text: string): string {
  if (text === '') return '';
  const equals = text.indexOf('=');
  if (equals < 0) throw new OptionError('bad format of filter (expected name=value)');
  return `${text.slice(0, equals).trim().toLowerCase()}=${text.slice(equals + 1).trim()}`;
}

/** Filters as key → the set of accepted values. */
export type Filters = { readonly [key: string]: readonly string[] };

/** What `--filter` values ask for, as read by the flag parser. */
export function readFilters(values: readonly string[]): Filters {
  const filters: { [key: string]: string[] } = {};
  for (const text of values) {
    if (text === '') continue;
    const equals = text.indexOf('=');
    const key = text.slice(0, equals);
    const list = (filters[key] ??= []);
    const value = text.slice(equals + 1);
    if (!list.includes(value)) list.push(value);
  }
  return filters;
}

/** The `filters` parameter of a list: `{"label":{"a=b":true}}`, keys sorted as Go prints maps; undefined when there are none. */
export function encodeFilters(filters: Filters): string | undefined {
  const keys = Object.keys(filters).sort();
  if (keys.length === 0) return undefined;
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, Object.fromEntries([...(filters[key] ?? [])].sort().map((value) => [value, true]))])));
}

/** The query of a list with these filters. */
export function filterQuery(filters: Filters): { readonly filters?: string } {
  const encoded = encodeFilters(filters);
  return encoded === undefined ? {} : { filters: encoded };
}
